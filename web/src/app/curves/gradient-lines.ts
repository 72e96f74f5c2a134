import '../experiment/core-prose';
import type { AlignedColumns } from '../../draw/curve-data';
import { highest } from '../../draw/extent';
import type { Bin } from '../../protocol/bins';
import type { Resolved } from '../settings/settings';
import type { ArmId } from '../settings/arms';

/** What a probe says of an estimator. */
export type Quantity = 'variance' | 'signalToNoise';

/** One estimator of one run, as it was measured while the run trained. */
export interface GradientLine {
  run: ArmId;
  /** of the estimator */
  title: string;
  /** whether it is the one that trains */
  isActive: boolean;
  /** the place of its line style and marker: the same for the same estimator in every run */
  style: number;
  /** `null` where there is nothing that a logarithmic axis can show */
  points: ReadonlyMap<number, Point | null>;
}

export interface Point {
  /** mean over the probes of a bin */
  value: number;
  /** one standard error of it */
  error: number;
  rows: number;
}

/** What a chart needs of a run. */
export interface Probed {
  id: ArmId;
  resolved: Resolved;
  bins: readonly Bin[];
}

const READING = 4;
const OFFSET = { variance: 0, signalToNoise: 2 } as const;

/** The estimators of all runs that have something to show. */
export function gradientLines(runs: readonly Probed[], quantity: Quantity): GradientLine[] {
  return runs.flatMap(({ id, resolved, bins }) => {
    const { probes } = resolved.algorithm;
    const at = ({ values }: Bin, probe: number, offset: number) =>
      values[READING * probe + offset] ?? NaN;
    const trained = probes.findIndex((_, i) => i > 0 && bins.every((bin) => isNaN(at(bin, i, 0))));
    return probes.flatMap((_, i) => {
      const points = new Map(
        bins.map((bin): [number, Point | null] => {
          const value = at(bin, i, OFFSET[quantity]);
          const error = at(bin, i, OFFSET[quantity] + 1);
          const isShown = value > 0 && value < Infinity;
          return [bin.steps, isShown ? { value, error, rows: bin.rows } : null];
        }),
      );
      if (![...points.values()].some(Boolean)) return [];
      const isActive = i === 0;
      const style = isActive && trained > 0 ? trained : i;
      return [{ run: id, title: probes[style]!.title, isActive, style, points }];
    });
  });
}

/** The runs that train on an estimator without variance, such as an exact sum. */
export function withoutVariance(runs: readonly Probed[]): ArmId[] {
  return runs
    .filter(({ bins }) => bins.length > 0 && bins.every(({ values }) => values[0] === 0))
    .map(({ id }) => id);
}

/** The most measurements that a point is the mean of. */
export function mostProbes(lines: readonly GradientLine[]): number {
  return highest(lines.flatMap(({ points }) => [...points.values()].map((at) => at?.rows ?? 0)));
}

/** One x column, then for each line its values and the lower and the upper end of its band. */
export function gradientColumns(lines: readonly GradientLine[]): AlignedColumns {
  const xs = [...new Set(lines.flatMap(({ points }) => [...points.keys()]))].sort((a, b) => a - b);
  const columns = lines.flatMap(({ points }) =>
    [
      ({ value }: Point) => value,
      // A logarithmic axis has no room for more.
      ({ value, error }: Point) => Math.max(value - error, value / 10),
      ({ value, error }: Point) => value + error,
    ].map((read) =>
      xs.map((x) => {
        const point = points.get(x);
        return point ? read(point) : point;
      }),
    ),
  );
  return [xs, ...columns];
}

/** The line nearest to a height on a logarithmic axis at a step, or the first one there. */
export function nearestLine(
  lines: readonly GradientLine[],
  steps: number,
  height: number | null,
): GradientLine | undefined {
  const distance = (line: GradientLine) => {
    const point = line.points.get(steps);
    if (!point) return Infinity;
    return height === null ? 0 : Math.abs(Math.log(point.value / height));
  };
  const [first, ...others] = lines.filter((line) => distance(line) < Infinity);
  return others.reduce((a, b) => (a && distance(a) <= distance(b) ? a : b), first);
}
