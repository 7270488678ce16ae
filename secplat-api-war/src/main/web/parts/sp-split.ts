// Green, amber and red as one bar and three links to the assets behind them.
import { LitElement, css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PostureSummary } from '../api/shapes';
import { base } from '../styles/base';

const COLOURS = ['green', 'amber', 'red'] as const;

@customElement('sp-split')
export class SpSplit extends LitElement {
  static override styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        height: 12px;
        border-radius: 6px;
        background: var(--sp-line);
        margin-bottom: var(--sp-gap-m);
      }
      .green {
        --tone: var(--sp-green-fill);
      }
      .amber {
        --tone: var(--sp-amber-fill);
      }
      .red {
        --tone: var(--sp-red-fill);
      }
      rect {
        fill: var(--tone);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: var(--sp-gap-s);
      }
      a {
        display: block;
        padding: var(--sp-gap-s) var(--sp-gap-m);
        border-radius: var(--sp-radius-s);
        border-left: 4px solid var(--tone);
        background: var(--sp-sunken);
        color: var(--sp-ink);
      }
      strong {
        display: block;
        font-size: var(--sp-text-xl);
        line-height: 1.2;
      }
    `,
  ];

  @property({ attribute: false }) summary!: PostureSummary;

  override render() {
    return html`${this.bar()}
      <ul>
        ${COLOURS.map(
          (colour) => html`<li>
            <a class=${colour} href="/assets?status=${colour}"
              ><strong class="number" data-count=${colour}>${this.summary[colour]}</strong>
              <span class="small soft">${colour === 'green' ? 'Green' : colour === 'amber' ? 'Amber' : 'Red'}</span></a
            >
          </li>`,
        )}
      </ul>`;
  }

  private bar() {
    let x = 0;
    const parts = COLOURS.map((colour) => {
      const width = this.summary.total ? (100 * this.summary[colour]) / this.summary.total : 0;
      const part = svg`<rect class=${colour} x=${x} y="0" width=${width} height="1"></rect>`;
      x += width;
      return part;
    });
    return html`<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
  }
}
