// Starts a scan of a verified asset and opens its job; tells `closed` when it is cancelled.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/combo-box';
import '@vaadin/select';
import { api } from '../api/api';
import { Problem } from '../api/problem';
import { choice, scannable } from '../api/scannable';
import type { Asset, Job } from '../api/shapes';
import { go } from '../navigation';
import { base } from '../styles/base';
import './sp-note';
import { jobTypeChoices, priorityChoices } from './words';

@customElement('sp-scan-form')
export class SpScanForm extends LitElement {
  static override styles = [
    base,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        gap: var(--sp-gap-s) var(--sp-gap-m);
        margin: var(--sp-gap-s) 0 var(--sp-gap-m);
      }
    `,
  ];

  /** The asset to begin with. */
  @property() chosen = '';
  @state() private assets: Asset[] | null = null;
  @state() private type = jobTypeChoices[0]?.value ?? '';
  @state() private priority = 'normal';
  @state() private problem: Problem | null = null;
  @state() private busy = false;
  @state() private known: Job | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.assets = await scannable();
      this.chosen ||= this.assets.length === 1 ? (this.assets[0]?.asset_key ?? '') : '';
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  }

  override render() {
    return html`<section class="card" aria-labelledby="scan">
      <h2 id="scan">Start a scan</h2>
      ${this.assets?.length === 0 ? html`<sp-note>No asset is verified yet. Only verified web assets can be scanned.</sp-note>` : this.fields()}
      ${this.problem ? html`<sp-note .problem=${this.problem}></sp-note>` : nothing}
      ${this.known ? this.again(this.known) : this.buttons()}
    </section>`;
  }

  private fields() {
    return html`<div class="fields">
      <vaadin-combo-box
        label="Verified asset"
        required
        .items=${(this.assets ?? []).map(choice)}
        .value=${this.assets ? this.chosen : ''}
        @value-changed=${(event: CustomEvent<{ value: string }>) => this.assets && this.choose({ chosen: event.detail.value })}
      ></vaadin-combo-box>
      <vaadin-select
        label="Scan"
        .items=${jobTypeChoices}
        .value=${this.type}
        @value-changed=${(event: CustomEvent<{ value: string }>) => this.choose({ type: event.detail.value })}
      ></vaadin-select>
      <vaadin-select
        label="Priority"
        helper-text="Urgent scans go before those that wait."
        .items=${priorityChoices}
        .value=${this.priority}
        @value-changed=${(event: CustomEvent<{ value: string }>) => this.choose({ priority: event.detail.value })}
      ></vaadin-select>
    </div>`;
  }

  /** Another wish is not the one that was asked for in this hour. */
  private choose(wish: Partial<Pick<SpScanForm, 'chosen'> & { type: string; priority: string }>): void {
    const { chosen = this.chosen, type = this.type, priority = this.priority } = wish;
    if (chosen !== this.chosen || type !== this.type) this.known = null;
    Object.assign(this, { chosen, type, priority });
  }

  private buttons() {
    const ready = !this.busy && this.assets?.some((asset) => asset.asset_key === this.chosen);
    return html`<div class="row">
      <vaadin-button theme="primary" ?disabled=${!ready} @click=${() => this.start(false)}>Start</vaadin-button>
      <vaadin-button @click=${() => this.dispatchEvent(new CustomEvent('closed'))}>Cancel</vaadin-button>
    </div>`;
  }

  private again(job: Job) {
    return html`<p>This scan was already asked for in this hour: <a href="/jobs/${job.job_id}">job #${job.job_id}</a>.</p>
      <div class="row">
        <vaadin-button theme="primary" ?disabled=${this.busy} @click=${() => this.start(true)}>Scan again</vaadin-button>
        <vaadin-button @click=${() => this.dispatchEvent(new CustomEvent('closed'))}>Cancel</vaadin-button>
      </div>`;
  }

  private async start(force: boolean): Promise<void> {
    const asset = this.assets?.find((one) => one.asset_key === this.chosen);
    if (!asset) return;
    this.busy = true;
    this.problem = null;
    try {
      const job = await api.post<Job>('/jobs', {
        job_type: this.type,
        target_asset_id: asset.asset_id,
        priority: this.priority,
        ...(force ? { force } : {}),
      });
      if (job.deduped) this.known = job;
      else go(`/jobs/${job.job_id}`);
    } catch (failure) {
      this.problem = Problem.from(failure);
    } finally {
      this.busy = false;
    }
  }
}
