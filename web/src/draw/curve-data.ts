import type { Bin } from '../protocol/bins';
import { highest } from './extent';

/** What a curve can be drawn against. */
export type Abscissa = 'steps' | 'updates' | 'seconds';

/** The curves of one run: the values of bins begin with mean, lowest and highest. */
export interface RunCurves {
  evaluations: Series;
  episodes: Series;
}

interface Series {
  bins: readonly Bin[];
}

/** Values at rising places of the x axis. */
export interface Curve {
  x: readonly number[];
  y: readonly number[];
}

/** One x column and columns over it; `null` is a gap, or no row, and `undefined` no row. */
export type AlignedColumns = [number[], ...(number | null | undefined)[][]];

/** The most rows that a bin is of; 0 of none. */
export function mostRows(bins: readonly Bin[]): number {
  return Math.max(0, highest(bins.map(({ rows }) => rows)));
}

/**
 * The mean return at each bin, over it and the fewest bins before it that make at least `window`
 * rows, or all. `window` of 1 changes nothing.
 */
export function movingMean(bins: readonly Bin[], window: number): number[] {
  let [sum, rows, first] = [0, 0, 0];
  return bins.map((bin) => {
    sum += bin.rows * bin.values[0]!;
    rows += bin.rows;
    for (let oldest = bins[first]!; rows - oldest.rows >= window; oldest = bins[++first]!) {
      sum -= oldest.rows * oldest.values[0]!;
      rows -= oldest.rows;
    }
    return bin.rows >= window ? bin.values[0]! : sum / rows;
  });
}

/**
 * Brings the runs' curves onto one x column, as uPlot wants them: per run a column of evaluations
 * and three of episodes, the last two the ends of their bins' band; `null` where no row, or no
 * band.
 */
export function alignCurves(
  runs: readonly RunCurves[],
  abscissa: Abscissa,
  episodeWindow: number,
): AlignedColumns {
  const curves = runs.flatMap(({ evaluations: { bins }, episodes: { bins: episodes } }) => {
    const x = xsOf(episodes, abscissa);
    const { low, high } = bandOf(episodes);
    const within = low.length > 0 ? x : [];
    return [
      { x: xsOf(bins, abscissa), y: movingMean(bins, 1) },
      { x, y: movingMean(episodes, episodeWindow) },
      { x: within, y: low },
      { x: within, y: high },
    ];
  });
  return aligned(curves);
}

/** Brings curves onto one x column; `null` where one has no value. */
export function aligned(curves: readonly Curve[]): AlignedColumns {
  const xs = [...new Set(curves.flatMap((curve) => curve.x))].sort((a, b) => a - b);
  const rowOf = new Map(xs.map((x, row) => [x, row]));
  const columns = curves.map(({ x, y }) => {
    const column = new Array<number | null>(xs.length).fill(null);
    x.forEach((at, i) => (column[rowOf.get(at)!] = y[i]!));
    return column;
  });
  return [xs, ...columns];
}

export function xsOf(bins: readonly Bin[], abscissa: Abscissa): number[] {
  return bins.map((bin) => bin[abscissa]);
}

/** From the lowest to the highest return of each bin; nothing where each is of one row. */
export function bandOf(bins: readonly Bin[]): { low: number[]; high: number[] } {
  if (mostRows(bins) <= 1) return { low: [], high: [] };
  return {
    low: bins.map(({ values }) => values[1]!),
    high: bins.map(({ values }) => values[2]!),
  };
}
