import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { atom, type ReadableAtom } from 'nanostores';
import { stepperStrings } from '../text/en/stepper';
import type { Marks } from './code-rows';
import { numbersOf, type Shown, textOf } from './numbers';
import {
  agrees,
  blankOf,
  type Broken,
  brokenIn,
  choicesAfter,
  type Mode,
  rowAfter,
  typedNumber,
} from './practice';
import { firstRow, type Place } from './stepper';

const words = () => stepperStrings().practice;

interface Said {
  mode: Mode;
  /** what the last answer came to */
  verdict: string;
  /** whether nothing is asked any more of this line, or of this slip */
  isSolved: boolean;
  right: number;
  asked: number;
}

/** What is asked of a reader, and what the answers come to. */
export class Exercises {
  readonly #said = atom<Said>({ mode: 'watch', verdict: '', isSolved: false, right: 0, asked: 0 });
  /** what the present question is about */
  #about = '';
  #turn = 0;
  /** whether the place is another one because an answer was right */
  #isGoingOn = false;
  #broken: Broken | null = null;

  get $said(): ReadableAtom<Said> {
    return this.#said;
  }

  choose(mode: Mode): void {
    this.#about = '';
    this.#said.set({ mode, verdict: '', isSolved: false, right: 0, asked: 0 });
  }

  /** Hears where the reader is: another place is another question. */
  at(place: Place): void {
    const { mode } = this.#said.get();
    const { updates } = place.tracks[0]!.recorded.trace;
    const row = mode === 'repair' ? 0 : place.row;
    const about = [mode, row, updates, place.sample, this.#turn, place.scope].join(' ');
    if (about === this.#about) return;
    this.#about = about;
    this.#broken = mode === 'repair' ? brokenIn(place, updates + this.#turn) : null;
    const said = this.#said.get();
    const verdict = this.#isGoingOn ? said.verdict : '';
    this.#isGoingOn = false;
    if (said.verdict !== verdict || said.isSolved)
      this.#said.set({ ...said, verdict, isSolved: false });
  }

  /** How the lines are shown. */
  marks(place: Place, point: (row: number) => void): Marks {
    const { mode, isSolved } = this.#said.get();
    if (mode === 'repair') {
      return {
        shows: () => true,
        formula: (row, i) =>
          !isSolved && i === 0 && row === this.#broken?.row ? this.#broken.slip.formula : null,
        press: (row) => this.#accuse(row),
        pressed: words().accuse,
      };
    }
    const blank = mode === 'answer' && !isSolved ? this.#blank(place) : null;
    return {
      shows: (row) => row <= place.row,
      press: point,
      instead: (row, shown, i) =>
        blank !== null && row === place.row && i === 0 && shown.name === blank.name
          ? html`<b>= ?</b>`
          : null,
    };
  }

  /** What is asked now, below the lines. */
  question(place: Place, goOn: () => void): TemplateResult | typeof nothing {
    const { mode, verdict, isSolved, right, asked } = this.#said.get();
    if (mode === 'watch') return nothing;
    const score =
      asked > 0 ? html`<span class="muted">${words().score(right, asked)}</span>` : nothing;
    return html`
      <div class="question">
        ${mode === 'repair' ? this.#finding(place, isSolved) : this.#asking(place, isSolved, goOn)}
        <p role="status">${verdict} ${score}</p>
      </div>
    `;
  }

  #finding(place: Place, isSolved: boolean) {
    const broken = this.#broken;
    if (!broken) return html`<p>${words().nothingBroken}</p>`;
    const line = place.rows[broken.row]!.lines[0]!;
    return html`
      <p>${isSolved ? unsafeHTML(line.formula) : words().repair}</p>
      <button @click=${() => this.#another()}>${words().another}</button>
    `;
  }

  #asking(place: Place, isSolved: boolean, goOn: () => void) {
    const blank = isSolved ? null : this.#blank(place);
    if (blank) {
      const submit = (event: Event) => {
        event.preventDefault();
        const { value } = (event.target as HTMLFormElement).elements[0] as HTMLInputElement;
        this.#check(blank, value);
      };
      return html`
        <form @submit=${submit}>
          <label>
            <span
              >${words().number}
              ${blank.quantity ? unsafeHTML(blank.quantity.symbol) : blank.name}</span
            >
            <input id="answer" type="text" inputmode="decimal" autocomplete="off" />
          </label>
          <button>${words().check}</button>
        </form>
      `;
    }
    const first = firstRow(place.rows);
    const salt = place.tracks[0]!.recorded.trace.updates + place.row;
    return html`
      <p>${words().next}</p>
      <div class="choices">
        ${choicesAfter(place.row, first, place.rows.length, salt).map((row) => {
          const line = place.rows[row]!.lines.find((each) => each !== null)!;
          return html`<button @click=${() => this.#foretell(place, row, goOn)}>
            ${line.text}
          </button>`;
        })}
      </div>
    `;
  }

  #blank(place: Place): Shown | null {
    const line = place.rows[place.row]?.lines[0];
    return line ? blankOf(numbersOf(line, place.tracks[0]!.recorded.trace, place.sample)) : null;
  }

  #check({ values: [value] }: Shown, text: string): void {
    const typed = typedNumber(text);
    if (typed === null) this.#said.set({ ...this.#said.get(), verdict: words().noNumber(text) });
    else this.#judge(agrees(typed, value!), words().itIs(textOf([value!])));
  }

  #foretell({ rows, row }: Place, wanted: number, goOn: () => void): void {
    const next = rowAfter(row, firstRow(rows), rows.length);
    const line = rows[next]!.lines.find((each) => each !== null)!;
    this.#judge(wanted === next, words().itIs(line.text));
    if (wanted !== next) return;
    this.#isGoingOn = true;
    goOn();
  }

  #accuse(row: number): void {
    const broken = this.#broken;
    if (!broken || this.#said.get().isSolved) return;
    const isRight = row === broken.row;
    if (isRight) this.#judge(true, words().slip(row + 1));
    else this.#count(false, words().agreeing(row + 1), false);
  }

  #another(): void {
    this.#turn++;
    this.#about = '';
    this.#said.set({ ...this.#said.get(), verdict: '', isSolved: false });
  }

  #judge(isRight: boolean, text: string): void {
    this.#count(isRight, `${isRight ? words().right : words().wrong} ${text}`, true);
  }

  #count(isRight: boolean, verdict: string, isSolved: boolean): void {
    const said = this.#said.get();
    const right = said.right + Number(isRight);
    this.#said.set({ ...said, verdict, isSolved, right, asked: said.asked + 1 });
  }
}
