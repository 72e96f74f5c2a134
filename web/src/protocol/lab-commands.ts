/** What the page asks of the gradient lab's worker. */
export interface LabCommands {
  /** What the lab can measure, as JSON. */
  catalog: { args: []; result: string };
  /**
   * Puts another subject on the lab's bench, from the run of a checkpoint if there is one; resolves
   * to its description as JSON.
   */
  open: { args: [task: string, checkpoint: ArrayBuffer | null]; result: string };
  /** Measures for about so long, shared among the requests. */
  measure: { args: [requests: LabRequest[], milliseconds: number]; result: LabAnswer[] };
  /** Rows of x, f(x) and the policy's density at x. */
  slice: { args: [low: number, high: number, count: number]; result: Float32Array };
  /** Replaces the race of gradient estimators by a new one. */
  raceOpen: { args: [config: string]; result: null };
  /** Lets the race go on for about so long; resolves to what is known so far, as JSON. */
  raceStep: { args: [milliseconds: number]; result: string };
}

export interface LabRequest {
  /** the measurement, as `key=value` text */
  config: string;
  /** estimates that it should have in the end */
  repeats: number;
  /** whether to send its latest estimates too */
  rows: boolean;
}

export interface LabAnswer {
  /** JSON */
  result: string;
  /** the latest estimates, row-major, as `AcpLab.recent` has them; `null` unless asked for */
  rows: Float32Array | null;
}
