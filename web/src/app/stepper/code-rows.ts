import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { type Phase, stepperStrings as words } from '../text/en/stepper';
import { formatCount } from '../text/format';
import { figure } from '../text/numbers';
import type { CodeLine, Pairing } from './lines';
import { DIGITS, numbersOf, type Shown, textOf } from './numbers';
import type { Place } from './stepper';

/** Colours that a number shares with its term. */
const TINTS = 4;

/** What a mode makes of single numbers and lines; tracks are told by their places. */
export interface Marks {
  /** whether the numbers of a row are there to be seen */
  shows: (row: number) => boolean;
  /** in the place of the text of a number */
  instead?: (row: number, shown: Shown, track: number) => TemplateResult | null;
  /** MathML in the place of the formula */
  formula?: (row: number, track: number) => string | null;
  /** what the number of a line does */
  press: (row: number) => void;
  /** what that is called, if not by the number alone */
  pressed?: string;
}

/** The lines of all runs in scope, with their numbers in them. */
export function codeRows(place: Place, marks: Marks): TemplateResult[] {
  return place.rows.map((pairing, row) => {
    const phase = phaseOf(pairing);
    const isFirst = row === 0 || phaseOf(place.rows[row - 1]!) !== phase;
    const isLit = row === place.row;
    return html`
      ${isFirst ? html`<h3>${words().phase(phase)}</h3>` : nothing}
      <div
        class=${classMap({ row: true, lit: isLit, differs: pairing.differs })}
        aria-current=${isLit ? 'step' : 'false'}
      >
        <div class="at">
          <button
            class="quiet line"
            aria-label=${[words().lineNumber(row + 1), marks.pressed].filter(Boolean).join(', ')}
            @click=${() => marks.press(row)}
          >
            ${row + 1}
          </button>
          ${pairing.differs ? html`<span class="mark">${words().differs}</span>` : nothing}
        </div>
        <div class="cells">${pairing.lines.map((_, i) => cell(place, row, i, marks))}</div>
      </div>
    `;
  });
}

export function phaseOf({ lines }: Pairing): Phase {
  return lines.find((line) => line !== null)!.phase;
}

function cell(place: Place, row: number, at: number, marks: Marks) {
  const line = place.rows[row]!.lines[at];
  const track = place.tracks[at]!;
  const name = place.tracks.length > 1 ? html`<b class="run">${track.id}</b>` : nothing;
  const run = `--run: var(--run-${track.id.toLowerCase()})`;
  if (!line) return html`<div class="cell muted" style=${run}>${name} ${words().missing}</div>`;
  const formula = marks.formula?.(row, at) ?? line.formula;
  const numbers = marks.shows(row) ? numbersOf(line, track.recorded.trace, place.sample) : [];
  return html`
    <div class="cell" style=${`--indent: ${line.indent}; ${run}`}>
      <div class="code">
        ${name} <span>${line.text}</span>
        ${
          formula
            ? html`<span class="formula" tabindex=${row === place.row ? 0 : nothing}
                >${unsafeHTML(formula)}</span
              >`
            : nothing
        }
      </div>
      ${
        numbers.length > 0
          ? html`<ul class="numbers">
              ${numbers.map(
                (shown) =>
                  html`<li
                    class="number tint-${tintOf(line, shown.name)}"
                    data-name=${shown.name}
                    data-tint=${tintOf(line, shown.name)}
                    title=${shown.quantity?.help ?? nothing}
                  >
                    ${symbolOf(shown)} ${marks.instead?.(row, shown, at) ?? valueText(shown)}
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </div>
  `;
}

function tintOf({ quantities }: CodeLine, name: string): number {
  const at = quantities.findIndex((quantity) => quantity.name === name);
  return Math.max(0, at) % TINTS;
}

function symbolOf({ quantity, name }: Shown) {
  return quantity?.symbol ? unsafeHTML(quantity.symbol) : html`<span>${name}</span>`;
}

function valueText(shown: Shown) {
  if (shown.parts.length === 0) return html`<span>= ${textOf(shown.values)}</span>`;
  return html`<span>${partsText(shown)}</span>`;
}

/** What becomes of a weight, and by what. */
function partsText({ weight, parts }: Shown): string {
  const value = (name: string) => parts.find(({ part }) => part === name)?.value;
  const text = (number: number | null | undefined) => figure(number, DIGITS);
  const rest = parts
    .filter(({ part }) => part !== 'before' && part !== 'after')
    .map(({ part, value: of }) =>
      words().equals(words().part(part), part === 'step' ? formatCount(of ?? NaN) : text(of)),
    );
  const change = `${text(value('before'))} → ${text(value('after'))}`;
  const index = weight === null ? [] : [words().weight(formatCount(weight))];
  return [...index, change, ...rest].join(', ');
}

/** A name that is a word, such as `gamma`; in the place of `dq_da`, the words that explain it. */
function spokenName({ quantity, name }: Shown): string {
  if (!name.includes('_')) return name;
  return /^[^.;:]+/.exec(quantity?.help ?? '')?.[0] ?? name;
}

/** The lit line and its numbers, to be heard. */
export function spokenRow(place: Place, marks: Marks): string {
  const pairing = place.rows[place.row];
  if (!pairing) return '';
  const heard = (shown: Shown, track: number) =>
    marks.instead?.(place.row, shown, track) ? '?' : textOf(shown.values);
  const all = pairing.lines.map((line, i) => {
    const track = place.tracks[i]!;
    if (!line) return words().spokenOf(track.id, words().missing);
    const numbers = numbersOf(line, track.recorded.trace, place.sample).map((shown) =>
      shown.parts.length > 0
        ? `${spokenName(shown)}: ${partsText(shown)}`
        : words().equals(spokenName(shown), heard(shown, i)),
    );
    const text = words().spoken(place.row + 1, line.text, numbers.join('; '));
    return place.tracks.length > 1 ? words().spokenOf(track.id, text) : text;
  });
  return all.join(' ');
}
