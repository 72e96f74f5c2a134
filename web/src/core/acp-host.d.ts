/**
 * The surface of the module that trains on tasks from JavaScript, as docs/boundary.md describes it:
 * that of the module that trains, and more. A test compares every member with the live module.
 */
import type { AcpModule, AcpOptions, AcpSession } from '@acp/module';

/** A task: what the core asks for and cannot know. */
export interface AcpTask {
  id: string;
  title: string;
  help: string;
  source: string;
  observation: readonly string[];
  /** names of the choices; or of the dimensions, with their bounds */
  action: { choices: boolean; names: string[]; low: number[]; high: number[] };
  /** names of the numbers of a state; none if it cannot be saved */
  state: readonly string[];
  timeLimit: number;
  /** real time that one step stands for */
  secondsPerStep: number;
  /** names of the numbers that `draw` gives; none without it */
  drawing: readonly string[];
  /** whether there are `push` and `drag` */
  isTouched: boolean;
  /** mean returns of the uniform random policy, and of what counts as solved; `null`: unknown */
  random: number | null;
  threshold: number | null;
}

/** A ready-made run on a task that has been added; `config` is its settings as text. */
export interface AcpPreset {
  id: string;
  title: string;
  teaches: string;
  config: string;
  /** environment steps that it takes to reach the mean return `threshold`, or never to do so */
  steps: number;
  threshold: number;
  learns: boolean;
}

/**
 * What is called for a task; nothing may throw. A `state` is what `create` made. Whatever gives a
 * number says how many numbers it has, or -1 with a `complaint`; views are valid during the call.
 */
export interface AcpAdapter {
  readonly complaint: string;
  create(): object | null;
  destroy(state: object): number;
  reset(state: object): number;
  /** `outcome` takes the reward, and 1 where the episode has terminated */
  step(state: object, action: Float64Array, outcome: Float64Array): number;
  observe(state: object, out: Float64Array): number;
  save(state: object, out: Float64Array): number;
  load(state: object, numbers: Float64Array): number;
  draw(state: object, out: Float32Array): number;
  /** -1 to 1 of the largest push */
  push(state: object, strength: number): number;
  /** to a point in the coordinates of the drawing */
  drag(state: object, x: number, y: number): number;
}

export interface AcpHostedSession extends AcpSession {
  /** What `load` could not go on with, as a sentence; `""` if it is all there. */
  unresumed(): string;
}

export interface AcpHostModule extends AcpModule {
  Session: new (config: string) => AcpHostedSession;
  /**
   * The catalog, where the environment of a configuration is described with its parameters as they
   * are there: a task of formulas by its text. Throws `Error` with what is wrong with it.
   */
  catalogOf(config: string): string;
  /** Adds a task for as long as the module lives. Throws `Error` with what is wrong with it. */
  addEnvironment(task: AcpTask, adapter: AcpAdapter): void;
  /** Likewise a preset, whose configuration has to be one. */
  addPreset(preset: AcpPreset): void;
  /** From [0, 1), of the stream of the `reset` or `step` that runs; throws `Error` elsewhere. */
  uniform(): number;
  /** A standard normal number, likewise. */
  normal(): number;
  sin(x: number): number;
  cos(x: number): number;
  tanh(x: number): number;
  exp(x: number): number;
  log(x: number): number;
}

/** Compiles and starts the module. */
export default function createAcpHost(options?: AcpOptions): Promise<AcpHostModule>;
