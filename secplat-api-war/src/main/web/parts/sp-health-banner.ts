// Says so when the API does not answer that it lives.
import { LitElement, css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { healthy } from '../api/api';
import { Poll } from '../live/poll';

@customElement('sp-health-banner')
export class SpHealthBanner extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    p {
      margin: 0;
      padding: 10px var(--sp-gap-l);
      background: var(--sp-red-soft);
      color: var(--sp-red);
      border-bottom: 1px solid var(--sp-red-fill);
      font-weight: 550;
    }
  `;

  private readonly poll = new Poll(this, () => healthy());

  override render() {
    return html`<div role="status">
      ${this.poll.data === false
        ? html`<p>SecPlat does not answer at the moment. What you see may be old; this page tries again by itself.</p>`
        : nothing}
    </div>`;
  }
}
