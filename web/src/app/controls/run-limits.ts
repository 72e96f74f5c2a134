import { css, html, nothing } from 'lit';
import type { ReadableAtom } from 'nanostores';
import { PlaygroundElement } from '../experiment/element';
import { base, fields } from '../kit/styles';
import { LARGEST_STEP } from '../settings/limits';
import { limitWords as words } from '../text/en/limits';
import { strings } from '../text/en/page';

/** How far time moves, and what is shown meanwhile. */
class RunLimits extends PlaygroundElement {
  static override properties = { ...PlaygroundElement.properties, hasStopError: { state: true } };
  declare private hasStopError: boolean;
  static override styles = [base, fields, styles()];

  constructor() {
    super();
    this.hasStopError = false;
  }

  protected override stores() {
    const { $stopAt, $watching, $stochastic, $inBackground } = this.playground;
    return [$stopAt, $watching, $stochastic, $inBackground];
  }

  override render() {
    const { playground } = this;
    const stopAt = playground.$stopAt.get();
    return html`
      <label>
        ${strings().controls.stopAt}
        <input
          id="stop-at"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          .value=${stopAt === null ? '' : String(stopAt)}
          aria-invalid=${this.hasStopError}
          aria-describedby="stop-error"
          @change=${(event: Event) => this.#setStopAt(event.target as HTMLInputElement)}
        />
      </label>
      ${this.#switch(words().watch, words().watchHint, playground.$watching, (isOn) =>
        playground.setWatching(isOn),
      )}
      ${this.#switch(words().stochastic, words().stochasticHint, playground.$stochastic, (isOn) =>
        playground.setStochastic(isOn),
      )}
      ${this.#switch(
        words().inBackground,
        words().inBackgroundHint,
        playground.$inBackground,
        (isOn) => playground.$inBackground.set(isOn),
      )}
      <span id="stop-error" role="status">
        ${this.hasStopError ? html`<span class="error">${words().stopAtError}</span>` : nothing}
      </span>
    `;
  }

  #switch(
    label: string,
    hint: string,
    $isOn: ReadableAtom<boolean>,
    turn: (isOn: boolean) => unknown,
  ) {
    return html`
      <label title=${hint}>
        <input
          type="checkbox"
          .checked=${$isOn.get()}
          @change=${(event: Event) => turn((event.target as HTMLInputElement).checked)}
        />
        ${label}
      </label>
    `;
  }

  #setStopAt(input: HTMLInputElement): void {
    const text = input.value.replaceAll(/[\s,]/g, '');
    const step = Number(text);
    const isStep = /^\d+$/.test(text) && step >= 1 && step <= LARGEST_STEP;
    this.hasStopError = !(isStep || text === '');
    if (!this.hasStopError) this.playground.setStopAt(text === '' ? null : step);
  }
}

function styles() {
  return css`
    :host {
      display: grid;
      width: max-content;
      max-width: calc(100vw - 2 * var(--space-3));
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-height: var(--touch);
      font-size: var(--text-s);
    }
    #stop-at {
      width: 5.5rem;
    }
  `;
}

customElements.define('run-limits', RunLimits);
