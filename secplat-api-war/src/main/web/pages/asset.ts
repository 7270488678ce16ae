// /assets/{key}: one asset: its state, its checks, its findings, and what one may do with it.
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '@vaadin/button';
import { api } from '../api/api';
import { Problem } from '../api/problem';
import { may } from '../api/session';
import type { Asset, Finding, PostureDetail } from '../api/shapes';
import { Poll } from '../live/poll';
import { go } from '../navigation';
import { stateBadge } from '../parts/badges';
import { Page } from '../parts/page';
import '../parts/sp-asset-checks';
import '../parts/sp-asset-edit';
import '../parts/sp-asset-facts';
import '../parts/sp-findings';
import '../parts/sp-note';
import '../parts/sp-page-head';
import { base } from '../styles/base';

interface Whole {
  asset: Asset;
  detail: PostureDetail;
  findings: Finding[];
}

@customElement('sp-asset-page')
export class SpAssetPage extends Page {
  static override styles = [
    base,
    css`
      .tips li {
        list-style: disc;
        margin: var(--sp-gap-xs) 0 0 var(--sp-gap-m);
      }
    `,
  ];

  protected override name = '';
  private key = '';
  private readonly poll = new Poll(this, (signal) => this.load(signal));
  @state() private editing = false;
  @state() private said = '';
  @state() private refused: Problem | null = null;

  protected override arrive(): void {
    this.key = this.name = decodeURIComponent(location.pathname.split('/')[2] ?? '');
  }

  private async load(signal: AbortSignal): Promise<Whole> {
    const key = encodeURIComponent(this.key);
    const [asset, detail, findings] = await Promise.all([
      api.get<Asset>(`/assets/by-key/${key}`, signal),
      api.get<PostureDetail>(`/posture/${key}/detail?hours=24`, signal),
      api.get<Finding[]>(`/findings?asset_key=${key}&limit=100`, signal),
    ]);
    return { asset, detail, findings };
  }

  override render() {
    const { data, problem, at } = this.poll;
    return html`<sp-page-head heading=${data?.asset.name ?? this.key} .at=${at} ?stale=${problem !== null}>
        <p slot="below" class="row">
          <code class="soft">${this.key}</code>${data ? stateBadge(data.detail.state) : nothing}
          ${data?.asset.verified ? html`<sp-badge tone="blue">Verified</sp-badge>` : nothing}
        </p>
        ${data ? this.actions(data.asset) : nothing}
      </sp-page-head>
      <div class="stack">
        ${this.said ? html`<sp-note kind="good">${this.said}</sp-note>` : nothing}
        ${this.refused ? html`<sp-note .problem=${this.refused}></sp-note>` : nothing}
        ${data ? this.content(data) : html`<sp-note .problem=${problem}>Loading …</sp-note>`}
      </div>`;
  }

  private actions(asset: Asset) {
    if (!may('analyst')) return nothing;
    const scan = () => go(`/jobs?new=yes&asset=${encodeURIComponent(asset.asset_key)}`);
    const schedules = () => go(`/schedules?asset=${encodeURIComponent(asset.asset_key)}`);
    return html`
      <vaadin-button ?hidden=${this.editing} @click=${() => (this.editing = true)}>Edit</vaadin-button>
      ${asset.type !== 'external_web'
        ? nothing
        : asset.verified
          ? html`<vaadin-button @click=${() => this.verify(asset)}>Verify again</vaadin-button>
              <vaadin-button @click=${schedules}>Schedules</vaadin-button>
              <vaadin-button theme="primary" @click=${scan}>Scan</vaadin-button>`
          : html`<vaadin-button theme="primary" @click=${() => this.verify(asset)}>Verify domain</vaadin-button>`}
    `;
  }

  private content({ asset, detail, findings }: Whole) {
    return html`${this.editing
        ? html`<sp-asset-edit .asset=${asset} @closed=${this.edited}></sp-asset-edit>`
        : nothing}
      <div class="columns">
        <sp-asset-facts .asset=${asset} .detail=${detail}></sp-asset-facts>
        <sp-asset-checks .detail=${detail}></sp-asset-checks>
      </div>
      ${detail.recommendations.length > 0
        ? html`<section class="card tips" aria-labelledby="tips">
            <h2 id="tips">What to do</h2>
            <ul>
              ${detail.recommendations.map((tip) => html`<li>${tip}</li>`)}
            </ul>
          </section>`
        : nothing}
      <sp-findings .findings=${findings}></sp-findings>`;
  }

  private edited(event: CustomEvent<{ changed: boolean }>): void {
    this.editing = false;
    if (!event.detail.changed) return;
    this.said = 'Saved.';
    void this.poll.now();
  }

  private async verify(asset: Asset): Promise<void> {
    this.said = '';
    this.refused = null;
    try {
      await api.post(`/assets/${asset.asset_id}/verify`, { method: 'well_known' });
      this.said = 'The domain is verified.';
    } catch (failure) {
      this.refused = Problem.from(failure);
    }
    void this.poll.now();
  }
}
