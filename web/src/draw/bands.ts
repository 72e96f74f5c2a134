import { aligned, type AlignedColumns, type Curve } from './curve-data';

/** The middle of all seeds at a place of the x axis, and the ends of its interval. */
export interface BandPoint {
  x: number;
  middle: number;
  low: number;
  high: number;
}

/** An arm of several seeds. */
export interface Band {
  seeds: readonly Curve[];
  /** where every seed has a value */
  points: readonly BandPoint[];
}

/** The values of all seeds at one place. */
export interface SharedRow {
  x: number;
  values: readonly number[];
}

/** The places where every seed has a value, and what these are, in the order of the seeds. */
export function sharedRows(seeds: readonly Curve[]): SharedRow[] {
  const [first, ...others] = seeds.map(({ x, y }) => new Map(x.map((at, i) => [at, y[i]!])));
  if (!first) return [];
  return [...first]
    .filter(([x]) => others.every((other) => other.has(x)))
    .map(([x, value]) => ({ x, values: [value, ...others.map((other) => other.get(x)!)] }));
}

/** Per arm a column for each seed, then middle, lower and upper end. */
export function bandColumns(bands: readonly Band[]): AlignedColumns {
  return aligned(bands.flatMap(({ seeds, points }) => [...seeds, ...edgesOf(points)]));
}

/** A band as three curves: middle, lower and upper end. */
export function edgesOf(points: readonly BandPoint[]): [Curve, Curve, Curve] {
  const x = points.map((point) => point.x);
  const curve = (end: 'middle' | 'low' | 'high') => ({ x, y: points.map((point) => point[end]) });
  return [curve('middle'), curve('low'), curve('high')];
}
