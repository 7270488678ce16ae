// Asks before something is done that cannot be undone; tells `closed` with what was decided. The browser keeps the focus inside.
import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '@vaadin/button';
import { base } from '../styles/base';

@customElement('sp-confirm')
export class SpConfirm extends LitElement {
  static override styles = [
    base,
    css`
      dialog {
        max-width: min(28rem, calc(100vw - 2 * var(--sp-gap-m)));
        padding: var(--sp-gap-l);
        color: var(--sp-ink);
        background: var(--sp-surface);
        border: 1px solid var(--sp-line);
        border-radius: var(--sp-radius);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      .said {
        margin: var(--sp-gap-s) 0 var(--sp-gap-l);
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** The question. */
  @property() heading = '';
  /** The word on the button that does it. */
  @property() action = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('#harmless') private harmless!: LitElement;
  private confirmed = false;

  override firstUpdated(): void {
    this.dialog.showModal();
    void this.harmless.updateComplete.then(() => this.harmless.focus());
  }

  override render() {
    return html`<dialog aria-labelledby="question" aria-describedby="said" @close=${this.closed}>
      <h2 id="question">${this.heading}</h2>
      <div class="said" id="said"><slot></slot></div>
      <div class="row">
        <vaadin-button theme="primary" @click=${() => this.decide(true)}>${this.action}</vaadin-button>
        <vaadin-button id="harmless" @click=${() => this.decide(false)}>Cancel</vaadin-button>
      </div>
    </dialog>`;
  }

  private decide(confirmed: boolean): void {
    this.confirmed = confirmed;
    this.dialog.close();
  }

  /** Also after Escape, which decides nothing. */
  private closed(): void {
    this.dispatchEvent(new CustomEvent('closed', { detail: { confirmed: this.confirmed } }));
  }
}
