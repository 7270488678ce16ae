// The checks of an asset: timeline, completeness, errors, and the newest event as it was seen.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HealthEvent, PostureDetail } from '../api/shapes';
import { base } from '../styles/base';
import { facts } from '../styles/facts';
import './sp-badge';
import './sp-time';
import './sp-timeline';
import { decimal, title } from './words';

@customElement('sp-asset-checks')
export class SpAssetChecks extends LitElement {
  static override styles = [
    base,
    facts,
    css`
      dl {
        margin-top: var(--sp-gap-m);
      }
      summary {
        cursor: pointer;
        color: var(--sp-accent);
        margin-top: var(--sp-gap-m);
      }
      pre {
        margin: var(--sp-gap-s) 0 0;
        padding: var(--sp-gap-s);
        background: var(--sp-sunken);
        border-radius: var(--sp-radius-s);
        font-family: var(--sp-mono);
        font-size: var(--sp-text-xs);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      li {
        display: flex;
        justify-content: space-between;
        gap: var(--sp-gap-s);
        padding: 5px 0;
        border-top: 1px solid var(--sp-line);
      }
      li span:last-child {
        text-align: right;
      }
    `,
  ];

  @property({ attribute: false }) detail!: PostureDetail;

  override render() {
    return html`<section class="card" aria-labelledby="checks">
      <h2 id="checks">Checks of the last 24 hours</h2>
      <sp-timeline .events=${this.detail.timeline}></sp-timeline>
      ${this.figures()} ${this.newest()} ${this.evidence()}
    </section>`;
  }

  private figures() {
    const { data_completeness: complete, error_rate_24h: errors, latency_slo_ms: slo, latency_slo_ok: quick } = this.detail;
    return html`<dl>
      ${complete ? this.completeness('24 hours', complete.label_24h, complete.pct_24h) : nothing}
      ${complete ? this.completeness('1 hour', complete.label_1h, complete.pct_1h) : nothing}
      <div>
        <dt>Error rate</dt>
        <dd class="number">${errors === null ? '–' : `${decimal(errors)} %`}</dd>
      </div>
      <div>
        <dt>Latency goal${slo ? ` ${slo} ms` : ''}</dt>
        <dd>${quick === false ? html`<sp-badge tone="amber">Missed</sp-badge>` : html`<sp-badge tone="green">Met</sp-badge>`}</dd>
      </div>
    </dl>`;
  }

  private completeness(span: string, label: string, percent: number | null) {
    return html`<div>
      <dt>Checks received, ${span}</dt>
      <dd class="number">${label}${percent === null ? '' : ` (${decimal(percent)} %)`}</dd>
    </div>`;
  }

  private newest() {
    if (this.detail.timeline.length === 0) return nothing;
    return html`<details>
      <summary>Newest checks</summary>
      <ul class="small">
        ${this.detail.timeline.slice(0, 10).map((event) => this.check(event))}
      </ul>
    </details>`;
  }

  private check(event: HealthEvent) {
    const good = event.status === 'up';
    return html`<li>
      <span><sp-badge tone=${good ? 'green' : 'red'}>${title(event.status)}</sp-badge></span>
      <span class="number">${event.code ?? '–'} · ${event.latency_ms === null ? '–' : `${event.latency_ms} ms`}</span>
      <span class="soft"><sp-time .at=${event['@timestamp']}></sp-time></span>
    </li>`;
  }

  private evidence() {
    if (!this.detail.evidence) return nothing;
    return html`<details>
      <summary>Newest event, as it was seen</summary>
      <pre>${JSON.stringify(this.detail.evidence, null, 1)}</pre>
    </details>`;
  }
}
