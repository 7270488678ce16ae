// Short lists inside a card: a name with a small line below, something on the right.
import { css } from 'lit';

export const lines = css`
  .lines li {
    display: flex;
    gap: var(--sp-gap-m);
    align-items: center;
    justify-content: space-between;
    padding: 10px 0;
    border-top: 1px solid var(--sp-line);
  }
  .lines li:first-child {
    border-top: 0;
  }
  .lines li:last-child {
    padding-bottom: 0;
  }
  h2 + .lines {
    margin-top: var(--sp-gap-xs);
  }
  .main {
    min-width: 0;
    display: grid;
    overflow-wrap: anywhere;
  }
  .main a {
    font-weight: 550;
  }
  .empty {
    padding: var(--sp-gap-m) 0 0;
    color: var(--sp-ink-soft);
  }
`;
