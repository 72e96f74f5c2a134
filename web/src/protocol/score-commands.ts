/** Where the middle of a sample is: the interquartile mean, the mean or the median. */
export type Location = 'iqm' | 'mean' | 'median';
export const LOCATIONS: readonly Location[] = ['iqm', 'mean', 'median'];

/** A number with its 95 % percentile bootstrap interval. */
export interface Estimate {
  middle: number;
  low: number;
  high: number;
}

/** The scores of one arm beside those of another. */
export interface Comparison {
  /** that a run of the one ends above a run of the other, equal ones being half */
  improvement: Estimate;
  /**
   * of the interquartile mean over the seeds that both have; `null` if fewer than two; for how many
   * of them the one ends above the other, and for how many below: the others are ties
   */
  difference: (Estimate & { seeds: number; better: number; worse: number }) | null;
}

/** How often a 95 % bootstrap interval of n scores holds the truth, as it was measured. */
export interface Coverage {
  /** where scores are normal; NaN for fewer than three */
  normal: number;
  /** where a fifth of the runs fail */
  failing: number;
  /** of how many scores that was measured: of more than 30, that of 30 */
  measured: number;
  /** share of all runs between the worst and the best of n, with 95 % confidence; NaN for one */
  range: number;
}

/** What the page asks of the worker that says what scores of several seeds come to. */
export interface ScoreCommands {
  /** Rows of middle, low and high, one for each column of scores. */
  estimates: { args: [columns: Float64Array[], location: Location]; result: Float64Array };
  /** Seed by seed; NaN where a seed has no score. */
  compare: { args: [ours: Float64Array, others: Float64Array]; result: Comparison };
  coverage: { args: [count: number, location: Location]; result: Coverage };
}
