// The average posture score as a ring, 0 to 100.
import { LitElement, css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { decimal } from './words';

const ROUND = 2 * Math.PI * 52;

@customElement('sp-score')
export class SpScore extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      width: 132px;
      height: 132px;
    }
    svg {
      width: 100%;
      height: 100%;
    }
    circle {
      fill: none;
      stroke: var(--sp-line);
      stroke-width: 10;
    }
    .value {
      stroke-linecap: round;
      transition: stroke-dashoffset 0.4s;
    }
    .green {
      stroke: var(--sp-green-fill);
    }
    .amber {
      stroke: var(--sp-amber-fill);
    }
    .red {
      stroke: var(--sp-red-fill);
    }
    text {
      fill: var(--sp-ink);
      text-anchor: middle;
      font-variant-numeric: tabular-nums;
    }
    .figure {
      font-size: 30px;
      font-weight: 650;
    }
    .unit {
      font-size: 12px;
      fill: var(--sp-ink-soft);
    }
    @media (prefers-reduced-motion: reduce) {
      .value {
        transition: none;
      }
    }
  `;

  @property({ type: Number }) score: number | null = null;

  override render() {
    const words = this.score === null ? 'No score yet' : `Average posture score ${decimal(this.score)} of 100`;
    return html`<svg viewBox="0 0 120 120" role="img" aria-label=${words}>
      <circle cx="60" cy="60" r="52"></circle>
      ${this.score ? this.arc(this.score) : ''}
      <text class="figure" x="60" y="66">${decimal(this.score)}</text>
      <text class="unit" x="60" y="84">of 100</text>
    </svg>`;
  }

  private arc(score: number) {
    const tone = score >= 90 ? 'green' : score >= 60 ? 'amber' : 'red';
    return svg`<circle class="value ${tone}" cx="60" cy="60" r="52" transform="rotate(-90 60 60)"
      stroke-dasharray=${ROUND} stroke-dashoffset=${ROUND * (1 - score / 100)}></circle>`;
  }
}
