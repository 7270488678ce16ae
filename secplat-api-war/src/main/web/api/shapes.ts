// What the API answers, member for member. Members that a viewer may not see are null.

export type Role = 'viewer' | 'analyst' | 'admin';

export interface Me {
  username: string;
  role: Role;
}

export type Status = 'green' | 'amber' | 'red' | 'unmonitored';
export type Health = 'up' | 'stale' | 'unknown' | 'down';

export interface AssetState {
  asset_id: string;
  asset_key: string;
  status: Status;
  last_seen: string | null;
  reason: string | null;
  criticality: string | null;
  name: string;
  owner: string | null;
  environment: string | null;
  posture_score: number | null;
  staleness_seconds: number | null;
  last_status_change: string | null;
  monitored: boolean;
  health: Health | null;
  status_num: number | null;
  pending_status: string | null;
  flapping: boolean;
  confidence: number | null;
  last_good_at: string | null;
}

export interface PostureList {
  total: number;
  items: AssetState[];
  next_cursor: string | null;
}

export interface PostureSummary {
  green: number;
  amber: number;
  red: number;
  posture_score_avg: number | null;
  down_assets: string[];
  total: number;
  unmonitored: number;
  flapping: number;
  stale: number;
  unknown: number;
}

export interface HealthEvent {
  '@timestamp': string;
  status: string;
  code: number | null;
  latency_ms: number | null;
}

export interface PostureDetail {
  state: AssetState;
  timeline: HealthEvent[];
  evidence: Record<string, unknown> | null;
  recommendations: string[];
  expected_interval_sec: number | null;
  data_completeness: {
    checks: number;
    expected: number;
    label_24h: string;
    label_1h: string;
    pct_24h: number | null;
    pct_1h: number | null;
  } | null;
  latency_slo_ms: number | null;
  latency_slo_ok: boolean | null;
  error_rate_24h: number | null;
  reason_display: string | null;
}

export interface Asset {
  asset_id: number;
  asset_key: string;
  type: string;
  name: string;
  owner: string | null;
  environment: string;
  criticality: string;
  verified: boolean;
  verification_method: string | null;
  verification_token: string | null;
  verified_at: string | null;
  verification_expires_at: string | null;
  is_active: boolean;
  tags: string[];
  probe: { kind: string; interval_seconds: number } | null;
}

export interface Finding {
  finding_id: number;
  asset_key: string;
  title: string;
  severity: string;
  status: string;
  source: string | null;
  last_seen: string | null;
  risk_score: number | null;
  risk_level: string | null;
}

export type JobStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export type Priority = 'low' | 'normal' | 'high';

export interface Job {
  job_id: number;
  job_type: string;
  target_asset_id: number | null;
  requested_by: string | null;
  status: JobStatus;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  error: string | null;
  retry_count: number;
  asset_key: string | null;
  asset_name: string | null;
  priority: Priority;
  deduped?: boolean;
}

export interface JobDetail extends Job {
  log_output: string | null;
  asset_verified: boolean | null;
  summary: Record<string, unknown> | null;
}

export interface JobList {
  items: Job[];
  next_cursor: string | null;
}

/** A scan that is due again and again; `next_run_at` is null while it is paused or means no time any more. */
export interface Schedule {
  id: number;
  asset_id: number;
  asset_key: string;
  job_type: string;
  cron: string;
  time_zone: string;
  priority: Priority;
  enabled: boolean;
  created_by: string | null;
  created_at: string;
  next_run_at: string | null;
  last_run_at: string | null;
  last_job_id: number | null;
  skipped: number;
}

export interface SchedulePage {
  items: Schedule[];
  next_cursor: string | null;
}

export interface Alert {
  asset_key: string;
  asset_name: string | null;
  posture_status: string | null;
  reason: string | null;
  state: string;
  updated_at: string | null;
  effective_severity: string | null;
}

export interface AlertBuckets {
  firing: Alert[];
  acked: Alert[];
  suppressed: Alert[];
  resolved: Alert[];
}
