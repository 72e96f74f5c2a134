import * as v from 'valibot';

const numbers = v.array(v.number());

const contestant = v.object({
  estimator: v.picklist(['reparameterization', 'score_function']),
  baseline: v.picklist(['none', 'leave_one_out']),
  forward: v.number(),
  backward: v.number(),
  finished: v.boolean(),
  trying: v.nullable(v.number()),
  step: v.nullable(v.number()),
  iterations: v.union([
    v.strictTuple([]),
    v.strictTuple([v.number(), v.number(), v.number(), v.number()]),
  ]),
  curve: v.object({ iteration: numbers, mean: numbers, lower: numbers, upper: numbers }),
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

/** Iterations, and for each contestant its mean excess and the quartiles; `null` where no row. */
export type RaceColumns = [number[], ...(number | null)[][]];

/** Brings the curves onto one x column, as uPlot wants them. */
export function raceColumns({ contestants }: Pick<RaceResult, 'contestants'>): RaceColumns {
  const curves = contestants.map(({ curve }) => curve);
  const xs = [...new Set(curves.flatMap(({ iteration }) => iteration))].sort((a, b) => a - b);
  const columns = curves.flatMap(({ iteration, mean, lower, upper }) => {
    const rowOf = new Map(iteration.map((x, row) => [x, row]));
    const at = (column: number[]) =>
      xs.map((x) => (rowOf.has(x) ? (column[rowOf.get(x)!] ?? null) : null));
    return [at(mean), at(lower), at(upper)];
  });
  return [xs, ...columns];
}

/** How long a contestant took, over the seeds, and what its median seed spent on the critic. */
export interface Finish {
  lower: number;
  median: number;
  upper: number;
  slowest: number;
  forward: number;
  backward: number;
}

/** `null` as long as no step size has brought every seed to the target. */
export function finishOf({ iterations, forward, backward }: Contestant): Finish | null {
  if (iterations.length === 0) return null;
  const [lower, median, upper, slowest] = iterations;
  const spent = { forward: forward * median, backward: backward * median };
  return { lower, median, upper, slowest, ...spent };
}
