// How values of the API read in English. Unknown values are shown as they are.
import type { Priority } from '../api/shapes';

const reasons: Record<string, string> = {
  unknown: 'Never checked',
  no_data_received: 'No recent data',
  flapping: 'Changes often',
  api_timeout: 'Timed out',
  port_closed: 'Connection refused',
  tls_fail: 'TLS failed',
  dns_fail: 'Name not found',
  http_error: 'HTTP error',
  content_mismatch: 'Unexpected content',
  health_check_failed: 'Check failed',
  latency_slo_breach: 'Slow',
  not_monitored: 'Not monitored',
};

const jobTypes: Record<string, string> = {
  tls_headers: 'TLS and headers',
  web_exposure: 'Web exposure',
  health_http: 'HTTP health',
};

const priorities: Record<Priority, string> = { low: 'Low', normal: 'Normal', high: 'High' };

export const reasonWords = (reason: string | null): string => (reason ? (reasons[reason] ?? reason) : '–');
export const jobTypeWords = (type: string): string => jobTypes[type] ?? type;
export const priorityWords = (priority: Priority): string => priorities[priority] ?? priority;

export const jobTypeChoices = Object.entries(jobTypes).map(([value, label]) => ({ label, value }));
export const priorityChoices = Object.entries(priorities).map(([value, label]) => ({ label, value }));

/** `high` as `High`. */
export const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).replaceAll('_', ' ');

/** A number with at most one decimal, or a dash. */
export const decimal = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : value.toLocaleString(undefined, { maximumFractionDigits: 1 });
