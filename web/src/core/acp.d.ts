/**
 * The surface of the WebAssembly module, as docs/boundary.md describes it. A test compares every
 * member listed here with the live module, in both directions.
 */

/** One run. Free it with `delete()`. */
export interface AcpSession {
  /** Trains until either limit; returns the environment steps taken, 0 after divergence. */
  train(maxSteps: number, maxMilliseconds: number): number;
  /**
   * Advances the viewer's environment under the current policy, by its most likely actions or by
   * drawn ones; never changes training.
   */
  watch(steps: number, stochastic: boolean): void;
  /** Pushes the viewer's environment: -1 to 1 of the largest push. */
  kick(strength: number): void;
  /** Drags what can be dragged in the viewer's environment to a point of its drawing. */
  drag(x: number, y: number): void;
  /** A view of the packed frame, valid until the next call into the module. */
  frame(): Float32Array;
  /** A view of the packed field over two axes, valid until the next call into the module. */
  field(across: number, up: number, columns: number, rows: number): Float32Array;
  /** Changes live parameters, all or nothing. Throws `Error` with `key: message` lines. */
  tune(changes: string): void;
  /** The configuration as canonical text, defaults omitted. */
  config(): string;
  /** `""` while healthy, else a sentence that explains the divergence. */
  status(): string;
  /** 16 hexadecimal digits over all parameters. */
  digest(): string;
  /** Environment steps taken so far. */
  steps(): number;
  /** Gradient updates made so far. */
  updates(): number;
  /** The policy as JSON (docs/policy-weights.md). Throws `Error` if a weight is not finite. */
  policy(): string;
  /** A view of a checkpoint, valid until the next call into the module. */
  save(): Uint8Array;
  /** Replaces the run; throws `Error` and changes nothing if the bytes are not a checkpoint. */
  load(checkpoint: Uint8Array): void;
  /** Frees the session. */
  delete(): void;
}

export interface AcpModule {
  /** Presets, environments, algorithms and all their parameters, as JSON. */
  catalog(): string;
  /** `""` if the text is a valid configuration, else one `key: message` line per error. */
  check(config: string): string;
  /** A run at environment step 0. Throws `Error` with `key: message` lines. */
  Session: new (config: string) => AcpSession;
}

export interface AcpOptions {
  /** Where to fetch a file the module needs. */
  locateFile?: (path: string, prefix: string) => string;
  /** The bytes of acp.wasm, instead of fetching them. */
  wasmBinary?: ArrayBuffer | Uint8Array;
}

/** Compiles and starts the module. */
export default function createAcp(options?: AcpOptions): Promise<AcpModule>;
