/** What the page asks of the worker of the bootstrapping laboratory. */
export interface BootstrapCommands {
  /** What there is, as JSON. */
  catalog: { args: []; result: string };
  /** Bias and variance of the returns of a process, by a value function that is off by `error`. */
  returns: {
    args: [process: string, error: number, steps: number[], lambdas: number[]];
    result: ReturnRows;
  };
  /** What TD(n) learns on random walks, one each, as JSON. */
  walks: { args: [configs: string[]]; result: string[] };
  /**
   * Lets a run learn for about so many milliseconds until an environment step; resolves to its
   * checkpoint once it is there, else to `null`: then it is to be asked again.
   */
  learn: {
    args: [config: string, steps: number, milliseconds: number];
    result: ArrayBuffer | null;
  };
  /** Puts the run of a checkpoint on the bench, beside others or in the place of one. */
  freeze: { args: [place: number, config: string, checkpoint: ArrayBuffer]; result: FrozenRun };
  /** Follows the run in a place from more states, for about so many milliseconds. */
  sample: { args: [place: number, milliseconds: number]; result: FrozenSample };
}

/** How many runs the bench has places for. */
export const PLACES = 2;

/** Rows as `AcpBootstrap` has them. */
export interface ReturnRows {
  steps: Float64Array;
  lambdas: Float64Array;
}

export interface FrozenRun {
  /** as canonical text */
  config: string;
  /** environment steps that it has learned from */
  steps: number;
}

export interface FrozenSample {
  /** states so far */
  states: number;
  isDone: boolean;
  /** as `AcpFrozenReturns` has them */
  rows: Float64Array;
}
