// /jobs: scans, newest first; a new one is started here.
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/select';
import { api, query } from '../api/api';
import { may } from '../api/session';
import type { Job, JobList } from '../api/shapes';
import { Poll } from '../live/poll';
import { filter, setFilter } from '../navigation';
import { jobBadge, priorityBadge } from '../parts/badges';
import { duration } from '../parts/clock';
import { Page } from '../parts/page';
import '../parts/sp-note';
import '../parts/sp-page-head';
import '../parts/sp-scan-form';
import '../parts/sp-time';
import { jobTypeWords, title } from '../parts/words';
import { base } from '../styles/base';
import { table } from '../styles/table';

const STATES = [
  { label: 'Any', value: '' },
  ...['queued', 'running', 'done', 'failed', 'cancelled'].map((value) => ({ label: title(value), value })),
];

@customElement('sp-jobs-page')
export class SpJobsPage extends Page {
  static override styles = [
    base,
    table,
    css`
      .filters {
        margin-bottom: var(--sp-gap-m);
      }
      sp-scan-form {
        margin-bottom: var(--sp-gap-m);
      }
      .more {
        text-align: center;
        margin-top: var(--sp-gap-m);
      }
    `,
  ];

  protected override name = 'Jobs';
  private readonly poll = new Poll(this, (signal) => this.load(signal));
  @state() private limit = 50;
  @state() private starting = false;

  protected override arrive(): void {
    this.starting = may('analyst') && filter('new') !== '';
  }

  private load(signal: AbortSignal): Promise<JobList> {
    return api.get<JobList>(`/jobs${query({ status: filter('status'), limit: this.limit })}`, signal);
  }

  override render() {
    const { data, problem, at } = this.poll;
    return html`<sp-page-head heading="Jobs" .at=${at} ?stale=${problem !== null}>
        ${may('analyst') && !this.starting
          ? html`<vaadin-button theme="primary" @click=${() => this.open(true)}>Start a scan</vaadin-button>`
          : nothing}
      </sp-page-head>
      ${this.starting ? html`<sp-scan-form .chosen=${filter('asset')} @closed=${() => this.open(false)}></sp-scan-form>` : nothing}
      <div class="filters" role="search" aria-label="Filter jobs">
        <vaadin-select label="State" placeholder="Any" .items=${STATES} .value=${filter('status')} @value-changed=${this.narrow}></vaadin-select>
      </div>
      ${data ? this.list(data) : problem ? html`<sp-note .problem=${problem}></sp-note>` : html`<sp-note>Loading …</sp-note>`}`;
  }

  private open(starting: boolean): void {
    this.starting = starting;
    setFilter('new', starting ? 'yes' : '');
    if (!starting) setFilter('asset', '');
  }

  private narrow(event: CustomEvent<{ value: string }>): void {
    if (event.detail.value === filter('status')) return;
    setFilter('status', event.detail.value);
    void this.poll.now();
  }

  private more(): void {
    this.limit = 200;
    void this.poll.now();
  }

  private list({ items, next_cursor }: JobList) {
    if (items.length === 0) return html`<div class="card"><sp-note>No jobs.</sp-note></div>`;
    return html`<div class="table">
        <table>
          <caption class="visually-hidden">
            Jobs, newest first
          </caption>
          <thead>
            <tr>
              <th scope="col">Job</th>
              <th scope="col">Asset</th>
              <th scope="col">State</th>
              <th scope="col">Priority</th>
              <th scope="col">Asked by</th>
              <th scope="col">Created</th>
              <th scope="col" class="right">Took</th>
            </tr>
          </thead>
          <tbody>
            ${items.map((job) => this.line(job))}
          </tbody>
        </table>
      </div>
      ${next_cursor && this.limit < 200 ? html`<p class="more"><vaadin-button @click=${this.more}>Show more</vaadin-button></p>` : nothing}`;
  }

  private line(job: Job) {
    return html`<tr data-job=${job.job_id}>
      <td class="first"><a href="/jobs/${job.job_id}">${jobTypeWords(job.job_type)}</a> <span class="soft number">#${job.job_id}</span></td>
      <td data-label="Asset">
        ${job.asset_key ? html`<a href="/assets/${encodeURIComponent(job.asset_key)}">${job.asset_name ?? job.asset_key}</a>` : '–'}
      </td>
      <td data-label="State">${jobBadge(job.status)}</td>
      <td data-label="Priority">${priorityBadge(job.priority)}</td>
      <td data-label="Asked by">${job.requested_by ?? '–'}</td>
      <td data-label="Created"><sp-time .at=${job.created_at} relative></sp-time></td>
      <td data-label="Took" class="right number">${duration(job.started_at, job.finished_at)}</td>
    </tr>`;
  }
}
