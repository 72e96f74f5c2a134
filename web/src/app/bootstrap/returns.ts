import { lowest } from '../../draw/extent';
import type { ReturnRows } from '../../protocol/bootstrap-commands';
import type { Axis } from './settings';

/** What a return of one length is worth, exactly. */
export interface ReturnRow {
  /** n or lambda */
  at: number;
  squaredBias: number;
  variance: number;
  /** of the policy gradient; NaN without a policy */
  gradientSquaredBias: number;
  gradientVariance: number;
}

/** By a critic that is so far off. */
export type Returns = { readonly error: number } & Readonly<Record<Axis, readonly ReturnRow[]>>;

/** The error of a mean of some returns, in its parts. */
export interface Part {
  at: number;
  bias: number;
  variance: number;
  sum: number;
}

/** What it is the error of. */
export type Target = 'value' | 'gradient';

const COLUMNS = 5;
/** Differences that are rounding: the shorter return is as good then. */
const ROUNDING = 1e-9;

export function returnsOf(error: number, { steps, lambdas }: ReturnRows): Returns {
  return { error, n: rowsOf(steps), lambda: rowsOf(lambdas) };
}

function rowsOf(numbers: Float64Array): ReturnRow[] {
  return Array.from({ length: numbers.length / COLUMNS }, (_, i) => {
    const [at, squaredBias, variance, gradientSquaredBias, gradientVariance] = numbers.subarray(
      COLUMNS * i,
    ) as unknown as [number, number, number, number, number];
    return { at, squaredBias, variance, gradientSquaredBias, gradientVariance };
  });
}

/** Averaging leaves the bias as it is. */
export function partsOf(rows: readonly ReturnRow[], target: Target, samples: number): Part[] {
  return rows.map((row) => {
    const isValue = target === 'value';
    const bias = isValue ? row.squaredBias : row.gradientSquaredBias;
    const variance = (isValue ? row.variance : row.gradientVariance) / samples;
    return { at: row.at, bias, variance, sum: bias + variance };
  });
}

/** The part with the least error; the shortest return of those; `undefined` where none is known. */
export function bestOf(parts: readonly Part[]): Part | undefined {
  const known = parts.filter(({ sum }) => Number.isFinite(sum));
  const least = lowest(known.map(({ sum }) => sum));
  return known.find(({ sum }) => sum <= least * (1 + ROUNDING));
}
