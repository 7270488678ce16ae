// The design tokens: every colour, gap, radius and letter size of the website has its name here and nowhere else.
import { css } from 'lit';

export const tokens = css`
  :root {
    color-scheme: light dark;

    --sp-page: light-dark(#f5f7fa, #0f141b);
    --sp-surface: light-dark(#ffffff, #171e28);
    --sp-sunken: light-dark(#eef1f6, #121821);
    --sp-line: light-dark(#dce2ea, #2b3544);
    --sp-ink: light-dark(#1a2331, #e6eaf0);
    --sp-ink-soft: light-dark(#525f73, #a5b0c0);
    --sp-accent: light-dark(#2456c9, #8db4ff);
    --sp-accent-soft: light-dark(#e6edfc, #1c2b49);
    --sp-on-accent: light-dark(#ffffff, #0d1a33);

    --sp-green: light-dark(#14703f, #72d69e);
    --sp-green-soft: light-dark(#e2f4e9, #12301f);
    --sp-green-fill: light-dark(#2e9e63, #3fae74);
    --sp-amber: light-dark(#855000, #f3c26a);
    --sp-amber-soft: light-dark(#fcf0d6, #35280e);
    --sp-amber-fill: light-dark(#e0a02a, #d79a2c);
    --sp-red: light-dark(#b0241c, #ff9f96);
    --sp-red-soft: light-dark(#fde8e6, #3c1714);
    --sp-red-fill: light-dark(#d13a30, #e0564c);
    --sp-grey-fill: light-dark(#a8b2c1, #56627a);

    --sp-gap-xs: 4px;
    --sp-gap-s: 8px;
    --sp-gap-m: 16px;
    --sp-gap-l: 24px;
    --sp-gap-xl: 40px;
    --sp-radius: 8px;
    --sp-radius-s: 5px;

    --sp-text-xs: 0.75rem;
    --sp-text-s: 0.8125rem;
    --sp-text-m: 0.9375rem;
    --sp-text-l: 1.125rem;
    --sp-text-xl: 1.5rem;
    --sp-text-xxl: 2.25rem;
    --sp-mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;

    font-size: 100%;
    background: var(--sp-page);
    color: var(--sp-ink);
  }

  body {
    margin: 0;
    font-size: var(--sp-text-m);
    line-height: 1.45;
  }

  html {
    --vaadin-text-color: var(--sp-ink);
    --vaadin-text-color-secondary: var(--sp-ink-soft);
    --vaadin-background-color: var(--sp-surface);
    --vaadin-border-color: light-dark(#8792a4, #5d6a7f);
    --vaadin-border-color-secondary: var(--sp-line);
    --vaadin-focus-ring-color: var(--sp-accent);
    --vaadin-radius-m: var(--sp-radius-s);
    --vaadin-button-padding: 7px 14px;
    --vaadin-button-font-size: var(--sp-text-m);
    --vaadin-button-line-height: 1.3;
    --vaadin-input-field-label-font-size: var(--sp-text-s);
    --vaadin-input-field-value-font-size: var(--sp-text-m);
  }
`;
