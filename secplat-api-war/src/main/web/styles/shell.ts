// The frame: navigation at the side on a desk, on top on a phone.
import { css } from 'lit';

export const shell = css`
  .frame {
    min-height: 100vh;
  }
  .skip {
    position: absolute;
    top: -100px;
    left: var(--sp-gap-m);
    z-index: 2;
    padding: var(--sp-gap-s) var(--sp-gap-m);
    background: var(--sp-surface);
    color: var(--sp-accent);
    border: 1px solid var(--sp-accent);
    border-radius: var(--sp-radius);
    font: inherit;
  }
  .skip:focus {
    top: var(--sp-gap-s);
  }
  main {
    padding: var(--sp-gap-l) clamp(var(--sp-gap-m), 3vw, var(--sp-gap-xl)) var(--sp-gap-xl);
    max-width: 1360px;
    margin: 0 auto;
    outline: none;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--sp-gap-s) var(--sp-gap-m);
    padding: var(--sp-gap-s) var(--sp-gap-m);
    background: var(--sp-surface);
    border-bottom: 1px solid var(--sp-line);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 10px;
    font-weight: 700;
    font-size: var(--sp-text-l);
    color: var(--sp-ink);
    margin-right: auto;
  }
  .brand:hover {
    text-decoration: none;
  }
  nav {
    order: 3;
    flex: 1 0 100%;
  }
  nav ul {
    display: flex;
    gap: var(--sp-gap-xs);
  }
  nav a {
    display: block;
    padding: 8px 12px;
    border-radius: var(--sp-radius-s);
    color: var(--sp-ink-soft);
    font-weight: 550;
  }
  nav a:hover {
    background: var(--sp-sunken);
    text-decoration: none;
  }
  nav a[aria-current] {
    color: var(--sp-accent);
    background: var(--sp-accent-soft);
  }
  .who {
    display: flex;
    align-items: center;
    gap: var(--sp-gap-m);
  }
  .who span {
    display: grid;
    line-height: 1.25;
  }
  @media (min-width: 900px) {
    .signed-in {
      display: grid;
      grid-template-columns: 216px minmax(0, 1fr);
    }
    header {
      flex-direction: column;
      flex-wrap: nowrap;
      align-items: stretch;
      position: sticky;
      top: 0;
      height: 100vh;
      padding: var(--sp-gap-m);
      border-bottom: 0;
      border-right: 1px solid var(--sp-line);
    }
    .brand {
      margin: var(--sp-gap-xs) 0 var(--sp-gap-m) var(--sp-gap-xs);
    }
    nav {
      order: 0;
      flex: 1;
    }
    nav ul {
      flex-direction: column;
    }
    .who {
      flex-direction: column;
      align-items: stretch;
      gap: var(--sp-gap-s);
      padding-top: var(--sp-gap-m);
      border-top: 1px solid var(--sp-line);
    }
  }
`;
