// The findings of an asset, riskiest first.
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Finding } from '../api/shapes';
import { base } from '../styles/base';
import { table } from '../styles/table';
import { severityBadge } from './badges';
import './sp-note';
import './sp-time';
import { decimal, title } from './words';

@customElement('sp-findings')
export class SpFindings extends LitElement {
  static override styles = [
    base,
    table,
    css`
      h2 {
        padding: var(--sp-gap-m);
      }
    `,
  ];

  @property({ attribute: false }) findings: Finding[] = [];

  override render() {
    const sorted = [...this.findings].sort((one, other) => (other.risk_score ?? -1) - (one.risk_score ?? -1));
    return html`<section class="table" aria-labelledby="findings">
      <h2 id="findings">Findings</h2>
      ${sorted.length === 0
        ? html`<sp-note>No findings. A scan may bring some.</sp-note>`
        : html`<table aria-labelledby="findings">
            <thead>
              <tr>
                <th scope="col">Finding</th>
                <th scope="col">Severity</th>
                <th scope="col" class="right">Risk</th>
                <th scope="col">Status</th>
                <th scope="col">Source</th>
                <th scope="col">Last seen</th>
              </tr>
            </thead>
            <tbody>
              ${sorted.map((finding) => this.line(finding))}
            </tbody>
          </table>`}
    </section>`;
  }

  private line(finding: Finding) {
    return html`<tr data-finding=${finding.finding_id}>
      <td class="first">${finding.title}</td>
      <td data-label="Severity">${severityBadge(finding.severity)}</td>
      <td data-label="Risk" class="right number">${decimal(finding.risk_score)}</td>
      <td data-label="Status">${title(finding.status)}</td>
      <td data-label="Source">${finding.source ?? '–'}</td>
      <td data-label="Last seen"><sp-time .at=${finding.last_seen} relative></sp-time></td>
    </tr>`;
  }
}
