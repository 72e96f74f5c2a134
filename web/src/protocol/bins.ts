import { FrameError, type Table } from './sections';

/** Consecutive rows of a run as one. While there are few, each row is a bin of its own. */
export interface Bin {
  /** environment steps at its end */
  readonly steps: number;
  /** gradient updates at its end */
  readonly updates: number;
  /** seconds of training at its end */
  readonly seconds: number;
  readonly rows: number;
  readonly values: readonly number[];
}

/** What is new in a series: from the number `first` on, these replace what there was. */
export interface NewBins {
  readonly first: number;
  readonly bins: readonly Bin[];
}

/** How a value of two bins becomes one; NaN is no value. */
export type Rule = 'mean' | 'error' | 'lowest' | 'highest' | 'last';

const COLUMNS = 7;

/** Two columns of a table, which a count needs to be exact. */
export function countAt(data: Float32Array, at: number): number {
  return data[at]! * 2 ** 24 + data[at + 1]!;
}

/** Reads a section of bins with at least so many values. Throws `FrameError`. */
export function readBins(table: Table | undefined, name: string, values = 0): NewBins {
  if (!table || table.rows === 0) return { first: 0, bins: [] };
  const { rows, columns, data } = table;
  const least = COLUMNS + values;
  if (columns < least) {
    throw new FrameError(`frame: ${name} has ${columns} columns, at least ${least} needed`);
  }
  const first = data[5]!;
  const bins = Array.from({ length: rows }, (_, row): Bin => {
    const at = row * columns;
    const [seconds, number, count] = data.subarray(at + 4, at + COLUMNS);
    if (number !== first + row || !Number.isSafeInteger(number) || number < 0 || !(count! >= 1)) {
      throw new FrameError(`frame: ${name} has bin ${number} of ${count} rows in row ${row}`);
    }
    return {
      steps: countAt(data, at),
      updates: countAt(data, at + 2),
      seconds: seconds!,
      rows: count!,
      values: Array.from(data.subarray(at + COLUMNS, at + columns)),
    };
  });
  return { first, bins };
}

/** Puts items in the place of those from the number `first` on; a gap is a `FrameError`. */
export function replaceFrom<T>(list: T[], first: number, items: readonly T[]): void {
  if (items.length === 0) return;
  if (first > list.length)
    throw new FrameError(`frame: ${first} bins expected, ${list.length} known`);
  list.length = first;
  for (const item of items) list.push(item);
}

/** At most so many bins, by merging neighbours in pairs as the core does. */
export function condensed(
  bins: readonly Bin[],
  ruleOf: (value: number) => Rule,
  most: number,
): readonly Bin[] {
  if (bins.length <= most) return bins;
  const pairs = Array.from({ length: Math.ceil(bins.length / 2) }, (_, i) => {
    const [a, b] = [bins[2 * i]!, bins[2 * i + 1]];
    return b === undefined ? a : merged(a, b, ruleOf);
  });
  return condensed(pairs, ruleOf, most);
}

function merged(a: Bin, b: Bin, ruleOf: (value: number) => Rule): Bin {
  const rows = a.rows + b.rows;
  const values = a.values.map((x, i) => {
    const y = b.values[i]!;
    if (isNaN(x) || isNaN(y)) return isNaN(x) ? y : x;
    return RULES[ruleOf(i)](x, y, a.rows / rows);
  });
  return { ...b, rows, values };
}

/** Of two values, the first of which is of a share of the rows. */
const RULES: Record<Rule, (a: number, b: number, share: number) => number> = {
  mean: (a, b, share) => share * a + (1 - share) * b,
  error: (a, b, share) => Math.hypot(share * a, (1 - share) * b),
  lowest: (a, b) => Math.min(a, b),
  highest: (a, b) => Math.max(a, b),
  last: (_, b) => b,
};
