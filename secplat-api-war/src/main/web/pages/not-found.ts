// Any address that is no page.
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Page } from '../parts/page';
import '../parts/sp-page-head';

@customElement('sp-not-found-page')
export class SpNotFoundPage extends Page {
  protected override name = 'Page not found';

  override render() {
    return html`<sp-page-head heading="Page not found"></sp-page-head>
      <p class="card">There is no page at this address. <a href="/overview">Go to the overview</a></p>`;
  }
}
