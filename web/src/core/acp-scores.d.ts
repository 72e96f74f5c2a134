/**
 * The surface of the module of scores, as docs/boundary.md describes it. A test compares every
 * member listed here with the live module, in both directions.
 */
import type { AcpOptions } from '@acp/module';

/** Views are valid until the next call; what is no score is refused by an `Error` that names it. */
export interface AcpScoresModule {
  /** The `iqm`, `mean` or `median` of scores, then the ends of its interval. */
  estimate(scores: Float64Array, location: string): Float64Array;
  /** The probability that a run of one arm ends above one of the other, and its interval. */
  improvement(own: Float64Array, other: Float64Array): Float64Array;
  /**
   * How many, how many above 0, how many below, interquartile mean and interval; nothing for fewer
   * than two.
   */
  difference(differences: Float64Array): Float64Array;
  /**
   * How often an interval holds the truth, where scores are normal and where a fifth of the runs
   * fail; of how many that was measured; the share of all runs between the worst and the best.
   */
  coverage(count: number, location: string): Float64Array;
}

/** Compiles and starts the module. */
export default function createAcpScores(options?: AcpOptions): Promise<AcpScoresModule>;
