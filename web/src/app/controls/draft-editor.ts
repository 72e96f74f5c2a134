import {
  css,
  type CSSResultGroup,
  html,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import type { Store } from 'nanostores';
import { parseProblems } from '../../protocol/config';
import { unescapeFormula } from '../../protocol/formulas';
import { PlaygroundElement } from '../experiment/element';
import { base, buttons, fields } from '../kit/styles';
import type { ArmId } from '../settings/arms';
import { type Part, sheet, sheetStyles } from '../typeset/sheet';
import { taskStyles } from './task-styles';

/** Milliseconds without a key after which a text is looked at. */
const PAUSE = 250;

/** What an editor says of its text. */
interface Words {
  apply: string;
  undo: string;
  /** of a text that could be applied, and of one that is */
  works: string;
  runs: string;
  /** of runs that have different ones */
  differ: string;
}

/** A text of formulas that runs have; what runs goes on until another one is applied. */
export abstract class DraftEditor extends PlaygroundElement {
  static override properties: PropertyDeclarations = {
    ids: { attribute: false },
    draft: { state: true },
    error: { state: true },
  };
  /** the runs whose text it is */
  declare ids: readonly ArmId[];
  /** a text that is not applied */
  declare protected draft: string | null;
  /** what is wrong with it; `null` while nobody knows */
  declare protected error: string | null;
  /** the formulas of the last text that could be read */
  #parts: readonly Part[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  static override styles: CSSResultGroup = [
    base,
    buttons,
    fields,
    taskStyles,
    sheetStyles,
    styles(),
  ];

  /** the parameter that holds the text */
  protected abstract readonly key: string;
  /** The formulas of a text; `null` if it cannot be read. */
  protected abstract readonly parts: (text: string) => Part[] | null;
  /** What is wrong with a text; empty if nothing is. */
  protected abstract judge(text: string): Promise<string>;
  /** Starts the runs over with a text; what keeps them from it, or empty. */
  protected abstract give(text: string): Promise<string>;

  constructor() {
    super();
    this.ids = [];
    this.draft = this.error = null;
  }

  protected override stores(): readonly Store[] {
    return [this.playground.$settings];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** What runs, of each run. */
  protected texts(): string[] {
    return this.ids.map((id) =>
      unescapeFormula(this.playground.resolved(id).values.get(this.key) ?? ''),
    );
  }

  /** What the field shows. */
  protected text(): string {
    return this.draft ?? this.texts()[0] ?? '';
  }

  protected get isWrong(): boolean {
    return this.error !== null && this.error !== '';
  }

  /** What there is to say of the text, and to do with it. */
  protected ways({ apply, undo, works, runs, differ }: Words): TemplateResult {
    const texts = this.texts();
    const text = this.text();
    const isOther = this.draft !== null;
    const state = isOther ? (this.error === '' ? works : '') : runs;
    return html`
      <p id="error" class=${this.isWrong ? 'error' : 'help'} role="status">
        ${this.isWrong ? this.error : state}
      </p>
      <div class="ways">
        <button ?disabled=${!isOther || this.isWrong} @click=${() => this.#apply(text)}>
          ${apply}
        </button>
        <button ?disabled=${!isOther} @click=${() => this.forget()}>${undo}</button>
      </div>
      ${texts.some((each) => each !== texts[0]) ? html`<p class="help">${differ}</p>` : nothing}
      ${this.#typeset(text)}
    `;
  }

  /** What cannot be read leaves what there was. */
  #typeset(text: string) {
    const parts = this.parts(text);
    if (parts) this.#parts = parts;
    return sheet(this.#parts, parts === null);
  }

  protected write(text: string): void {
    this.draft = this.texts().every((each) => each === text) ? null : text;
    this.error = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(text), PAUSE);
  }

  protected forget(): void {
    clearTimeout(this.#timer);
    this.draft = this.error = null;
  }

  async #look(text: string): Promise<void> {
    const error = await this.judge(text);
    if (this.draft === text) this.error = error;
  }

  async #apply(text: string): Promise<void> {
    clearTimeout(this.#timer);
    const error = await this.give(text);
    if (this.draft !== text) return;
    this.error = error;
    if (error === '') this.draft = null;
  }
}

/** What is said in complaints, each once. */
export function saidIn(complaints: readonly string[]): string {
  const messages = complaints.flatMap(parseProblems).map(({ message }) => message);
  return [...new Set(messages)].join(' ');
}

function styles() {
  return css`
    :host {
      display: grid;
      gap: var(--space-1);
      min-width: 0;
    }
    #error {
      min-height: 1.45em;
    }
    p {
      overflow-wrap: anywhere;
    }
  `;
}
