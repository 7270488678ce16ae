// One word on a coloured ground; the word carries the meaning, the colour repeats it.
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

export type Tone = 'green' | 'amber' | 'red' | 'blue' | 'grey';

@customElement('sp-badge')
export class SpBadge extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      vertical-align: middle;
    }
    span {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding: 2px 9px;
      border-radius: 999px;
      font-size: var(--sp-text-s);
      font-weight: 600;
      line-height: 1.4;
      white-space: nowrap;
      color: var(--sp-ink-soft);
      background: var(--sp-sunken);
    }
    .dot::before {
      content: '';
      width: 8px;
      height: 8px;
      border-radius: 50%;
      background: var(--sp-grey-fill);
    }
    .green {
      color: var(--sp-green);
      background: var(--sp-green-soft);
    }
    .green::before {
      background: var(--sp-green-fill);
    }
    .amber {
      color: var(--sp-amber);
      background: var(--sp-amber-soft);
    }
    .amber::before {
      background: var(--sp-amber-fill);
    }
    .red {
      color: var(--sp-red);
      background: var(--sp-red-soft);
    }
    .red::before {
      background: var(--sp-red-fill);
    }
    .blue {
      color: var(--sp-accent);
      background: var(--sp-accent-soft);
    }
    .blue::before {
      background: var(--sp-accent);
    }
  `;

  @property() tone: Tone = 'grey';
  @property({ type: Boolean }) dot = false;

  override render() {
    return html`<span class="${this.tone} ${this.dot ? 'dot' : ''}"><slot></slot></span>`;
  }
}
