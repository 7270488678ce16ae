// The log of a job; it follows the newest line while the reader is at the end.
import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '../styles/base';

@customElement('sp-log')
export class SpLog extends LitElement {
  static override styles = [
    base,
    css`
      h2 {
        margin-bottom: var(--sp-gap-s);
      }
      pre {
        margin: 0;
        padding: var(--sp-gap-m);
        max-height: 60vh;
        min-height: 8rem;
        overflow: auto;
        background: var(--sp-sunken);
        border-radius: var(--sp-radius-s);
        font-family: var(--sp-mono);
        font-size: var(--sp-text-s);
        line-height: 1.55;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() text = '';
  /** Whether lines may still come. */
  @property({ type: Boolean }) live = false;
  @query('pre') private box!: HTMLElement;
  private following = true;

  override render() {
    const none = this.live ? 'Waiting for the first line …' : 'This job wrote no log.';
    return html`<section class="card" aria-labelledby="log">
      <h2 id="log">Log</h2>
      <pre tabindex="0" role="log" aria-labelledby="log" @scroll=${this.scrolled}>${this.text || none}</pre>
    </section>`;
  }

  private scrolled(): void {
    this.following = this.box.scrollTop + this.box.clientHeight >= this.box.scrollHeight - 8;
  }

  override updated(): void {
    if (this.following) this.box.scrollTop = this.box.scrollHeight;
  }
}
