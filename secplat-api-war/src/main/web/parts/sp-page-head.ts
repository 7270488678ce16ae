// The head of a page: its name, what one can do, and how fresh the data is.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../styles/base';
import { clockTime, utc } from './clock';

@customElement('sp-page-head')
export class SpPageHead extends LitElement {
  static override styles = [
    base,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sp-gap-s) var(--sp-gap-m);
        align-items: center;
        margin-bottom: var(--sp-gap-l);
      }
      .name {
        margin-right: auto;
        min-width: 0;
      }
      .name h1 {
        overflow-wrap: anywhere;
      }
      .stale {
        color: var(--sp-amber);
      }
    `,
  ];

  @property() heading = '';
  /** The time of the newest data; given so that a new answer draws this part again. */
  @property({ attribute: false }) at: Date | null = null;
  @property({ type: Boolean }) stale = false;

  override render() {
    return html`<div class="head">
      <div class="name">
        <h1 tabindex="-1">${this.heading}</h1>
        <slot name="below"></slot>
      </div>
      ${this.freshness()}
      <slot></slot>
    </div>`;
  }

  private freshness() {
    if (!this.at) return nothing;
    const time = html`<time datetime=${this.at.toISOString()} title=${utc(this.at)}>${clockTime(this.at)}</time>`;
    return this.stale
      ? html`<span class="small stale">Not updating; last seen ${time}</span>`
      : html`<span class="small soft">Updated ${time}</span>`;
  }

  /** Moves a screen reader and the keyboard to the page that has just opened. */
  focusHeading(): void {
    this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
  }
}
