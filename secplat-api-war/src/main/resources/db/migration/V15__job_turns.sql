-- Urgent jobs overtake others: 1 high, 0 normal, -1 low.
ALTER TABLE scan_jobs ADD COLUMN priority smallint NOT NULL DEFAULT 0 CHECK (priority BETWEEN -1 AND 1);

-- The host of the target, without its port: so many jobs may run against one host.
ALTER TABLE scan_jobs ADD COLUMN target_host text;
UPDATE scan_jobs j SET target_host = lower(regexp_replace(a.name, ':[0-9]{1,5}$', ''))
FROM assets a WHERE a.asset_id = j.target_asset_id AND j.status IN ('queued', 'running');

-- Since when a queued job is without a message, because it was not its turn; it gets another when it is.
ALTER TABLE scan_jobs ADD COLUMN parked_at timestamptz;

-- The call that asked for it; what a worker does for the job carries it on.
ALTER TABLE scan_jobs ADD COLUMN request_id text;

CREATE INDEX scan_jobs_turn ON scan_jobs (priority DESC, job_id) WHERE status = 'queued' AND parked_at IS NULL;
CREATE INDEX scan_jobs_parked ON scan_jobs (target_host, priority DESC, job_id)
    WHERE status = 'queued' AND parked_at IS NOT NULL;
CREATE INDEX scan_jobs_running_asset ON scan_jobs (target_asset_id) WHERE status = 'running';
CREATE INDEX scan_jobs_running_host ON scan_jobs (target_host) WHERE status = 'running';
