// The newest checks of an asset as bars, oldest left: height is latency, colour is the result.
import { LitElement, css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HealthEvent } from '../api/shapes';
import { base } from '../styles/base';
import { clockTime } from './clock';

const WIDTH = 10;
const HEIGHT = 64;

@customElement('sp-timeline')
export class SpTimeline extends LitElement {
  static override styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        height: 72px;
      }
      rect {
        fill: var(--sp-green-fill);
      }
      .bad {
        fill: var(--sp-red-fill);
      }
      .ends {
        display: flex;
        justify-content: space-between;
      }
    `,
  ];

  @property({ attribute: false }) events: HealthEvent[] = [];

  override render() {
    const events = [...this.events].reverse();
    const first = events[0];
    const last = events.at(-1);
    if (!first || !last) return html`<p class="soft">No checks in the last 24 hours.</p>`;
    const failed = events.filter((event) => event.status !== 'up').length;
    const slots = Math.max(events.length, 30);
    return html`<svg
        viewBox="0 0 ${slots * WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
        role="img"
        aria-label="The newest ${events.length} checks, ${failed} failed"
      >
        ${this.bars(events, slots)}
      </svg>
      <p class="ends small soft">
        <span>${events.length} checks, ${failed} failed</span>
        <span>${clockTime(new Date(first['@timestamp']))} – ${clockTime(new Date(last['@timestamp']))}</span>
      </p>`;
  }

  private bars(events: HealthEvent[], slots: number) {
    const slowest = Math.max(1, ...events.map((event) => event.latency_ms ?? 0));
    return events.map((event, index) => {
      const good = event.status === 'up';
      const height = good ? Math.max(6, (HEIGHT * (event.latency_ms ?? 0)) / slowest) : HEIGHT;
      const x = (slots - events.length + index) * WIDTH;
      return svg`<rect class=${good ? 'good' : 'bad'} x=${x} y=${HEIGHT - height} width=${WIDTH - 3} height=${height}></rect>`;
    });
  }
}
