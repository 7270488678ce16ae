// What a page says when there is nothing to show yet, nothing at all, or an error.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Problem } from '../api/problem';
import { base } from '../styles/base';

@customElement('sp-note')
export class SpNote extends LitElement {
  static override styles = [
    base,
    css`
      div {
        padding: var(--sp-gap-l);
        text-align: center;
        color: var(--sp-ink-soft);
      }
      .error {
        text-align: left;
        padding: var(--sp-gap-s) var(--sp-gap-m);
        border-radius: var(--sp-radius);
        color: var(--sp-red);
        background: var(--sp-red-soft);
      }
      .good {
        text-align: left;
        padding: var(--sp-gap-s) var(--sp-gap-m);
        border-radius: var(--sp-radius);
        color: var(--sp-green);
        background: var(--sp-green-soft);
      }
    `,
  ];

  @property() kind: 'plain' | 'good' | 'error' = 'plain';
  @property({ attribute: false }) problem: Problem | null = null;

  override render() {
    if (this.problem) {
      const id = this.problem.requestId;
      return html`<div class="error" role="alert">
        ${this.problem.message}${id ? html` <span class="small">(request <code>${id}</code>)</span>` : nothing}
      </div>`;
    }
    return html`<div class=${this.kind} role=${this.kind === 'error' ? 'alert' : 'status'}><slot></slot></div>`;
  }
}
