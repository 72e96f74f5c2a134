import type { STEPPER_MODES } from '../../protocol/lesson-names';
import { figure } from '../text/numbers';
import type { Slip } from './lines';
import { DIGITS, numbersOf, type Shown } from './numbers';
import type { Place } from './stepper';

/** What a reader does with an update: watches it, foretells it, or finds what is wrong with it. */
export type Mode = (typeof STEPPER_MODES)[number];

/** Lines to choose the next one from. */
const CHOICES = 3;

/** The number of a line that is asked for: the last one that stands alone. */
export function blankOf(numbers: readonly Shown[]): Shown | null {
  const isKnown = ({ of, values: [value, ...more] }: Shown) =>
    of !== 'weight' && more.length === 0 && value != null;
  return numbers.findLast(isKnown) ?? null;
}

/** A number as somebody writes it, `null` for another text. */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replaceAll('−', '-').replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

/** Whether a number is the same, to the digits that are shown. */
export function agrees(typed: number, value: number): boolean {
  if (figure(typed, DIGITS) === figure(value, DIGITS)) return true;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) - DIGITS + 1);
  return Math.abs(typed - value) <= unit;
}

/** The row after another, of those that are repeated from `first` on. */
export function rowAfter(row: number, first: number, count: number): number {
  return row + 1 < count ? row + 1 : first;
}

/** Rows to choose the next one from, in the order of the code; the same for the same question. */
export function choicesAfter(row: number, first: number, count: number, salt: number): number[] {
  const next = rowAfter(row, first, count);
  const others = Array.from({ length: count - first }, (_, i) => first + i).filter(
    (each) => each !== next && each !== row,
  );
  const turned = others.map((_, i) => others[(i * 2 + salt) % others.length]!);
  return [next, ...new Set(turned)].slice(0, CHOICES).toSorted((a, b) => a - b);
}

/** A line whose formula is shown with a slip. */
export interface Broken {
  row: number;
  slip: Slip;
}

/** A slip that the numbers of an update tell of; another one for another salt. */
export function brokenIn({ rows, tracks, sample }: Place, salt: number): Broken | null {
  const [track] = tracks;
  const all = rows.flatMap(({ lines: [line] }, row) => {
    if (!line || !track) return [];
    const numbers = numbersOf(line, track.recorded.trace, sample);
    const isOfSeveral = numbers.some(({ values }) => values.length > 1);
    return numbers.length === 0
      ? []
      : line.slips
          .filter(({ kind }) => kind !== 'smallest' || isOfSeveral)
          .map((slip) => ({ row, slip }));
  });
  return all[salt % all.length] ?? null;
}
