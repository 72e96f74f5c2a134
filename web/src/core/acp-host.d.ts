/**
 * The surface of the module that trains on tasks from JavaScript, as docs/boundary.md describes it:
 * that of the module that trains, and more. A test compares every member with the live module.
 */
import type { AcpModule, AcpOptions, AcpSession } from '@acp/module';

/** A task: what the core asks for and cannot know. */
export interface AcpTask {
  id: string;
  observation: readonly string[];
  /** names of the choices; or of the dimensions, with their bounds */
  action: { choices: boolean; names: string[]; low: number[]; high: number[] };
  /** names of the numbers of a state; none if it cannot be saved */
  state: readonly string[];
  timeLimit: number;
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
}

export interface AcpHostedSession extends AcpSession {
  /** What `load` could not go on with, as a sentence; `""` if it is all there. */
  unresumed(): string;
}

export interface AcpHostModule extends AcpModule {
  Session: new (config: string) => AcpHostedSession;
  /** Adds a task for as long as the module lives. Throws `Error` with what is wrong with it. */
  addEnvironment(task: AcpTask, adapter: AcpAdapter): void;
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
