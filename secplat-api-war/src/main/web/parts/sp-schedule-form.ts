// Makes a schedule or changes one; tells `closed` with what was saved, or null.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/combo-box';
import '@vaadin/select';
import '@vaadin/text-field';
import { api } from '../api/api';
import { Problem } from '../api/problem';
import { choice, scannable } from '../api/scannable';
import type { Asset, Schedule } from '../api/shapes';
import { base } from '../styles/base';
import { cronWords } from './cron';
import './sp-note';
import { jobTypeChoices, jobTypeWords, priorityChoices } from './words';

const OWN = 'own';
const RHYTHMS = [
  { label: 'Every hour', value: '0 * * * *' },
  { label: 'Every day', value: '30 2 * * *' },
  { label: 'Every week', value: '30 2 * * 1' },
  { label: 'Every month', value: '30 2 1 * *' },
  { label: 'As the expression says', value: OWN },
];
const FIELDS = 'Minute, hour, day of month, month, day of week';
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

interface Wish {
  asset: string;
  type: string;
  cron: string;
  zone: string;
  priority: string;
}

/** Which field tells what is wrong with a member of the body. */
const PLACES: Record<string, keyof Wish> = { target_asset_id: 'asset', cron: 'cron', time_zone: 'zone' };

@customElement('sp-schedule-form')
export class SpScheduleForm extends LitElement {
  static override styles = [
    base,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        gap: var(--sp-gap-s) var(--sp-gap-m);
        align-items: start;
        margin: var(--sp-gap-s) 0 var(--sp-gap-m);
      }
      sp-note {
        margin-bottom: var(--sp-gap-m);
      }
    `,
  ];

  /** The schedule to change; null makes one. */
  @property({ attribute: false }) schedule: Schedule | null = null;
  /** The asset that a new one begins with. */
  @property() chosen = '';
  @state() private assets: Asset[] | null = null;
  @state() private wish!: Wish;
  @state() private wrong = new Map<string, string>();
  @state() private problem: Problem | null = null;
  @state() private busy = false;
  /** Whether the expression was chosen to be the reader's own, whatever it says. */
  @state() private own = false;
  private zones: string[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const old = this.schedule;
    this.wish = {
      asset: old?.asset_key ?? this.chosen,
      type: old?.job_type ?? jobTypeChoices[0]?.value ?? '',
      cron: old?.cron ?? '30 2 * * *',
      zone: old?.time_zone ?? HERE,
      priority: old?.priority ?? 'normal',
    };
    this.zones = [...new Set([this.wish.zone, HERE, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
    if (!old) void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.assets = await scannable();
      const [only, ...others] = this.assets;
      if (only && others.length === 0) this.want({ asset: only.asset_key });
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  }

  override firstUpdated(): void {
    const first = this.renderRoot.querySelector<LitElement>(this.schedule ? '#cron' : '#asset');
    void first?.updateComplete.then(() => first.focus());
  }

  override render() {
    const heading = this.schedule ? `Change ${jobTypeWords(this.schedule.job_type)} of ${this.schedule.asset_key}` : 'New schedule';
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <form @submit=${this.submit} @keydown=${this.key}>
        ${this.assets?.length === 0
          ? html`<sp-note>No asset is verified yet. Only verified web assets can be scanned.</sp-note>`
          : html`<div class="fields">${this.schedule ? nothing : this.what()} ${this.when()} ${this.how()}</div>`}
        ${this.problem ? html`<sp-note .problem=${this.problem}></sp-note>` : nothing}
        <div class="row">
          <vaadin-button theme="primary" ?disabled=${this.busy} @click=${this.submit}>Save</vaadin-button>
          <vaadin-button @click=${() => this.close(null)}>Cancel</vaadin-button>
        </div>
      </form>
    </section>`;
  }

  private what() {
    return html`<vaadin-combo-box
        id="asset"
        label="Verified asset"
        required
        manual-validation
        .items=${(this.assets ?? []).map(choice)}
        .value=${this.assets ? this.wish.asset : ''}
        .invalid=${this.wrong.has('target_asset_id')}
        .errorMessage=${this.wrong.get('target_asset_id') ?? ''}
        @value-changed=${(event: CustomEvent<{ value: string }>) => this.assets && this.want({ asset: event.detail.value })}
      ></vaadin-combo-box>
      <vaadin-select
        label="Scan"
        .items=${jobTypeChoices}
        .value=${this.wish.type}
        @value-changed=${(event: CustomEvent<{ value: string }>) => this.want({ type: event.detail.value })}
      ></vaadin-select>`;
  }

  private when() {
    const known = this.own ? undefined : RHYTHMS.find((one) => one.value === this.wish.cron);
    return html`<vaadin-select
        label="Repeat"
        .items=${RHYTHMS}
        .value=${known?.value ?? OWN}
        @value-changed=${(event: CustomEvent<{ value: string }>) => this.follow(event.detail.value)}
      ></vaadin-select>
      <vaadin-text-field
        id="cron"
        label="Cron expression"
        required
        manual-validation
        maxlength="100"
        autocomplete="off"
        helper-text=${cronWords(this.wish.cron) ?? FIELDS}
        .value=${this.wish.cron}
        .invalid=${this.wrong.has('cron')}
        .errorMessage=${this.wrong.get('cron') ?? ''}
        @value-changed=${(event: CustomEvent<{ value: string }>) => this.want({ cron: event.detail.value })}
      ></vaadin-text-field>
      <vaadin-combo-box
        id="zone"
        label="Time zone"
        required
        manual-validation
        .items=${this.zones}
        .value=${this.wish.zone}
        .invalid=${this.wrong.has('time_zone')}
        .errorMessage=${this.wrong.get('time_zone') ?? ''}
        @value-changed=${(event: CustomEvent<{ value: string }>) => this.want({ zone: event.detail.value })}
      ></vaadin-combo-box>`;
  }

  private how() {
    return html`<vaadin-select
      label="Priority"
      helper-text="Urgent scans go before those that wait."
      .items=${priorityChoices}
      .value=${this.wish.priority}
      @value-changed=${(event: CustomEvent<{ value: string }>) => this.want({ priority: event.detail.value })}
    ></vaadin-select>`;
  }

  private follow(rhythm: string): void {
    this.own = rhythm === OWN;
    if (!this.own) this.want({ cron: rhythm });
  }

  /** A field that was changed is not wrong any more until it is sent again. */
  private want(change: Partial<Wish>): void {
    this.wish = { ...this.wish, ...change };
    this.wrong = new Map([...this.wrong].filter(([name]) => !((PLACES[name] ?? '') in change)));
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.target as HTMLElement).closest('#cron')) void this.submit(event);
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    this.wrong = this.missing();
    try {
      if (this.wrong.size === 0) this.close(await this.save());
    } catch (failure) {
      this.refused(Problem.from(failure));
    } finally {
      this.busy = false;
    }
    const [first] = this.wrong.keys();
    if (first) this.renderRoot.querySelector<HTMLElement>(`#${PLACES[first]}`)?.focus();
  }

  /** What can be said without asking. */
  private missing(): Map<string, string> {
    const wrong = new Map<string, string>();
    if (!this.schedule && !this.asset()) wrong.set('target_asset_id', 'Choose an asset');
    if (!this.wish.cron.trim()) wrong.set('cron', FIELDS);
    if (!this.wish.zone) wrong.set('time_zone', 'Choose a time zone');
    return wrong;
  }

  private asset(): Asset | undefined {
    return this.assets?.find((one) => one.asset_key === this.wish.asset);
  }

  private save(): Promise<Schedule> {
    const rule = { cron: this.wish.cron.trim(), time_zone: this.wish.zone, priority: this.wish.priority };
    return this.schedule
      ? api.patch<Schedule>(`/jobs/schedules/${this.schedule.id}`, rule)
      : api.post<Schedule>('/jobs/schedules', { target_asset_id: this.asset()?.asset_id, job_type: this.wish.type, ...rule });
  }

  /** Beside the fields if they are what is wrong; below them otherwise. */
  private refused(problem: Problem): void {
    this.wrong = new Map([...problem.fields()].filter(([name]) => name in PLACES));
    this.problem = this.wrong.size > 0 ? null : problem;
  }

  private close(saved: Schedule | null): void {
    this.dispatchEvent(new CustomEvent('closed', { detail: { saved } }));
  }
}
