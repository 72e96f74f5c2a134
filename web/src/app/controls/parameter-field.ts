import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { live } from 'lit/directives/live.js';
import type {
  ChoiceParameter,
  NumericParameter,
  Parameter,
  TextParameter,
} from '../../protocol/catalog';
import '../experiment/core-prose';
import { parameterFacts } from '../settings/parameter-facts';
import { isDefault } from '../settings/settings';
import { SLIDER_STEPS, sliderPosition, sliderValue } from '../kit/slider';
import { settingsStrings } from '../text/en/settings';
import { formatValue } from '../text/format';
import { fieldText, typedDigits } from '../text/typed';
import { fieldStyles } from './field-styles';
import { base, fields } from '../kit/styles';
import { mathSymbol } from '../kit/math-symbol';

const words = () => settingsStrings();

/** One parameter of the catalog as a labelled control; fires `value` with the text asked for. */
class ParameterField extends LitElement {
  static override properties = {
    parameter: { attribute: false },
    value: {},
    mixed: {},
    error: {},
    locked: { type: Boolean },
    draft: { state: true },
  };
  declare parameter: Parameter;
  /** the value in effect; `""` if the runs have different ones */
  declare value: string;
  /** the runs' values in words if they differ, else `""` */
  declare mixed: string;
  /** what was wrong with the value asked for last, else `""` */
  declare error: string;
  /** shown, but not to be changed */
  declare locked: boolean;
  /** the text that has been entered and is not in effect */
  declare private draft: string | null;
  static override styles = [base, fields, fieldStyles];

  constructor() {
    super();
    this.value = this.mixed = this.error = '';
    this.draft = null;
    this.locked = false;
  }

  override willUpdate(changed: PropertyValues): void {
    const isSettled = changed.has('error') && this.error === '';
    if (isSettled || changed.has('value') || changed.has('parameter')) this.draft = null;
  }

  override render() {
    const { parameter, value } = this;
    const isChanged = value !== '' && !isDefault(parameter, value);
    return html`
      <fieldset class="field" data-type=${parameter.type} ?disabled=${this.locked}>
        <div class="head">
          <label for="control">
            ${parameter.type === 'boolean' ? this.#checkbox() : nothing}
            <span class="title">${parameter.title}</span> ${mathSymbol(parameter.symbol)}
          </label>
          ${this.locked ? html`<span class="changed">${words().locked}</span>` : nothing}
          ${isChanged ? html`<span class="changed">${words().changed}</span>` : nothing}
        </div>
        ${this.#control()}
        <p class="error" id="error" role="alert" ?hidden=${this.error === ''}>${this.error}</p>
        ${this.mixed ? html`<p class="help">${words().mixed(this.mixed)}</p>` : nothing}
        <p class="help muted" id="help">${parameter.help} ${parameterFacts(parameter)}</p>
      </fieldset>
    `;
  }

  #control() {
    switch (this.parameter.type) {
      case 'number':
      case 'integer':
        return this.#number(this.parameter);
      case 'choice':
        return this.#choice(this.parameter);
      case 'text':
        return this.#text(this.parameter);
      case 'boolean':
        return nothing;
    }
  }

  #number(parameter: NumericParameter) {
    const text = this.draft ?? this.value;
    const number = text === '' ? NaN : Number(text);
    const shown = Number.isFinite(number) ? number : parameter.default;
    return html`
      <div class="number-control">
        <input
          type="range"
          min="0"
          max=${SLIDER_STEPS}
          aria-label=${words().slider(parameter.title)}
          aria-valuetext=${`${formatValue(shown)} ${parameter.unit}`}
          .value=${String(sliderPosition(parameter, shown))}
          @input=${(event: Event) => this.#slide(parameter, event, parameter.live)}
          @change=${(event: Event) => this.#slide(parameter, event, true)}
        />
        <input
          id="control"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${this.error !== ''}
          aria-describedby="error help"
          .value=${fieldText(text)}
          @change=${({ target }: Event) =>
            this.#ask(typedDigits((target as HTMLInputElement).value))}
        />
        ${parameter.unit ? html`<span class="unit muted">${parameter.unit}</span>` : nothing}
      </div>
    `;
  }

  #text(parameter: TextParameter) {
    return html`
      <input
        id="control"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength=${parameter.max_length}
        placeholder=${this.mixed ? words().several : nothing}
        aria-invalid=${this.error !== ''}
        aria-describedby="error help"
        .value=${this.draft ?? this.value}
        @change=${(event: Event) => this.#ask((event.target as HTMLInputElement).value.trim())}
      />
    `;
  }

  #choice(parameter: ChoiceParameter) {
    const chosen = parameter.options.find(({ id }) => id === this.value);
    return html`
      <select
        id="control"
        aria-invalid=${this.error !== ''}
        aria-describedby="error help"
        @change=${(event: Event) => this.#ask((event.target as HTMLSelectElement).value)}
      >
        ${
          chosen
            ? nothing
            : html`<option value="" .selected=${live(true)} disabled>${words().several}</option>`
        }
        ${parameter.options.map(
          ({ id, title }) =>
            html`<option value=${id} .selected=${live(id === this.value)}>${title}</option>`,
        )}
      </select>
      ${chosen ? html`<p class="help">${chosen.help}</p>` : nothing}
    `;
  }

  #checkbox() {
    return html`
      <input
        id="control"
        type="checkbox"
        aria-describedby="error help"
        .checked=${live(this.value === 'true')}
        .indeterminate=${live(this.value === '')}
        @change=${(event: Event) => this.#ask(String((event.target as HTMLInputElement).checked))}
      />
    `;
  }

  #slide(parameter: NumericParameter, event: Event, isFinal: boolean): void {
    const position = Number((event.target as HTMLInputElement).value);
    const text = String(sliderValue(parameter, position));
    if (isFinal) this.#ask(text);
    else this.draft = text;
  }

  #ask(text: string): void {
    this.draft = text;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent<string>('value', { detail: text }));
  }
}

customElements.define('parameter-field', ParameterField);
