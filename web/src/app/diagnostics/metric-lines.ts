import { highest, lowest } from '../../draw/extent';
import type { Algorithm } from '../../protocol/catalog';
import type { Bin } from '../../protocol/bins';
import type { ArmId } from '../settings/arms';
import type { Resolved } from '../settings/settings';

export type Metric = Algorithm['metrics'][number];

/** What a chart needs of a run. */
export interface Measured {
  id: ArmId;
  resolved: Resolved;
  /** that it goes by beside the others */
  title: string;
  /** the place of its line style */
  style: number;
  bins: readonly Bin[];
}

export interface MetricPoint {
  steps: number;
  updates: number;
  seconds: number;
  /** readings that it is the mean of */
  rows: number;
  value: number;
}

/** A metric in all runs that have it. */
export interface MetricLines {
  name: string;
  title: string;
  unit: string;
  /** each formula once: algorithms may differ in what they call by the same name */
  definitions: readonly { formula: string; help: string; runs: readonly ArmId[] }[];
  lines: readonly { run: Measured; points: readonly MetricPoint[] }[];
  /** those that do not have it */
  without: readonly Measured[];
}

/** Every metric of the runs' algorithms, in the catalog's order, that has been measured. */
export function metricLines(runs: readonly Measured[]): MetricLines[] {
  const metrics = new Map<string, Metric>();
  for (const { resolved } of runs) {
    for (const metric of resolved.algorithm.metrics) {
      if (!metrics.has(metric.name)) metrics.set(metric.name, metric);
    }
  }
  return [...metrics.values()]
    .map(({ name, title, unit }) => ({
      ...{ name, title, unit },
      definitions: definitionsOf(name, runs),
      lines: runs.flatMap((run) => lineOf(name, run)),
      without: runs.filter(({ resolved }) => indexOf(name, resolved) < 0),
    }))
    .filter(({ lines }) => lines.some(({ points }) => points.length > 0));
}

function indexOf(name: string, { algorithm }: Resolved): number {
  return algorithm.metrics.findIndex((metric) => metric.name === name);
}

function lineOf(name: string, run: Measured): MetricLines['lines'] {
  const index = indexOf(name, run.resolved);
  if (index < 0) return [];
  const points = run.bins.flatMap(({ values, ...at }): MetricPoint[] => {
    const value = values[index] ?? NaN;
    return Number.isFinite(value) ? [{ ...at, value }] : [];
  });
  return [{ run, points }];
}

function definitionsOf(name: string, runs: readonly Measured[]): MetricLines['definitions'] {
  const found = new Map<string, { formula: string; help: string; runs: ArmId[] }>();
  for (const { id: run, resolved } of runs) {
    const metric = resolved.algorithm.metrics[indexOf(name, resolved)];
    if (!metric) continue;
    const { formula, help } = metric;
    const before = found.get(formula + help);
    if (before) before.runs.push(run);
    else found.set(formula + help, { formula, help, runs: [run] });
  }
  return [...found.values()];
}

/** Logarithmic where all is positive and one chart would otherwise show but its largest values. */
export function scaleOf({ lines }: MetricLines): 'linear' | 'log' {
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const [low, high] = [lowest(values), highest(values)];
  return low > 0 && high > 30 * low ? 'log' : 'linear';
}

/** At most so many, evenly spaced, the last one among them. */
export function thinned<T>(rows: readonly T[], most: number): readonly T[] {
  const every = Math.ceil(rows.length / most);
  return rows.filter((_, i) => (rows.length - 1 - i) % every === 0);
}
