// The ground of every page element: the document's title, and the heading focused when the page opens.
import { LitElement } from 'lit';
import { base } from '../styles/base';
import type { SpPageHead } from './sp-page-head';

let opened = false;

export abstract class Page extends LitElement {
  static override styles = [base];

  /** The page's name in the browser's tab and history. */
  protected abstract name: string;

  /** Reads what the page needs from its address; the address is the page's own only from here on. */
  protected arrive(): void {}

  override connectedCallback(): void {
    this.arrive();
    super.connectedCallback();
    document.title = `${this.name} – SecPlat`;
    window.scrollTo(0, 0);
    // The first page keeps the browser's own focus.
    if (opened) void this.updateComplete.then(() => this.head()?.updateComplete).then(() => this.head()?.focusHeading());
    opened = true;
  }

  private head(): SpPageHead | null {
    return this.renderRoot.querySelector('sp-page-head');
  }
}
