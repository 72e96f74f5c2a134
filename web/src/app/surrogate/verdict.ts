import { highest } from '../../draw/extent';
import { surrogateStrings as words } from '../text/en/surrogate';
import type { LineRow } from './surrogate-client';

/** What the figures say in words. */
export interface Verdict {
  headline: string;
  sentences: readonly string[];
}

/** A difference that is none. */
const EPSILON = 1e-9;

/** The place of the largest of a quantity, the first of equals. */
export function bestPlace(rows: readonly LineRow[], of: 'j' | 'surrogate'): number {
  return rows.reduce((best, row, i) => (row[of] > rows[best]![of] + EPSILON ? i : best), 0);
}

/** What is true at the cursor, of what is promised there, and of what is certain. */
export function verdictOf(
  rows: readonly LineRow[],
  place: number,
  guess: number | null,
): Verdict | null {
  const [start, here] = [rows[0], rows[place]];
  if (!start || !here) return null;
  const best = rows[bestPlace(rows, 'j')]!;
  const told = guess === null ? [] : [words().verdict.guessed(guess, rowAt(rows, guess).j, best)];
  return {
    headline: headlineOf(start, here, best),
    sentences: [...told, promise(rows, here), boundText(rows)],
  };
}

function headlineOf(start: LineRow, here: LineRow, best: LineRow): string {
  const say = words().verdict;
  if (here === start) return say.start(start);
  if (here.variation === 0) return say.still;
  if (here.j < start.j - EPSILON) return say.worse(start, here);
  if (here.eta > best.eta) return say.past(here, best);
  return here.j > here.surrogate ? say.more(here) : say.climbs(here);
}

function promise(rows: readonly LineRow[], here: LineRow): string {
  const say = words().verdict;
  const [start, top] = [rows[0]!, rows[bestPlace(rows, 'surrogate')]!];
  if (Math.abs(start.j - start.surrogate) > 1e-6) return say.apart(start);
  return say.promise(here.surrogate - start.j, here.j - start.j, top.eta);
}

/** The bound proves something where it is above the start. */
function boundText(rows: readonly LineRow[]): string {
  const say = words().verdict;
  const start = rows[0]!;
  if (Number.isNaN(start.bound)) return say.noBound;
  const certain = rows.filter(({ bound }) => bound > start.j + EPSILON);
  const last = certain.at(-1);
  if (!last) return say.nothingCertain(rows[1]!.eta);
  return say.certain(last.eta, highest(certain.map(({ bound }) => bound)) - start.j);
}

function rowAt(rows: readonly LineRow[], eta: number): LineRow {
  return rows.reduce((a, b) => (Math.abs(b.eta - eta) < Math.abs(a.eta - eta) ? b : a));
}
