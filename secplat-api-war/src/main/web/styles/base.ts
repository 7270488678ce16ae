// What every page and part shares: boxes, headings, links, tables that become cards on a phone.
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  ol,
  figure {
    margin: 0;
    padding: 0;
  }
  h1 {
    font-size: var(--sp-text-xl);
    font-weight: 650;
    line-height: 1.2;
    letter-spacing: -0.01em;
  }
  h1:focus {
    outline: none;
  }
  h2 {
    font-size: var(--sp-text-m);
    font-weight: 650;
  }
  ul {
    list-style: none;
  }
  a {
    color: var(--sp-accent);
    text-decoration: none;
  }
  a:hover,
  p a {
    text-decoration: underline;
  }
  :is(a, button, summary, main, [tabindex='0']):focus-visible {
    outline: 2px solid var(--sp-accent);
    outline-offset: 2px;
    border-radius: 2px;
  }
  vaadin-button[theme~='primary']:not([disabled]) {
    --vaadin-button-background: var(--sp-accent);
    --vaadin-button-text-color: var(--sp-on-accent);
  }
  code,
  .mono {
    font-family: var(--sp-mono);
    font-size: 0.92em;
  }
  .soft {
    color: var(--sp-ink-soft);
  }
  .small {
    font-size: var(--sp-text-s);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .card {
    background: var(--sp-surface);
    border: 1px solid var(--sp-line);
    border-radius: var(--sp-radius);
    padding: var(--sp-gap-m);
  }
  .stack {
    display: grid;
    gap: var(--sp-gap-m);
    grid-template-columns: minmax(0, 1fr);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--sp-gap-s) var(--sp-gap-m);
    align-items: center;
  }
  .columns {
    display: grid;
    gap: var(--sp-gap-m);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    align-items: start;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
