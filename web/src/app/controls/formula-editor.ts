import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { escapeFormula } from '../../protocol/formulas';
import { FORMULA, FORMULA_TEXT } from '../../protocol/further';
import { type ExampleId, formulaExamples } from '../../protocol/formula-examples';
import { selectFor } from '../experiment/select';
import { isLocked } from '../kit/embedding';
import { packFormula } from '../link/packed-formula';
import { formulaStrings as words } from '../text/en/formula';
import { taskParts } from '../typeset/sheet';
import { DraftEditor, saidIn } from './draft-editor';

const IDS = Object.keys(formulaExamples) as ExampleId[];

/** The text of a task of formulas. */
class FormulaEditor extends DraftEditor {
  static override properties = { example: { state: true }, link: { state: true } };
  declare private example: ExampleId | '';
  /** the hash that the example has on its own */
  declare private link: string;
  /** what somebody had written before an example took its place */
  #own: string | null = null;
  static override styles = [DraftEditor.styles, styles()];
  protected override readonly key = FORMULA_TEXT;
  protected override readonly parts = taskParts;

  constructor() {
    super();
    this.example = '';
    this.link = '';
  }

  override render() {
    const text = this.text();
    const shown = IDS.find((id) => formulaExamples[id].text === text) ?? '';
    return html`
      ${this.#examples(shown)}
      <label for="text">${words().label}</label>
      <textarea
        id="text"
        rows=${Math.min(18, Math.max(8, text.split('\n').length + 1))}
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        wrap="off"
        ?readonly=${isLocked(FORMULA_TEXT)}
        aria-invalid=${this.isWrong}
        aria-describedby="error rules"
        .value=${live(text)}
        @input=${(event: Event) => this.write((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      ${this.ways(words())}
      <p class="help muted" id="rules">${words().rules}</p>
    `;
  }

  #examples(example: ExampleId | '') {
    return html`
      <label for="start">${words().start}</label>
      <select
        id="start"
        aria-describedby="about"
        ?disabled=${isLocked(FORMULA_TEXT)}
        @change=${(event: Event) => this.#take((event.target as HTMLSelectElement).value)}
      >
        <option value="" .selected=${live(example === '')}>${words().own}</option>
        ${IDS.map(
          (id) =>
            html`<option value=${id} .selected=${live(example === id)}>
              ${words().titles[id]}
            </option>`,
        )}
      </select>
      <p class="help" id="about">
        ${example === '' ? nothing : words().helps[example]}
        ${
          this.link === '' || example === ''
            ? nothing
            : html`<a href=${this.link} target="_blank" rel="noopener">${words().alone}</a>`
        }
      </p>
    `;
  }

  protected override async judge(text: string): Promise<string> {
    const settings = new Map([
      ['environment', FORMULA],
      [FORMULA_TEXT, escapeFormula(text || ' ')],
    ]);
    return saidIn([await this.playground.check(settings)]);
  }

  /** Puts an example into the field, or back what was there before. */
  #take(id: string): void {
    const isShown = this.example !== '' && this.draft === formulaExamples[this.example].text;
    if (this.draft !== null && !isShown) this.#own = this.draft;
    this.example = id as ExampleId | '';
    this.link = '';
    if (this.example === '') {
      if (this.#own === null) this.forget();
      else this.write(this.#own);
      return;
    }
    this.write(formulaExamples[this.example].text);
    void this.#linkTo(this.example);
  }

  async #linkTo(id: ExampleId): Promise<void> {
    const { algorithm, text } = formulaExamples[id];
    const packed = await packFormula(escapeFormula(text));
    const link = `#v=2&environment=${FORMULA}&algorithm=${algorithm}&${FORMULA_TEXT}=${packed}`;
    if (this.example === id) this.link = link;
  }

  protected override async give(text: string): Promise<string> {
    const selection = { environment: FORMULA, [FORMULA_TEXT]: escapeFormula(text || ' ') };
    const { refusal } = await selectFor(this.playground, selection, this.ids);
    if (refusal === '') this.#own = null;
    return refusal;
  }

  protected override forget(): void {
    super.forget();
    this.example = '';
    this.link = '';
  }
}

function styles() {
  return css`
    select {
      min-width: 0;
    }
    textarea {
      width: 100%;
      min-width: 0;
      padding: var(--space-2);
      border: 1px solid var(--control-line);
      border-radius: var(--radius-s);
      background: var(--surface);
      color: inherit;
      font-family: ui-monospace, monospace;
      font-size: var(--text-xs);
      line-height: 1.5;
      resize: vertical;
      tab-size: 2;
    }
  `;
}

customElements.define('formula-editor', FormulaEditor);
