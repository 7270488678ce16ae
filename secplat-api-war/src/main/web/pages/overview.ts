// /overview: the score, the counts, what is down, what fires.
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../api/api';
import { Problem } from '../api/problem';
import type { Alert, AlertBuckets, AssetState, Job, JobList, PostureList, PostureSummary } from '../api/shapes';
import { Poll } from '../live/poll';
import { jobBadge, severityBadge, stateBadge } from '../parts/badges';
import { Page } from '../parts/page';
import '../parts/sp-note';
import '../parts/sp-page-head';
import '../parts/sp-score';
import '../parts/sp-split';
import '../parts/sp-time';
import { jobTypeWords, reasonWords } from '../parts/words';
import { base } from '../styles/base';
import { lines } from '../styles/lines';

interface Overview {
  summary: PostureSummary;
  red: AssetState[];
  firing: Alert[] | null;
  jobs: Job[];
}

/** Alerts are shown where the server has them. */
const alerts = (signal: AbortSignal) =>
  api.get<AlertBuckets>('/alerts', signal).catch((failure: unknown) => {
    if (failure instanceof Problem && failure.status === 404) return null;
    throw failure;
  });

async function load(signal: AbortSignal): Promise<Overview> {
  const [summary, red, buckets, jobs] = await Promise.all([
    api.get<PostureSummary>('/posture/summary', signal),
    api.get<PostureList>('/posture?status=red&limit=50', signal),
    alerts(signal),
    api.get<JobList>('/jobs?limit=5', signal),
  ]);
  return { summary, red: red.items, firing: buckets?.firing ?? null, jobs: jobs.items };
}

@customElement('sp-overview-page')
export class SpOverviewPage extends Page {
  static override styles = [
    base,
    lines,
    css`
      .top {
        display: grid;
        gap: var(--sp-gap-l);
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
      }
      .side {
        display: grid;
        gap: var(--sp-gap-s);
      }
      .facts {
        margin-top: var(--sp-gap-m);
      }
      @media (max-width: 620px) {
        .top {
          grid-template-columns: minmax(0, 1fr);
          justify-items: center;
        }
        .side {
          width: 100%;
        }
      }
    `,
  ];

  protected override name = 'Overview';
  private readonly poll = new Poll(this, load);

  override render() {
    const { data, problem, at } = this.poll;
    return html`<sp-page-head heading="Overview" .at=${at} ?stale=${problem !== null}></sp-page-head>
      ${data
        ? html`<div class="stack">${this.posture(data.summary)} ${this.panels(data)}</div>`
        : problem
          ? html`<sp-note .problem=${problem}></sp-note>`
          : html`<sp-note>Loading …</sp-note>`}`;
  }

  private posture(summary: PostureSummary) {
    return html`<section class="card top" aria-label="Posture">
      <sp-score .score=${summary.posture_score_avg}></sp-score>
      <div class="side">
        <sp-split .summary=${summary}></sp-split>
        <p class="row facts soft small">
          <span><b class="number" data-count="total">${summary.total}</b> monitored assets</span>
          <span><b class="number">${summary.down_assets.length}</b> down</span>
          <span><b class="number">${summary.flapping}</b> flapping</span>
          <span><b class="number">${summary.stale}</b> stale</span>
          <span><b class="number">${summary.unmonitored}</b> not monitored</span>
        </p>
      </div>
    </section>`;
  }

  private panels(data: Overview) {
    return html`<div class="columns">
      <div class="stack">${this.down(data)} ${data.firing ? this.firing(data.firing) : nothing}</div>
      ${this.jobs(data.jobs)}
    </div>`;
  }

  private down(data: Overview) {
    const known = new Map(data.red.map((asset) => [asset.asset_key, asset]));
    return html`<section class="card" aria-labelledby="down">
      <h2 id="down">Down assets</h2>
      ${data.summary.down_assets.length === 0
        ? html`<p class="empty">Nothing is down.</p>`
        : html`<ul class="lines" data-list="down">
            ${data.summary.down_assets.map((key) => this.downLine(key, known.get(key)))}
          </ul>`}
    </section>`;
  }

  private downLine(key: string, asset: AssetState | undefined) {
    return html`<li>
      <span class="main"
        ><a href="/assets/${encodeURIComponent(key)}">${asset?.name ?? key}</a>
        <span class="small soft">${asset ? html`${reasonWords(asset.reason)}, since <sp-time .at=${asset.last_status_change} relative></sp-time>` : nothing}</span></span
      >
      ${asset ? stateBadge(asset) : nothing}
    </li>`;
  }

  private firing(firing: Alert[]) {
    return html`<section class="card" aria-labelledby="firing">
      <h2 id="firing">Firing alerts</h2>
      ${firing.length === 0
        ? html`<p class="empty">No alert is firing.</p>`
        : html`<ul class="lines" data-list="firing">
            ${firing.map(
              (alert) => html`<li>
                <span class="main"
                  ><a href="/assets/${encodeURIComponent(alert.asset_key)}">${alert.asset_name ?? alert.asset_key}</a>
                  <span class="small soft">${reasonWords(alert.reason)}, <sp-time .at=${alert.updated_at} relative></sp-time></span></span
                >
                ${alert.effective_severity ? severityBadge(alert.effective_severity) : nothing}
              </li>`,
            )}
          </ul>`}
    </section>`;
  }

  private jobs(jobs: Job[]) {
    return html`<section class="card" aria-labelledby="jobs">
      <h2 id="jobs">Latest jobs</h2>
      ${jobs.length === 0
        ? html`<p class="empty">No job has run yet. <a href="/jobs?new=yes">Scan an asset</a></p>`
        : html`<ul class="lines">
            ${jobs.map(
              (job) => html`<li>
                <span class="main"
                  ><a href="/jobs/${job.job_id}">${jobTypeWords(job.job_type)}</a>
                  <span class="small soft">${job.asset_name ?? job.asset_key ?? '–'}, <sp-time .at=${job.created_at} relative></sp-time></span></span
                >
                ${jobBadge(job.status)}
              </li>`,
            )}
          </ul>`}
    </section>`;
  }
}
