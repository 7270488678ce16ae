// Changes the name and the owner of an asset; tells `closed` when it is done.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/text-field';
import type { TextField } from '@vaadin/text-field';
import { api } from '../api/api';
import { Problem } from '../api/problem';
import type { Asset } from '../api/shapes';
import { base } from '../styles/base';
import './sp-note';

@customElement('sp-asset-edit')
export class SpAssetEdit extends LitElement {
  static override styles = [
    base,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        gap: var(--sp-gap-s) var(--sp-gap-m);
        margin-bottom: var(--sp-gap-m);
      }
    `,
  ];

  @property({ attribute: false }) asset!: Asset;
  @state() private problem: Problem | null = null;
  @query('#name') private nameField!: TextField;
  @query('#owner') private ownerField!: TextField;
  private start: Asset | null = null;

  override render() {
    this.start ??= this.asset;
    return html`<section class="card" aria-label="Edit asset">
      <div class="fields">
        <vaadin-text-field
          id="name"
          label="Name"
          required
          value=${this.start.name}
          helper-text=${this.start.verified ? 'A new name ends the verification.' : ''}
        ></vaadin-text-field>
        <vaadin-text-field id="owner" label="Owner" value=${this.start.owner ?? ''}></vaadin-text-field>
      </div>
      ${this.problem ? html`<sp-note .problem=${this.problem}></sp-note>` : nothing}
      <div class="row">
        <vaadin-button theme="primary" @click=${this.save}>Save</vaadin-button>
        <vaadin-button @click=${() => this.close(false)}>Cancel</vaadin-button>
      </div>
    </section>`;
  }

  private async save(): Promise<void> {
    if (!this.nameField.validate()) return;
    try {
      await api.patch(`/assets/by-key/${encodeURIComponent(this.asset.asset_key)}`, this.changes());
      this.close(true);
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  }

  private changes(): Partial<Asset> {
    const name = this.nameField.value.trim();
    const owner = this.ownerField.value.trim() || null;
    return {
      ...(name === this.start?.name ? {} : { name }),
      ...(owner === this.start?.owner ? {} : { owner }),
    };
  }

  private close(changed: boolean): void {
    this.dispatchEvent(new CustomEvent('closed', { detail: { changed } }));
  }
}
