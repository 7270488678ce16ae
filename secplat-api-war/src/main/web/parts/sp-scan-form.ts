// Starts a scan of a verified asset and opens its job; tells `closed` when it is cancelled.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/combo-box';
import '@vaadin/select';
import { api } from '../api/api';
import { Problem } from '../api/problem';
import type { Asset, Job } from '../api/shapes';
import { go } from '../navigation';
import { base } from '../styles/base';
import './sp-note';
import { jobTypeNames, jobTypeWords } from './words';

const TYPES = jobTypeNames.map((value) => ({ label: jobTypeWords(value), value }));

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
  @state() private type = TYPES[0]?.value ?? '';
  @state() private problem: Problem | null = null;
  @state() private busy = false;
  @state() private known: Job | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      const all = await api.get<Asset[]>('/assets');
      this.assets = all.filter((asset) => asset.verified && asset.type === 'external_web');
      this.chosen ||= this.assets.length === 1 ? (this.assets[0]?.asset_key ?? '') : '';
    } catch (failure) {
      this.problem = failure instanceof Problem ? failure : Problem.unreachable();
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
    const items = (this.assets ?? []).map((asset) => ({ label: `${asset.name} (${asset.asset_key})`, value: asset.asset_key }));
    return html`<div class="fields">
      <vaadin-combo-box
        label="Verified asset"
        required
        .items=${items}
        .value=${this.assets ? this.chosen : ''}
        @value-changed=${(event: CustomEvent<{ value: string }>) => this.assets && this.choose(event.detail.value, this.type)}
      ></vaadin-combo-box>
      <vaadin-select
        label="Scan"
        .items=${TYPES}
        .value=${this.type}
        @value-changed=${(event: CustomEvent<{ value: string }>) => this.choose(this.chosen, event.detail.value)}
      ></vaadin-select>
    </div>`;
  }

  private choose(asset: string, type: string): void {
    if (asset === this.chosen && type === this.type) return;
    this.chosen = asset;
    this.type = type;
    this.known = null;
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
      const job = await api.post<Job>('/jobs', { job_type: this.type, target_asset_id: asset.asset_id, ...(force ? { force } : {}) });
      if (job.deduped) this.known = job;
      else go(`/jobs/${job.job_id}`);
    } catch (failure) {
      this.problem = failure instanceof Problem ? failure : Problem.unreachable();
    } finally {
      this.busy = false;
    }
  }
}
