// /schedules: scans that are due again and again; they are made, changed, paused and deleted here.
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query as part, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import '@vaadin/button';
import '@vaadin/text-field';
import { api, query } from '../api/api';
import { Problem } from '../api/problem';
import { may } from '../api/session';
import type { Schedule, SchedulePage } from '../api/shapes';
import { Poll } from '../live/poll';
import { filter, setFilter } from '../navigation';
import { priorityBadge } from '../parts/badges';
import { cronWords } from '../parts/cron';
import { Page } from '../parts/page';
import '../parts/sp-badge';
import '../parts/sp-confirm';
import '../parts/sp-note';
import '../parts/sp-page-head';
import type { SpPageHead } from '../parts/sp-page-head';
import '../parts/sp-schedule-form';
import '../parts/sp-time';
import { jobTypeWords } from '../parts/words';
import { base } from '../styles/base';
import { table } from '../styles/table';

/** As many as the API gives at once. */
const STEP = 200;

const nameOf = (schedule: Schedule) => `${jobTypeWords(schedule.job_type)} of ${schedule.asset_key}`;

@customElement('sp-schedules-page')
export class SpSchedulesPage extends Page {
  static override styles = [
    base,
    table,
    css`
      .filters,
      sp-schedule-form,
      .said {
        margin-bottom: var(--sp-gap-m);
      }
      .acts {
        justify-content: flex-end;
        flex-wrap: nowrap;
      }
      .more {
        text-align: center;
        margin-top: var(--sp-gap-m);
      }
      @media (max-width: 860px) {
        .acts {
          flex-wrap: wrap;
        }
      }
    `,
  ];

  protected override name = 'Schedules';
  private readonly poll = new Poll(this, (signal) => this.load(signal));
  @state() private pages = 1;
  @state() private form: Schedule | 'new' | null = null;
  @state() private doomed: Schedule | null = null;
  @state() private said: TemplateResult | null = null;
  @state() private refused: Problem | null = null;
  @part('sp-page-head') private pageHead!: SpPageHead;

  protected override arrive(): void {
    this.form = may('analyst') && filter('new') !== '' ? 'new' : null;
  }

  private async load(signal: AbortSignal): Promise<SchedulePage> {
    const whole: SchedulePage = { items: [], next_cursor: null };
    for (let page = 0; page < this.pages && (page === 0 || whole.next_cursor); page++) {
      const members = { asset_key: filter('asset'), limit: STEP, cursor: whole.next_cursor ?? '' };
      const next = await api.get<SchedulePage>(`/jobs/schedules${query(members)}`, signal);
      whole.items.push(...next.items);
      whole.next_cursor = next.next_cursor;
    }
    return whole;
  }

  override render() {
    const { data, problem, at } = this.poll;
    return html`<sp-page-head heading="Schedules" .at=${at} ?stale=${problem !== null}>
        ${may('analyst') && this.form === null
          ? html`<vaadin-button theme="primary" @click=${() => this.open('new')}>New schedule</vaadin-button>`
          : nothing}
      </sp-page-head>
      ${this.form ? this.editor(this.form) : nothing}
      ${this.said ? html`<sp-note class="said" kind="good">${this.said}</sp-note>` : nothing}
      ${this.refused ? html`<sp-note class="said" .problem=${this.refused}></sp-note>` : nothing}
      <div class="filters" role="search" aria-label="Filter schedules">
        <vaadin-text-field
          label="Asset"
          placeholder="Its key"
          clear-button-visible
          .value=${filter('asset')}
          @change=${(event: Event) => this.narrow((event.target as HTMLInputElement).value.trim())}
        ></vaadin-text-field>
      </div>
      ${data ? this.list(data) : problem ? html`<sp-note .problem=${problem}></sp-note>` : html`<sp-note>Loading …</sp-note>`}
      ${this.doomed ? this.question(this.doomed) : nothing}`;
  }

  private editor(form: Schedule | 'new') {
    const schedule = form === 'new' ? null : form;
    return keyed(
      schedule?.id ?? 'new',
      html`<sp-schedule-form .schedule=${schedule} .chosen=${filter('asset')} @closed=${this.edited}></sp-schedule-form>`,
    );
  }

  private question(schedule: Schedule) {
    return html`<sp-confirm heading="Delete this schedule?" action="Delete" @closed=${this.decided}>
      ${nameOf(schedule)} will not be scanned by itself any more. Its jobs stay.
    </sp-confirm>`;
  }

  private list({ items, next_cursor }: SchedulePage) {
    if (items.length === 0) return html`<div class="card"><sp-note>No schedules.</sp-note></div>`;
    return html`<div class="table">
        <table>
          <caption class="visually-hidden">
            Schedules, newest first
          </caption>
          <thead>
            <tr>
              <th scope="col">Scan</th>
              <th scope="col">When</th>
              <th scope="col">State</th>
              <th scope="col">Next run</th>
              <th scope="col">Last run</th>
              <th scope="col">Priority</th>
              <th scope="col">Made by</th>
              ${may('analyst') ? html`<th scope="col"><span class="visually-hidden">Actions</span></th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${repeat(
              items,
              (schedule) => schedule.id,
              (schedule) => this.line(schedule),
            )}
          </tbody>
        </table>
      </div>
      ${next_cursor ? html`<p class="more"><vaadin-button @click=${this.more}>Show more</vaadin-button></p>` : nothing}`;
  }

  private line(schedule: Schedule) {
    const words = cronWords(schedule.cron);
    return html`<tr data-schedule=${schedule.id}>
      <td class="first">
        ${jobTypeWords(schedule.job_type)}
        <a class="key" href="/assets/${encodeURIComponent(schedule.asset_key)}">${schedule.asset_key}</a>
      </td>
      <td data-label="When">
        <span>${words ?? html`<code>${schedule.cron}</code>`}<span class="key">${words ? `${schedule.cron} · ` : ''}${schedule.time_zone}</span></span>
      </td>
      <td data-label="State">
        ${schedule.enabled ? html`<sp-badge tone="green" dot>On</sp-badge>` : html`<sp-badge tone="grey" dot>Paused</sp-badge>`}
      </td>
      <td data-label="Next run"><sp-time .at=${schedule.next_run_at}></sp-time></td>
      <td data-label="Last run"><span>${this.last(schedule)}</span></td>
      <td data-label="Priority">${priorityBadge(schedule.priority)}</td>
      <td data-label="Made by">${schedule.created_by ?? '–'}</td>
      ${may('analyst') ? html`<td class="acts">${this.acts(schedule)}</td>` : nothing}
    </tr>`;
  }

  private last(schedule: Schedule) {
    return html`<sp-time .at=${schedule.last_run_at} relative></sp-time>
      ${schedule.last_job_id ? html`<a class="small" href="/jobs/${schedule.last_job_id}">#${schedule.last_job_id}</a>` : nothing}
      ${schedule.skipped ? html`<span class="small soft">${schedule.skipped} skipped</span>` : nothing}`;
  }

  private acts(schedule: Schedule) {
    const name = nameOf(schedule);
    const turn = schedule.enabled ? 'Pause' : 'Resume';
    return html`<div class="row acts">
      <vaadin-button aria-label="Change ${name}" @click=${() => this.open(schedule)}>Change</vaadin-button>
      <vaadin-button aria-label="${turn} ${name}" @click=${() => this.turn(schedule)}>${turn}</vaadin-button>
      <vaadin-button aria-label="Delete ${name}" @click=${() => (this.doomed = schedule)}>Delete</vaadin-button>
    </div>`;
  }

  private open(form: Schedule | 'new' | null): void {
    this.form = form;
    this.said = this.refused = null;
    setFilter('new', form === 'new' ? 'yes' : '');
  }

  private edited(event: CustomEvent<{ saved: Schedule | null }>): void {
    const { saved } = event.detail;
    this.open(null);
    if (saved) this.done(html`Saved. ${this.outlook(saved)}`);
    this.pageHead.focusHeading();
  }

  private outlook(schedule: Schedule) {
    if (!schedule.enabled) return 'It is paused.';
    return schedule.next_run_at ? html`Next run: <sp-time .at=${schedule.next_run_at}></sp-time>.` : 'It means no time any more.';
  }

  private turn(schedule: Schedule): Promise<void> {
    return this.attempt(async () => {
      const changed = await api.patch<Schedule>(`/jobs/schedules/${schedule.id}`, { enabled: !schedule.enabled });
      return html`${nameOf(changed)}: ${changed.enabled ? html`on. ${this.outlook(changed)}` : 'paused.'}`;
    });
  }

  private async decided(event: CustomEvent<{ confirmed: boolean }>): Promise<void> {
    const schedule = this.doomed;
    this.doomed = null;
    if (!schedule || !event.detail.confirmed) return;
    await this.attempt(async () => {
      await api.delete(`/jobs/schedules/${schedule.id}`);
      if (this.form !== 'new' && this.form?.id === schedule.id) this.form = null;
      return html`${nameOf(schedule)} is deleted.`;
    });
    this.pageHead.focusHeading();
  }

  /** Tells what came of it, and shows how things are now in either case. */
  private async attempt(work: () => Promise<TemplateResult>): Promise<void> {
    this.said = this.refused = null;
    try {
      this.said = await work();
    } catch (failure) {
      this.refused = Problem.from(failure);
    }
    await this.poll.now();
  }

  private done(said: TemplateResult): void {
    this.said = said;
    void this.poll.now();
  }

  private narrow(asset: string): void {
    if (asset === filter('asset')) return;
    setFilter('asset', asset);
    this.pages = 1;
    void this.poll.now();
  }

  private more(): void {
    this.pages++;
    void this.poll.now();
  }
}
