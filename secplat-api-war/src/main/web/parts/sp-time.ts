// A time in the reader's locale; UTC in the title.
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Tick } from '../live/tick';
import { ago, fullTime, utc } from './clock';

@customElement('sp-time')
export class SpTime extends LitElement {
  static override styles = css`
    :host {
      white-space: nowrap;
    }
  `;

  @property() at: string | null = null;
  /** Shows the distance from now instead of the date. */
  @property({ type: Boolean }) relative = false;

  constructor() {
    super();
    new Tick(this);
  }

  override render() {
    if (!this.at) return html`–`;
    const at = new Date(this.at);
    const words = this.relative ? ago(at, new Date()) : fullTime(at);
    return html`<time datetime=${this.at} title=${this.relative ? `${fullTime(at)} · ${utc(at)}` : utc(at)}>${words}</time>`;
  }
}
