// /jobs/{id}: one scan with its log; it updates until the job has ended.
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../api/api';
import type { JobDetail } from '../api/shapes';
import { Poll } from '../live/poll';
import { jobBadge, priorityBadge } from '../parts/badges';
import { duration } from '../parts/clock';
import { Page } from '../parts/page';
import '../parts/sp-log';
import '../parts/sp-note';
import '../parts/sp-page-head';
import '../parts/sp-time';
import { jobTypeWords } from '../parts/words';
import { base } from '../styles/base';
import { facts } from '../styles/facts';

const moving = (job: JobDetail | null) => job === null || job.status === 'queued' || job.status === 'running';

@customElement('sp-job-page')
export class SpJobPage extends Page {
  static override styles = [
    base,
    facts,
    css`
      .parts {
        display: grid;
        gap: var(--sp-gap-m);
        align-items: start;
      }
      @media (min-width: 900px) {
        .parts {
          grid-template-columns: minmax(16rem, 22rem) minmax(0, 1fr);
        }
      }
    `,
  ];

  protected override name = '';
  private number = '';
  private readonly poll = new Poll<JobDetail>(
    this,
    (signal) => api.get<JobDetail>(`/jobs/${encodeURIComponent(this.number)}`, signal),
    (job) => (moving(job) ? 1500 : 5000),
  );

  protected override arrive(): void {
    this.number = location.pathname.split('/')[2] ?? '';
    this.name = `Job ${this.number}`;
  }

  override render() {
    const { data: job, problem, at } = this.poll;
    return html`<sp-page-head heading="Job ${this.number}" .at=${at} ?stale=${problem !== null}>
        ${job ? html`<p slot="below" class="row" data-state=${job.status} role="status">${jobBadge(job.status)}</p>` : nothing}
      </sp-page-head>
      ${job ? this.content(job) : html`<sp-note .problem=${problem}>Loading …</sp-note>`}`;
  }

  private content(job: JobDetail) {
    return html`<div class="stack">
      ${job.error ? html`<sp-note kind="error">${job.error}</sp-note>` : nothing}
      <div class="parts">
        ${this.facts(job)}
        <sp-log .text=${job.log_output ?? ''} ?live=${moving(job)}></sp-log>
      </div>
    </div>`;
  }

  private facts(job: JobDetail) {
    const asset = job.asset_key
      ? html`<a href="/assets/${encodeURIComponent(job.asset_key)}">${job.asset_name ?? job.asset_key}</a>`
      : html`–`;
    return html`<section class="card" aria-labelledby="facts">
      <h2 id="facts">Details</h2>
      <dl>
        ${this.fact('Scan', html`${jobTypeWords(job.job_type)}`)} ${this.fact('Asset', asset)}
        ${this.fact('Priority', priorityBadge(job.priority))}
        ${this.fact('Asked by', html`${job.requested_by ?? '–'}`)}
        ${this.fact('Created', html`<sp-time .at=${job.created_at}></sp-time>`)}
        ${this.fact('Started', html`<sp-time .at=${job.started_at}></sp-time>`)}
        ${this.fact('Ended', html`<sp-time .at=${job.finished_at}></sp-time>`)}
        ${this.fact('Took', html`${duration(job.started_at, job.finished_at)}`)}
        ${job.retry_count > 0 ? this.fact('Repeated', html`${job.retry_count} times`) : nothing}
      </dl>
    </section>`;
  }

  private fact(name: string, value: TemplateResult) {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  }
}
