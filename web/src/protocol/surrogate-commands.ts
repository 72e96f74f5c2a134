/** What the page asks of the surrogate laboratory's worker. */
export interface SurrogateCommands {
  /** What the exact laboratories know, as JSON. */
  catalog: { args: []; result: string };
  /** A bandit with three arms, as JSON. */
  simplex: { args: [config: string]; result: string };
  /** Puts another process, or that of a run, on the bench; resolves to its description as JSON. */
  open: { args: [task: string, checkpoint: ArrayBuffer | null]; result: string };
  /** A direction of the logits, row by row, for lines that are drawn. */
  draw: { args: [direction: Float64Array]; result: null };
  /** Rows of eta, J, surrogate, bound (or NaN), total variation. */
  line: { args: [config: string, etas: Float64Array]; result: Float64Array };
  /** Such a row, and the policy there with its values and gradients, as JSON. */
  at: { args: [config: string, eta: number]; result: string };
  /** Two episodes of at most `most` steps: by pi alone; by pi once, then by mu. As JSON. */
  rollouts: { args: [config: string, eta: number, most: number, seed: number]; result: string };
  /** Rounds of gradient steps on the surrogate, as JSON. */
  improve: { args: [config: string]; result: string };
  /** Rows of eta, then mean and standard error of three estimates from episodes of mu. */
  estimate: {
    args: [config: string, etas: Float64Array, episodes: number, seed: number];
    result: Float64Array;
  };
  /** A path of exact ascent, as JSON. */
  path: { args: [config: string]; result: string };
  /** For two rows of two logits, rows of both probabilities, V, J, excursion return; else none. */
  surface: { args: [count: number]; result: Float64Array };
  /** Values of deterministic policies and which of them are joined, as JSON. */
  polytope: { args: []; result: string };
}
