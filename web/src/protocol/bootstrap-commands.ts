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
}

/** Rows as `AcpBootstrap` has them. */
export interface ReturnRows {
  steps: Float64Array;
  lambdas: Float64Array;
}
