// The frame of every page: name, navigation, who is signed in, banner, and the outlet that the router fills.
import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '@vaadin/button';
import { signOut } from '../api/api';
import * as session from '../api/session';
import { forgetPage } from '../navigation';
import { base } from '../styles/base';
import { shell } from '../styles/shell';
import './sp-health-banner';
import { title } from './words';

const PLACES = [
  { path: '/overview', name: 'Overview' },
  { path: '/assets', name: 'Assets' },
  { path: '/jobs', name: 'Jobs' },
  { path: '/schedules', name: 'Schedules' },
];

@customElement('sp-shell')
export class SpShell extends LitElement {
  static override styles = [base, shell];

  @state() private path = location.pathname;
  private forget = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('vaadin-router-location-changed', this.moved);
    this.forget = session.onChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    window.removeEventListener('vaadin-router-location-changed', this.moved);
    this.forget();
    super.disconnectedCallback();
  }

  private readonly moved = () => {
    this.path = location.pathname;
  };

  override render() {
    const me = session.user();
    return html`<div class="frame ${me ? 'signed-in' : ''}">
        ${me ? this.bar(me.username, title(me.role)) : nothing}
        <div class="body">
          <sp-health-banner></sp-health-banner>
          <main id="content" tabindex="-1"><slot></slot></main>
        </div>
    </div>`;
  }

  private bar(name: string, role: string) {
    return html`<header>
      <button class="skip" @click=${this.skip}>Skip to content</button>
      <a class="brand" href="/overview"><img src="/favicon.svg" alt="" width="26" height="26" />SecPlat</a>
      <nav aria-label="Pages">
        <ul>
          ${PLACES.map(
            (place) =>
              html`<li>
                <a href=${place.path} aria-current=${this.path.startsWith(place.path) ? 'page' : nothing}>${place.name}</a>
              </li>`,
          )}
        </ul>
      </nav>
      <div class="who">
        <span><strong>${name}</strong><span class="small soft">${role}</span></span>
        <vaadin-button @click=${this.leave}>Sign out</vaadin-button>
      </div>
    </header>`;
  }

  private async leave(): Promise<void> {
    await signOut();
    forgetPage();
  }

  private skip(): void {
    this.renderRoot.querySelector('main')?.focus();
  }
}
