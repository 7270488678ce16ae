// Tables: rows on a desk, cards on a phone (each cell then shows its column's name from data-label).
import { css } from 'lit';

export const table = css`
  .table {
    background: var(--sp-surface);
    border: 1px solid var(--sp-line);
    border-radius: var(--sp-radius);
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--sp-text-s);
  }
  th {
    text-align: left;
    font-size: var(--sp-text-xs);
    font-weight: 600;
    color: var(--sp-ink-soft);
    background: var(--sp-sunken);
    padding: var(--sp-gap-s) 12px;
    white-space: nowrap;
  }
  td {
    padding: 10px 12px;
    border-top: 1px solid var(--sp-line);
    vertical-align: middle;
  }
  tbody tr:hover td {
    background: light-dark(#f8fafd, #1b2430);
  }
  td a {
    font-size: var(--sp-text-m);
    font-weight: 550;
  }
  .right {
    text-align: right;
  }
  .key {
    display: block;
    font-family: var(--sp-mono);
    font-size: var(--sp-text-xs);
    color: var(--sp-ink-soft);
    overflow-wrap: anywhere;
  }
  @media (max-width: 860px) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    tbody,
    tr,
    td {
      display: block;
    }
    tbody tr {
      padding: var(--sp-gap-s) 0;
      border-top: 1px solid var(--sp-line);
    }
    tbody tr:first-child {
      border-top: 0;
    }
    td {
      display: flex;
      justify-content: space-between;
      gap: var(--sp-gap-m);
      border: 0;
      padding: 3px var(--sp-gap-m);
      text-align: right;
      overflow-wrap: anywhere;
    }
    td::before {
      content: attr(data-label);
      color: var(--sp-ink-soft);
      font-size: var(--sp-text-s);
      text-align: left;
      flex: none;
    }
    td.first {
      display: block;
      text-align: left;
      padding-bottom: var(--sp-gap-xs);
    }
    td.first::before {
      content: none;
    }
  }
`;
