/** What the page asks of a run's worker. */
export interface RunCommands {
  /** The catalog of what knows the task of a configuration, as JSON. */
  catalog: { args: [config: string]; result: string };
  /** `""` if the text is a valid configuration, else `key: message` lines. */
  check: { args: [config: string]; result: string };
  /** Replaces the run by a new one; resolves to its canonical configuration. */
  create: { args: [config: string]; result: string };
  /** Trains, or pauses, from now on; resolves to the environment steps taken so far. */
  pace: { args: [pace: Pace]; result: number };
  /** Trains for one environment step; resolves to the steps taken so far. */
  step: { args: []; result: number };
  /** Changes live parameters, all or nothing. */
  tune: { args: [changes: string]; result: null };
  /** Lets the viewer act every so many seconds; `null` holds it still. */
  watch: { args: [secondsPerStep: number | null, stochastic: boolean]; result: null };
  /** Pushes the viewer's environment: -1 to 1 of the largest push. */
  kick: { args: [strength: number]; result: null };
  /** Drags what can be dragged to a point in the coordinates of the environment's drawing. */
  drag: { args: [x: number, y: number]; result: null };
  digest: { args: []; result: Fingerprint };
  /** A checkpoint of the run as it is now. */
  save: { args: []; result: Saved };
  /** Replaces the run by that of a checkpoint; refuses other bytes, and changes nothing then. */
  load: { args: [checkpoint: ArrayBuffer]; result: Loaded };
  /** The policy as JSON (docs/policy-weights.md). */
  policy: { args: []; result: string };
  /** What critic and policy say over two axes (docs/boundary.md); to be asked for sparingly. */
  field: { args: FieldAxes; result: FieldReply };
  /** What the run can be looked at later as it was. */
  moments: { args: []; result: Moment[] };
  /** A checkpoint of the run at that environment step, or at the moment nearest to it. */
  moment: { args: [steps: number]; result: ArrayBuffer };
}

/** What it asks of the worker of a copy of a run, which is led through updates. */
export interface TraceCommands extends RunCommands {
  /** Trains until an update has been made; resolves to what it computed, for `parseTrace`. */
  trace: { args: []; result: string };
  /**
   * What critic and policy say, packed as a field, along a dimension of the action, or with -1 of
   * every choice, in a state as the networks see it.
   */
  look: { args: [observation: Float64Array, dimension: number]; result: ArrayBuffer };
}

export interface Pace {
  running: boolean;
  /** environment steps per second; `null`: as fast as possible */
  stepsPerSecond: number | null;
  /** pause by itself at this environment step; `null`: never */
  stopAt: number | null;
}

/**
 * Components of the state, or after them dimensions of a continuous action; -1 for none. Then the
 * cells along them; 0 for a usual number.
 */
export type FieldAxes = [across: number, up: number, columns: number, rows: number];

export interface FieldReply {
  /** packed, for `decodeField` */
  buffer: ArrayBuffer;
  /** that training waited */
  milliseconds: number;
}

/** A digest over all parameters, and the environment step it was taken at. */
export interface Fingerprint {
  steps: number;
  digest: string;
}

/** What a checkpoint is of. */
export interface Loaded {
  /** as canonical text */
  config: string;
  /** environment steps taken */
  steps: number;
}

export interface Saved extends Loaded {
  checkpoint: ArrayBuffer;
}

/** A time of a run that a checkpoint was kept of. */
export interface Moment {
  steps: number;
  updates: number;
}
