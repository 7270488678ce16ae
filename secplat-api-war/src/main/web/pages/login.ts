// /login: user name and password.
import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/password-field';
import '@vaadin/text-field';
import type { TextField } from '@vaadin/text-field';
import { signIn } from '../api/api';
import { Problem } from '../api/problem';
import * as session from '../api/session';
import { afterSignIn } from '../navigation';
import { Page } from '../parts/page';
import '../parts/sp-note';
import { base } from '../styles/base';

@customElement('sp-login-page')
export class SpLoginPage extends Page {
  static override styles = [
    base,
    css`
      .card {
        max-width: 24rem;
        margin: 10vh auto 0;
        padding: var(--sp-gap-xl) var(--sp-gap-l);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--sp-gap-m);
        margin-bottom: var(--sp-gap-l);
      }
      form {
        display: grid;
        gap: var(--sp-gap-m);
      }
    `,
  ];

  protected override name = 'Sign in';

  @state() private busy = false;
  @state() private problem: Problem | null = null;
  @query('#username') private username!: TextField;
  @query('#password') private password!: TextField;

  override connectedCallback(): void {
    super.connectedCallback();
    // The page that sent us here leaves its filters in the address.
    if (location.search) history.replaceState(history.state, '', location.pathname);
    if (session.user()) afterSignIn();
  }

  override render() {
    return html`<div class="card">
      <div class="brand">
        <img src="/favicon.svg" alt="" width="40" height="40" />
        <div>
          <h1>SecPlat</h1>
          <p class="soft">Sign in to see your assets.</p>
        </div>
      </div>
      <form @submit=${this.submit} @keydown=${this.key}>
        <vaadin-text-field id="username" label="User name" name="username" autocomplete="username" autocapitalize="none" required autofocus></vaadin-text-field>
        <vaadin-password-field id="password" label="Password" name="password" autocomplete="current-password" required></vaadin-password-field>
        ${this.problem ? html`<sp-note .problem=${this.problem}></sp-note>` : nothing}
        <vaadin-button theme="primary" ?disabled=${this.busy} @click=${this.submit}>
          ${this.busy ? 'Signing in …' : 'Sign in'}
        </vaadin-button>
      </form>
    </div>`;
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target !== this.renderRoot.querySelector('vaadin-button')) void this.submit(event);
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const valid = [this.username, this.password].map((field) => field.validate());
    if (this.busy || valid.includes(false)) return;
    this.busy = true;
    this.problem = null;
    try {
      await signIn(this.username.value.trim(), this.password.value);
      afterSignIn();
    } catch (failure) {
      this.problem = failure instanceof Problem ? failure : new Problem('Sign-in failed.', 0, true, null);
    } finally {
      this.busy = false;
    }
  }
}
