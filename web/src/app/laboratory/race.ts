import * as v from 'valibot';
import type { LinePoint } from '../../draw/lab/lines';
import { variantId } from './variants';

const numbers = v.array(v.number());

const contestant = v.object({
  estimator: v.string(),
  baseline: v.picklist(['none', 'leave_one_out']),
  forward: v.number(),
  backward: v.number(),
  finished: v.boolean(),
  trying: v.nullable(v.number()),
  step: v.nullable(v.number()),
  reached: v.nullable(v.number()),
  iterations: v.union([
    v.strictTuple([]),
    v.strictTuple([v.number(), v.number(), v.number(), v.number()]),
  ]),
  curve: v.object({
    iteration: numbers,
    mean: numbers,
    mean_standard_error: numbers,
    expected: numbers,
    lower: numbers,
    upper: numbers,
  }),
});

const raceResult = v.object({
  dimensions: v.number(),
  sigma: v.number(),
  batch: v.number(),
  seed: v.number(),
  seeds: v.number(),
  start: v.number(),
  target: v.number(),
  largest_step: v.number(),
  most_iterations: v.number(),
  ratio_at_optimum: v.number(),
  ratio_at_start: v.number(),
  finished: v.boolean(),
  contestants: v.array(contestant),
});

/** What a race has found so far, as docs/boundary.md describes it. */
export type RaceResult = v.InferOutput<typeof raceResult>;
export type Contestant = v.InferOutput<typeof contestant>;

/** Dimensions of the action to choose from. */
export const DIMENSIONS = [1, 2, 4, 8, 16, 32] as const;

/** Throws `ValiError` unless `text` is a race's result. */
export function parseRace(text: string): RaceResult {
  return v.parse(raceResult, JSON.parse(text));
}

/** How the lab's other figures call a contestant. */
export function variantOf({ estimator, baseline }: Contestant): string {
  return variantId(estimator, baseline);
}

export function racePoints({ curve }: Contestant): LinePoint[] {
  const at = (column: readonly number[], row: number) => column[row] ?? NaN;
  return curve.iteration.map((x, row) => ({
    x,
    value: at(curve.mean, row),
    lower: at(curve.lower, row),
    upper: at(curve.upper, row),
    expected: at(curve.expected, row),
  }));
}

/** How long a contestant took, and what it spent on the critic. */
export interface Finish {
  /** iterations until the mean over the seeds was at the target */
  reached: number;
  /** of the seeds' own iterations */
  lower: number;
  median: number;
  upper: number;
  slowest: number;
  forward: number;
  backward: number;
}

/** `null` as long as no step size has brought every seed to the target. */
export function finishOf({ reached, iterations, forward, backward }: Contestant): Finish | null {
  if (reached === null || iterations.length === 0) return null;
  const [lower, median, upper, slowest] = iterations;
  const spent = { forward: forward * reached, backward: backward * reached };
  return { reached, lower, median, upper, slowest, ...spent };
}
