// /assets: every asset with its state, worst first; filters live in the query string.
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/select';
import '@vaadin/text-field';
import { api, query } from '../api/api';
import type { AssetState, PostureList } from '../api/shapes';
import { Poll } from '../live/poll';
import { filter, setFilter } from '../navigation';
import { stateBadge } from '../parts/badges';
import { Page } from '../parts/page';
import '../parts/sp-note';
import '../parts/sp-page-head';
import '../parts/sp-time';
import { decimal, reasonWords, title } from '../parts/words';
import { base } from '../styles/base';
import { table } from '../styles/table';

const STEP = 200;
const any = { label: 'Any', value: '' };
const choices = (...values: string[]) => [any, ...values.map((value) => ({ label: title(value), value }))];
const STATUS = choices('red', 'amber', 'green');
const CRITICALITY = choices('high', 'medium', 'low');
const MONITORED = [
  { label: 'Monitored', value: '' },
  { label: 'All', value: 'all' },
  { label: 'Not monitored', value: 'false' },
];

function load(signal: AbortSignal): Promise<PostureList> {
  const members = ['status', 'criticality', 'environment', 'owner', 'monitored'];
  return api.get<PostureList>(`/posture${query(Object.fromEntries(members.map((name) => [name, filter(name)])))}`, signal);
}

@customElement('sp-assets-page')
export class SpAssetsPage extends Page {
  static override styles = [
    base,
    table,
    css`
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
        gap: var(--sp-gap-s) var(--sp-gap-m);
        margin-bottom: var(--sp-gap-m);
      }
      .more {
        text-align: center;
        margin-top: var(--sp-gap-m);
      }
    `,
  ];

  protected override name = 'Assets';
  // A long list is asked for less often: 5 s, and 5 s more for each thousand assets.
  private readonly poll = new Poll(this, load, (list) => 5000 + (list?.items.length ?? 0) * 5);
  @state() private shown = STEP;
  @state() private words = '';

  protected override arrive(): void {
    this.words = filter('q');
  }

  override render() {
    const { data, problem, at } = this.poll;
    return html`<sp-page-head heading="Assets" .at=${at} ?stale=${problem !== null}></sp-page-head>
      ${this.filters()}
      ${data
        ? this.list(data.items.filter((asset) => this.wanted(asset)))
        : problem
          ? html`<sp-note .problem=${problem}></sp-note>`
          : html`<sp-note>Loading …</sp-note>`}`;
  }

  private filters() {
    return html`<div class="filters" role="search" aria-label="Filter assets">
      <vaadin-text-field label="Search" placeholder="Name or key" clear-button-visible .value=${this.words} @value-changed=${this.search}></vaadin-text-field>
      ${this.select('Status', 'status', STATUS)} ${this.select('Criticality', 'criticality', CRITICALITY)}
      ${this.text('Environment', 'environment', 'prod, dev')} ${this.text('Owner', 'owner', '')}
      ${this.select('Monitoring', 'monitored', MONITORED)}
    </div>`;
  }

  private select(label: string, name: string, items: { label: string; value: string }[]) {
    const change = (event: CustomEvent<{ value: string }>) => this.narrow(name, event.detail.value);
    return html`<vaadin-select label=${label} placeholder=${items[0]?.label} .items=${items} .value=${filter(name)} @value-changed=${change}></vaadin-select>`;
  }

  private text(label: string, name: string, hint: string) {
    const change = (event: Event) => this.narrow(name, (event.target as HTMLInputElement).value.trim());
    return html`<vaadin-text-field label=${label} placeholder=${hint} clear-button-visible .value=${filter(name)} @change=${change}></vaadin-text-field>`;
  }

  private narrow(name: string, value: string): void {
    if (value === filter(name)) return;
    setFilter(name, value);
    void this.poll.now();
  }

  private search(event: CustomEvent<{ value: string }>): void {
    this.words = event.detail.value;
    setFilter('q', this.words.trim());
  }

  private wanted(asset: AssetState): boolean {
    const words = this.words.trim().toLowerCase();
    return `${asset.asset_key} ${asset.name}`.toLowerCase().includes(words);
  }

  private list(assets: AssetState[]) {
    if (assets.length === 0) return html`<div class="card"><sp-note>No asset matches.</sp-note></div>`;
    const left = assets.length - this.shown;
    return html`<div class="table">
        <table>
          <caption class="visually-hidden">
            ${assets.length} assets, worst first
          </caption>
          <thead>
            <tr>
              <th scope="col">Asset</th>
              <th scope="col">Status</th>
              <th scope="col" class="right">Score</th>
              <th scope="col">Reason</th>
              <th scope="col">Environment</th>
              <th scope="col">Criticality</th>
              <th scope="col">Owner</th>
              <th scope="col">Last check</th>
            </tr>
          </thead>
          <tbody>
            ${assets.slice(0, this.shown).map((asset) => this.line(asset))}
          </tbody>
        </table>
      </div>
      ${left > 0
        ? html`<p class="more"><vaadin-button @click=${() => (this.shown += STEP)}>Show more (${left} left)</vaadin-button></p>`
        : nothing}`;
  }

  private line(asset: AssetState) {
    return html`<tr data-asset=${asset.asset_key}>
      <td class="first">
        <a href="/assets/${encodeURIComponent(asset.asset_key)}">${asset.name}</a>
        <span class="key">${asset.asset_key}</span>
      </td>
      <td data-label="Status">
        <span>${stateBadge(asset)} ${asset.flapping ? html`<sp-badge tone="amber">Flapping</sp-badge>` : nothing}</span>
      </td>
      <td data-label="Score" class="right number">${decimal(asset.posture_score)}</td>
      <td data-label="Reason">${reasonWords(asset.reason)}</td>
      <td data-label="Environment">${asset.environment ?? '–'}</td>
      <td data-label="Criticality">${title(asset.criticality ?? '–')}</td>
      <td data-label="Owner">${asset.owner || '–'}</td>
      <td data-label="Last check"><sp-time .at=${asset.last_seen} relative></sp-time></td>
    </tr>`;
  }
}
