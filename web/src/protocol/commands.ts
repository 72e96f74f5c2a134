/** What the page asks of a run's worker: each command with its arguments and its result. */
export interface Commands {
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
  /** What the lab can measure, as JSON. */
  labCatalog: { args: []; result: string };
  /**
   * Puts another subject on the lab's bench, from the run of a checkpoint if there is one; resolves
   * to its description as JSON.
   */
  labOpen: { args: [task: string, checkpoint: ArrayBuffer | null]; result: string };
  /** Measures for about so long, shared among the requests. */
  labMeasure: { args: [requests: LabRequest[], milliseconds: number]; result: LabAnswer[] };
  /** Rows of x, f(x) and the policy's density at x. */
  labSlice: { args: [low: number, high: number, count: number]; result: Float32Array };
  /** Replaces the race of gradient estimators by a new one. */
  raceOpen: { args: [config: string]; result: null };
  /** Lets the race go on for about so long; resolves to what is known so far, as JSON. */
  raceStep: { args: [milliseconds: number]; result: string };
  /** What the run can be looked at later as it was. */
  moments: { args: []; result: Moment[] };
  /** A checkpoint of the run at that environment step, or at the moment nearest to it. */
  moment: { args: [steps: number]; result: ArrayBuffer };
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

export type CommandName = keyof Commands;
export type Args<N extends CommandName> = Commands[N]['args'];
export type Result<N extends CommandName> = Commands[N]['result'];

/** One handler per command. */
export type Handlers = {
  [N in CommandName]: (...args: Args<N>) => Result<N>;
};

export interface CallMessage {
  type: 'call';
  id: number;
  name: CommandName;
  args: unknown[];
}

/** Returns a frame's buffer, or hands over a first one. */
export interface BufferMessage {
  type: 'buffer';
  buffer: ArrayBuffer;
}

export type ToWorker = CallMessage | BufferMessage;

/** What a run is doing, as its worker sees it. */
export type Activity = 'paused' | 'training' | 'finished' | 'diverged';

/**
 * From the worker. `epoch` counts the runs the worker has created, so that what belongs to a
 * replaced run can be told apart.
 */
export type FromWorker =
  | { type: 'ready' }
  | { type: 'reply'; id: number; epoch: number; value: unknown }
  | { type: 'refusal'; id: number; epoch: number; message: string }
  | {
      type: 'frame';
      epoch: number;
      buffer: ArrayBuffer;
      words: number;
      activity: Activity;
      /** why the run diverged, else `""` */
      status: string;
    }
  | { type: 'fatal'; message: string };
