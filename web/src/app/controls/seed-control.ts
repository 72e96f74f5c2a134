import { css, html, nothing } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import { embedding, isLocked, shows } from '../kit/embedding';
import { base, buttons, fields, segments, surface } from '../kit/styles';
import { segmented } from '../kit/segmented';
import { MOST_SEEDS } from '../settings/limits';
import { seedWords as words } from '../text/en/seeds';

const OFFERED = [1, 8, 20, MOST_SEEDS];
/** A step of the lesson. */
const FURTHER = 10;

/** How many seeds every run has; what is said of one alone is in its content. */
class SeedControl extends PlaygroundElement {
  static override properties = { hasError: { state: true } };
  declare private hasError: boolean;
  static override styles = [base, surface, buttons, fields, segments, styles()];

  constructor() {
    super();
    this.hasError = false;
  }

  protected override stores() {
    return [this.playground.$seeds];
  }

  override render() {
    const count = this.playground.$seeds.get();
    return html`
      ${count === 1 ? html`<slot></slot>` : html`<span>${words().count(count)}</span>`}
      ${this.#isChosen() ? this.#chooser(count) : nothing}
    `;
  }

  /** In a frame that is the stage alone, its link says how many. */
  #isChosen(): boolean {
    return shows('transport') && !isLocked('seed') && !embedding.isStageOnly;
  }

  #chooser(count: number) {
    const choices = OFFERED.map((value) => ({ value, text: String(value) }));
    return html`
      <details
        @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#fold(event)}
        @focusout=${(event: FocusEvent) => this.#left(event)}
      >
        <summary class="button" title=${words().hint}>${words().more}</summary>
        <div class="panel surface">
          <p>${words().why}</p>
          ${segmented(words().title, 'seeds', choices, count, (value) => this.#set(value))}
          <label>
            ${words().field}
            <input
              id="seeds"
              type="text"
              inputmode="numeric"
              autocomplete="off"
              .value=${String(count)}
              aria-invalid=${this.hasError}
              aria-describedby="seeds-error"
              @change=${(event: Event) => this.#read(event.target as HTMLInputElement)}
            />
          </label>
          <span id="seeds-error" role="status">
            ${this.hasError ? html`<span class="error">${words().error}</span>` : nothing}
          </span>
          <button ?disabled=${count === MOST_SEEDS} @click=${() => this.#set(count + FURTHER)}>
            ${words().another(Math.min(FURTHER, MOST_SEEDS - count) || FURTHER)}
          </button>
        </div>
      </details>
    `;
  }

  #read({ value }: HTMLInputElement): void {
    const text = value.trim();
    const count = Number(text);
    this.hasError = !(/^\d+$/.test(text) && count >= 1 && count <= MOST_SEEDS);
    if (!this.hasError) this.#set(count);
  }

  #set(count: number): void {
    this.hasError = false;
    this.playground.$seeds.set(Math.min(MOST_SEEDS, count));
  }

  #fold(event: Event): void {
    event.stopPropagation();
    const details = this.renderRoot.querySelector('details')!;
    details.open = false;
    details.querySelector('summary')!.focus();
  }

  /** What is open closes when something else is chosen. */
  #left({ relatedTarget }: FocusEvent): void {
    const details = this.renderRoot.querySelector('details')!;
    if (relatedTarget instanceof Node && !details.contains(relatedTarget)) details.open = false;
  }
}

function styles() {
  return css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      white-space: nowrap;
    }
    details {
      position: relative;
    }
    summary {
      list-style: none;
      color: var(--ink);
    }
    summary::-webkit-details-marker {
      display: none;
    }
    .panel {
      position: absolute;
      left: 0;
      z-index: 3;
      display: grid;
      gap: var(--space-2);
      width: 17rem;
      max-width: calc(100vw - 2 * var(--space-3));
      margin-top: var(--space-1);
      padding: var(--space-3) var(--space-4);
      color: var(--ink);
      white-space: normal;
    }
    label {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
      min-height: var(--touch);
    }
    #seeds {
      width: 4rem;
    }
    /* As wide as the page. */
    @media (max-width: 48rem) {
      details {
        position: static;
      }
      .panel {
        left: var(--space-3);
        right: var(--space-3);
        width: auto;
        max-width: 20rem;
      }
    }
    @media print {
      details {
        display: none;
      }
    }
  `;
}

customElements.define('seed-control', SeedControl);
