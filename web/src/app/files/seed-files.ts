import { css, html, nothing } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import type { Arm } from '../experiment/arm';
import { base, buttons, fields } from '../kit/styles';
import type { Seed } from '../seeds/cohort';
import { seedsOf } from '../seeds/seeds-of';
import { fileStrings as words } from '../text/en/files';

/** Asks for what is saved of further seeds: events `save`, with a seed, and `sweep`. */
class SeedFiles extends PlaygroundElement {
  static override properties = { seed: { state: true } };
  /** Never another one, and plain as `playground` is. */
  declare arm: Arm;
  /** that is chosen; `''`: the first one after that on display */
  declare private seed: string;
  static override styles = [base, buttons, fields, styles()];

  constructor() {
    super();
    this.seed = '';
  }

  protected override stores() {
    return [seedsOf(this.playground).$cohorts, ...this.#cohort.map(({ $seeds }) => $seeds)];
  }

  override render() {
    const further = this.#cohort.flatMap(({ $seeds }) => $seeds.get().slice(1));
    const chosen = further.find(({ seed }) => seed === this.seed) ?? further[0];
    return html`
      ${chosen ? this.#checkpoint(further, chosen) : nothing}
      <button title=${words().sweepOfPageHint} @click=${() => this.#ask('sweep')}>
        ${words().sweepOfPage}
      </button>
    `;
  }

  #checkpoint(further: readonly Seed[], chosen: Seed) {
    return html`
      <label>
        ${words().furtherSeed}
        <select
          @change=${(event: Event) => (this.seed = (event.target as HTMLSelectElement).value)}
        >
          ${further.map(
            ({ seed }) => html`<option ?selected=${seed === chosen.seed}>${seed}</option>`,
          )}
        </select>
      </label>
      <button title=${words().saveSeedHint} @click=${() => this.#ask('save', chosen)}>
        ${words().saveSeed}
      </button>
    `;
  }

  get #cohort() {
    return seedsOf(this.playground)
      .$cohorts.get()
      .filter(({ id }) => id === this.arm.id);
  }

  #ask(name: 'save' | 'sweep', detail?: Seed): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function styles() {
  return css`
    :host {
      display: contents;
    }
    label {
      display: flex;
      align-items: center;
      gap: var(--space-2);
    }
  `;
}

customElements.define('seed-files', SeedFiles);
