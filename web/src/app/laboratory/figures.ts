import { robustRange, steadyRange } from '../../draw/lab/scale';
import type { CloudFigure, CloudSeries } from '../../draw/lab/cloud';
import type { ErrorPart } from '../../draw/lab/error-parts';
import type { LawPoint, LawSeries } from '../../draw/lab/variance-law';
import type { ActionSample, SliceRow } from '../../draw/lab/objective';
import type { EstimatorStyle } from '../../draw/lab/marker';
import type { Point } from '../../draw/shapes';
import type { LabResult } from '../../protocol/lab';
import { labStrings } from '../text/en/laboratory';
import { figure } from '../text/numbers';
import { isWrong } from './verdict';

/** The share of each cloud that the axes hold. */
export const CLOUD_SHARE = 0.98;
/** Points of each estimator in the cloud. */
const MOST_POINTS = 256;
/** Columns of a row before the estimate: the action and the objective. */
const BEFORE = 2;

/** The two parameters of the cloud: the first mean and its deviation, else the first two. */
export function planeOf(parameters: readonly string[]): [number, number] {
  const sigma = parameters.findIndex((name) => name.startsWith('log_sigma'));
  return [0, sigma > 0 ? sigma : Math.min(1, parameters.length - 1)];
}

export interface Cloud {
  style: EstimatorStyle;
  /** rows of action, objective and single estimate, oldest first */
  rows: Float32Array;
  result: LabResult;
}

/** Clouds in the plane of two parameters; `before` are the ranges on display. */
export function cloudFigure(
  clouds: readonly Cloud[],
  [ix, iy]: readonly [number, number],
  labels: readonly [string, string],
  before: Pick<CloudFigure, 'xRange' | 'yRange'> | null,
): CloudFigure {
  const series = clouds.map((cloud) => cloudSeries(cloud, ix, iy));
  const at = exactPoint(clouds, ix, iy);
  const range = (axis: 'x' | 'y') => {
    const sets = series.map(({ points }) => points.map((point) => point[axis]));
    const anchors = [0, ...series.map(({ mean }) => mean[axis]), ...(at ? [at[axis]] : [])];
    return robustRange(sets, anchors, CLOUD_SHARE);
  };
  return {
    xLabel: labels[0],
    yLabel: labels[1],
    xRange: steadyRange(before?.xRange ?? null, range('x')),
    yRange: steadyRange(before?.yRange ?? null, range('y')),
    exact: at,
    series,
  };
}

/** The exact gradient; of all weights it lies on the first axis of their plane. */
function exactPoint(clouds: readonly Cloud[], ix: number, iy: number): Point | null {
  const plane = clouds[0]?.result.plane;
  if (plane) return plane.exact ? { x: plane.reference_length, y: 0 } : null;
  const exact = clouds.find(({ result }) => result.exact)?.result.exact;
  return exact ? { x: exact[ix] ?? NaN, y: exact[iy] ?? NaN } : null;
}

function cloudSeries({ style, rows, result }: Cloud, ix: number, iy: number): CloudSeries {
  const columns = BEFORE + (result.plane ? 2 : result.mean.length);
  const points: Point[] = [];
  const count = Math.floor(rows.length / columns);
  for (let row = Math.max(0, count - MOST_POINTS); row < count; row++) {
    const at = row * columns + BEFORE;
    points.push({ x: rows[at + ix]!, y: rows[at + iy]! });
  }
  if (result.plane) return { style, points, ...momentsOf(points) };
  const { covariance, variance } = result;
  const off = covariance?.[ix]?.[iy] ?? 0;
  return {
    style,
    points,
    mean: { x: result.mean[ix] ?? NaN, y: result.mean[iy] ?? NaN },
    covariance: [variance[ix] ?? NaN, ix === iy ? 0 : off, variance[iy] ?? NaN],
  };
}

function momentsOf(points: readonly Point[]): Pick<CloudSeries, 'mean' | 'covariance'> {
  const sum = (of: (point: Point) => number) =>
    points.reduce((total, point) => total + of(point), 0);
  const mean = { x: sum(({ x }) => x) / points.length, y: sum(({ y }) => y) / points.length };
  const product = (a: 'x' | 'y', b: 'x' | 'y') =>
    sum((point) => (point[a] - mean[a]) * (point[b] - mean[b])) / (points.length - 1);
  return { mean, covariance: [product('x', 'x'), product('x', 'y'), product('y', 'y')] };
}

/** The share of each cloud's points that lie outside the axes, by the estimator's name. */
export function outside({ series, xRange, yRange }: CloudFigure): [string, number][] {
  const isIn = ({ x, y }: Point) =>
    x >= xRange[0] && x <= xRange[1] && y >= yRange[0] && y <= yRange[1];
  return series
    .filter(({ points }) => points.length > 0)
    .map(({ style, points }) => [style.name, 1 - points.filter(isIn).length / points.length]);
}

/**
 * What the smallest measured number of samples predicts: its variance over N. With leave-one-out,
 * whose baseline improves with N, `V/N + C/(N (N - 1))`: V is the variance of one sample with the
 * mean as baseline, and C follows from the variance at N = 2.
 */
export function theoryOf(
  points: readonly LawPoint[],
  samples: readonly number[],
  valueBaseline: number | null,
): { samples: number; variance: number }[] {
  const [first] = points;
  if (!first) return [];
  const from = samples.filter((n) => n >= first.samples);
  if (first.samples === 2 && valueBaseline !== null) {
    const rest = 2 * first.variance - valueBaseline;
    const law = (n: number) => valueBaseline / n + rest / (n * (n - 1));
    return from.map((n) => ({ samples: n, variance: law(n) }));
  }
  const one = first.variance * first.samples;
  return from.map((n) => ({ samples: n, variance: one / n }));
}

export function lawSeries(
  style: EstimatorStyle,
  results: readonly LabResult[],
  samples: readonly number[],
  valueBaseline: number | null,
): LawSeries {
  const points = results.map((result) => ({
    samples: result.samples,
    variance: result.total_variance ?? NaN,
    standardError: result.total_variance_standard_error ?? 0,
  }));
  const last = results.at(-1);
  const floor = last && isWrong(last) ? last.bias_squared : null;
  return { style, points, theory: theoryOf(points, samples, valueBaseline), floor };
}

export function errorPart(style: EstimatorStyle, result: LabResult): ErrorPart {
  const { parts } = labStrings();
  const { bias_squared, mean_squared_error, total_variance } = result;
  const variance = total_variance ?? NaN;
  const isSilent = variance <= 1e-12;
  const wrong = !isWrong(result) ? '' : ` · ${isSilent ? parts.zeroAndWrong : parts.wrong}`;
  const error =
    mean_squared_error === null
      ? result.total_variance_standard_error
      : result.mean_squared_error_standard_error;
  return {
    style,
    biasSquared: bias_squared === null ? null : Math.max(0, bias_squared),
    variance,
    standardError: error ?? 0,
    note: `${figure(mean_squared_error ?? variance)}${wrong}`,
  };
}

export function sliceRows(rows: Float32Array): SliceRow[] {
  return rowsOf(rows, 3).map(([x, value, density]) => ({
    x: x!,
    value: value!,
    density: density!,
  }));
}

/** Sampled actions with what each adds to the first coordinate; at most so many. */
export function actionSamples(rows: Float32Array, columns: number, most: number): ActionSample[] {
  return rowsOf(rows, columns)
    .filter(([x]) => Number.isFinite(x))
    .slice(-most)
    .map(([x, value, contribution]) => ({ x: x!, value: value!, contribution: contribution ?? 0 }));
}

function rowsOf(data: Float32Array, columns: number): number[][] {
  const count = Math.floor(data.length / columns);
  return Array.from({ length: count }, (_, i) => [
    ...data.subarray(i * columns, (i + 1) * columns),
  ]);
}
