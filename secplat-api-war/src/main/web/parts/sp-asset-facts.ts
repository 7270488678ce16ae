// What is known of an asset: posture and inventory.
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Asset, PostureDetail } from '../api/shapes';
import { base } from '../styles/base';
import { facts } from '../styles/facts';
import './sp-time';
import { decimal, reasonWords, title } from './words';

@customElement('sp-asset-facts')
export class SpAssetFacts extends LitElement {
  static override styles = [base, facts];

  @property({ attribute: false }) asset!: Asset;
  @property({ attribute: false }) detail!: PostureDetail;

  override render() {
    const { state, reason_display } = this.detail;
    return html`<section class="card" aria-labelledby="facts">
      <h2 id="facts">Details</h2>
      <dl>
        ${this.fact('Score', html`<span class="number">${decimal(state.posture_score)}</span>`)}
        ${this.fact('Reason', reasonWords(reason_display ?? state.reason))}
        ${state.pending_status ? this.fact('Waiting to become', title(state.pending_status)) : nothing}
        ${this.fact('In this state since', html`<sp-time .at=${state.last_status_change}></sp-time>`)}
        ${this.fact('Last check', html`<sp-time .at=${state.last_seen}></sp-time>`)}
        ${this.fact('Last good', html`<sp-time .at=${state.last_good_at}></sp-time>`)}
        ${this.fact('Confidence', state.confidence === null ? '–' : `${decimal(state.confidence * 100)} %`)}
        ${this.fact('Type', this.asset.type)} ${this.fact('Environment', this.asset.environment)}
        ${this.fact('Criticality', title(this.asset.criticality))} ${this.fact('Owner', this.asset.owner || '–')}
        ${this.asset.verification_expires_at
          ? this.fact('Verified until', html`<sp-time .at=${this.asset.verification_expires_at}></sp-time>`)
          : nothing}
        ${this.fact('Probe', this.asset.probe ? `${this.asset.probe.kind}, every ${this.asset.probe.interval_seconds} s` : 'none')}
      </dl>
    </section>`;
  }

  private fact(name: string, value: string | TemplateResult) {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  }
}
