// Names and values in two columns.
import { css } from 'lit';

export const facts = css`
  h2 {
    margin-bottom: var(--sp-gap-s);
  }
  dl > div {
    display: flex;
    justify-content: space-between;
    gap: var(--sp-gap-m);
    padding: 7px 0;
    border-top: 1px solid var(--sp-line);
  }
  dl > div:first-child {
    border-top: 0;
  }
  dt {
    color: var(--sp-ink-soft);
  }
  dd {
    text-align: right;
    overflow-wrap: anywhere;
  }
`;
