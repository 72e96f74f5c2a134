/** What a curve can be drawn against. */
export type Abscissa = 'steps' | 'updates' | 'seconds';

/** Rows in the order they happened. */
export interface Points {
  steps: number[];
  updates: number[];
  seconds: number[];
  value: number[];
}

/** The curves of one run. */
export interface RunCurves {
  evaluations: Points;
  episodes: Points;
}

/** One x column and columns over it; `null` is a gap, or no row, and `undefined` no row. */
export type AlignedColumns = [number[], ...(number | null | undefined)[][]];

/**
 * The mean of each value and up to `window - 1` values before it. `window` of 1 changes nothing.
 */
export function movingMean(values: readonly number[], window: number): number[] {
  let sum = 0;
  return values.map((value, i) => {
    sum += value;
    if (i >= window) sum -= values[i - window]!;
    return sum / Math.min(i + 1, window);
  });
}

/**
 * Brings the runs' curves onto one x column, as uPlot wants them: per run a column of evaluations
 * and one of episodes, `null` where no row.
 */
export function alignCurves(
  runs: readonly RunCurves[],
  abscissa: Abscissa,
  episodeWindow: number,
): AlignedColumns {
  const curves = runs.flatMap(({ evaluations, episodes }) => [
    { x: evaluations[abscissa], y: evaluations.value },
    { x: episodes[abscissa], y: movingMean(episodes.value, episodeWindow) },
  ]);
  const xs = [...new Set(curves.flatMap((curve) => curve.x))].sort((a, b) => a - b);
  const rowOf = new Map(xs.map((x, row) => [x, row]));
  const columns = curves.map(({ x, y }) => {
    const column = new Array<number | null>(xs.length).fill(null);
    x.forEach((at, i) => (column[rowOf.get(at)!] = y[i]!));
    return column;
  });
  return [xs, ...columns];
}
