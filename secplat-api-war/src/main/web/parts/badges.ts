// The badges of assets, jobs and severities.
import { html, type TemplateResult } from 'lit';
import type { AssetState, JobStatus, Priority } from '../api/shapes';
import './sp-badge';
import type { Tone } from './sp-badge';
import { priorityWords, title } from './words';

const jobTones: Record<JobStatus, Tone> = {
  queued: 'grey',
  running: 'blue',
  done: 'green',
  failed: 'red',
  cancelled: 'grey',
};

const severityTones: Record<string, Tone> = { critical: 'red', high: 'red', medium: 'amber', low: 'blue', info: 'grey' };

/** Up, Stale, Unknown or Down in the colour of the posture. */
export function stateBadge(state: Pick<AssetState, 'status' | 'health'>): TemplateResult {
  const tone = state.status === 'unmonitored' ? 'grey' : state.status;
  const word = state.status === 'unmonitored' ? 'Unmonitored' : title(state.health ?? state.status);
  return html`<sp-badge tone=${tone} dot>${word}</sp-badge>`;
}

export const jobBadge = (status: JobStatus): TemplateResult =>
  html`<sp-badge tone=${jobTones[status] ?? 'grey'} dot>${title(status)}</sp-badge>`;

export const severityBadge = (severity: string): TemplateResult =>
  html`<sp-badge tone=${severityTones[severity] ?? 'grey'}>${title(severity)}</sp-badge>`;

/** What is out of the ordinary stands out. */
export const priorityBadge = (priority: Priority): TemplateResult =>
  priority === 'normal'
    ? html`${priorityWords(priority)}`
    : html`<sp-badge tone=${priority === 'high' ? 'amber' : 'grey'}>${priorityWords(priority)}</sp-badge>`;
