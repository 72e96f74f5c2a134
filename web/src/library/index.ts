import { type AcpHostedSession, type AcpHostModule, startAnywhere } from '../core/load-anywhere';
import { formatConfig } from '../protocol/config';
import { type Bin, replaceFrom } from '../protocol/bins';
import { decodeFrame } from '../protocol/frame';
import type { Adapter } from '../tasks/adapter';
// As Node resolves types.
import type { Environment } from '../tasks/environment.js';
import { type Hosted, hostTask } from '../tasks/host';

// The library: an experiment from a script, without the page. All that its types need is in this
// file, tasks/environment.ts and tasks/robots.ts, so that these can be shipped.

export type {
  Environment,
  Range,
  ShownEnvironment,
  StepResult,
  Tools,
} from '../tasks/environment.js';
export {
  halfCheetah,
  hopper,
  type Mujoco,
  type MujocoData,
  type MujocoModel,
  quadruped,
  walker,
} from '../tasks/robots.js';

/** `"preset=pendulum-sac seed=3"`, or as an object `{ preset: 'pendulum-sac', seed: 3 }`. */
export type Config = string | Readonly<Record<string, string | number | boolean>>;

/** A configuration whose task is one's own: `{ environment, algorithm: 'sac', seed: 3 }`. */
export interface OwnConfig<State extends object = object> {
  readonly environment: Environment<State>;
  readonly [key: string]: string | number | boolean | Environment<State>;
}

/** How far a run is. */
export interface Progress {
  /** environment steps taken */
  steps: number;
  /** gradient updates made */
  updates: number;
  /** training episodes finished */
  episodes: number;
  /** seconds spent training */
  seconds: number;
  /** return of the last training episode, undiscounted; `null` before the first */
  lastReturn: number | null;
  /** mean return of the last 20 training episodes; `null` before the first */
  meanReturn: number | null;
}

/**
 * Returns of the deterministic policy from fixed start states, in episodes of their own; or several
 * such evaluations in a row, as one.
 */
export interface Evaluation {
  /** environment steps of training before it, or before the last of them */
  steps: number;
  /** evaluations; 1 while there are few */
  count: number;
  /** mean return, undiscounted */
  mean: number;
  /** the lowest mean return of one of them */
  lowest: number;
  /** the highest */
  highest: number;
  /** standard deviation of the return over the start states; the mean of several */
  deviation: number;
  /** start states */
  states: number;
}

/** A training episode; or several in a row, as one. */
export interface Episode {
  /** environment steps of training at the end of the last of them */
  steps: number;
  /** episodes; 1 while there are few */
  count: number;
  /** undiscounted; the mean of several */
  return: number;
  /** the lowest return of one of them */
  lowest: number;
  /** the highest */
  highest: number;
  /** in environment steps; the mean of several */
  length: number;
}

/** One run: an agent, its environment, its replay buffer and its random streams. */
export interface Session {
  /** The configuration as canonical text, without defaults: the same text is the same run. */
  readonly config: string;
  readonly progress: Progress;
  /** Since step 0 or the last `load`; at most 1,024, in pairs as for `episodes`. */
  readonly evaluations: readonly Evaluation[];
  /**
   * Since step 0 or the last `load`. At most 1,024: where there would be more, neighbours become
   * one in pairs, so that all but the last stand for equally many. The command line writes each.
   */
  readonly episodes: readonly Episode[];
  /**
   * Trains for `steps` environment steps, a whole number from 0, with the updates in between;
   * blocks until then. Throws `Error` with the reason if the run diverges, or if a function of its
   * task throws or gives what makes no sense, with the name of the function.
   */
  train(steps: number): void;
  /** What the last `load` could not go on with, as a sentence; empty if it was all there. */
  readonly unresumed: string;
  /** Changes live parameters, all or none. Throws `Error` with the field and what is allowed. */
  tune(changes: Config): void;
  /** 16 hexadecimal digits over all parameters, which tell any two apart but by rare chance. */
  digest(): string;
  /** A checkpoint of everything; training goes on from it as if uninterrupted, bit for bit. */
  save(): Uint8Array;
  /** Replaces the run. Throws `Error` and changes nothing if the bytes are not a checkpoint. */
  load(checkpoint: Uint8Array): void;
  /** Frees the run's memory; it cannot be used after that. */
  dispose(): void;
}

/**
 * Starts a run at step 0. Throws `Error` that names the field, its value and what is allowed. A
 * task of one's own is tried first, once: it has to be finite whatever the actions, the same for
 * the same random numbers, and to go on from a saved state bit for bit. The error says what is not.
 */
export async function createSession<State extends object>(
  config: Config | OwnConfig<State>,
): Promise<Session> {
  if (!isOwn(config)) {
    loading ??= startAnywhere();
    const { Session: open } = await loading;
    return new CoreSession(new open(textOf(config)));
  }
  const { environment, ...rest } = config as OwnConfig;
  const settings = textOf({ ...(rest as Exclude<Config, string>) });
  const hosting = hosts.get(environment) ?? host(environment);
  hosts.set(environment, hosting);
  hosting.catch(() => hosts.delete(environment)); // what is mended is tried again
  const { module, id, adapter } = await hosting;
  const text = `${settings}&environment=${id}`;
  return new CoreSession(new module.Session(text), adapter);
}

/** The environments, algorithms, presets and all their parameters, with ranges: JSON. */
export async function catalog(): Promise<unknown> {
  loading ??= startAnywhere();
  return JSON.parse((await loading).catalog());
}

export interface TrainerOptions {
  /** environment steps between two turns of the event loop, a whole number from 1; 250 */
  slice?: number;
  /** ends training before its time */
  signal?: AbortSignal;
}

/** Trains a session and lets the thread do other things in between. */
export class Trainer {
  readonly session: Session;
  readonly #slice: number;
  readonly #signal: AbortSignal | undefined;

  /** Throws `RangeError` if `slice` is not a whole number from 1. */
  constructor(session: Session, { slice = 250, signal }: TrainerOptions = {}) {
    this.session = session;
    this.#slice = whole(slice, 'slice', 1);
    this.#signal = signal;
  }

  /**
   * Trains to environment step `step` and yields how far it is after each slice. Throws what
   * `Session.train` does, and the signal's reason once it is aborted.
   */
  async *trainTo(step: number): AsyncGenerator<Progress, void, undefined> {
    const end = whole(step, 'step', 0);
    for (;;) {
      this.#signal?.throwIfAborted();
      const left = end - this.session.progress.steps;
      if (left <= 0) return;
      this.session.train(Math.min(left, this.#slice));
      yield this.session.progress;
      await new Promise((done) => setTimeout(done));
    }
  }
}

/** Milliseconds of training between two looks at how the run is. */
const LONGEST_CALL = 1000;

let loading: Promise<AcpHostModule> | undefined;

/** A module for each task, so that none harms another. */
const hosts = new WeakMap<Environment, Promise<Hosted & { module: AcpHostModule }>>();

async function host(environment: Environment): Promise<Hosted & { module: AcpHostModule }> {
  const module = await startAnywhere();
  return { module, ...hostTask(module, environment) };
}

function isOwn<State extends object>(
  config: Config | OwnConfig<State>,
): config is OwnConfig<State> {
  return typeof config === 'object' && config.environment instanceof Object;
}

class CoreSession implements Session {
  readonly #session: AcpHostedSession;
  readonly #adapter: Adapter | undefined;
  progress: Progress;
  evaluations: Evaluation[] = [];
  episodes: Episode[] = [];

  constructor(session: AcpHostedSession, adapter?: Adapter) {
    this.#session = session;
    this.#adapter = adapter;
    this.progress = this.#report();
  }

  /** A task that changed its own run would pull the ground from under its feet. */
  get #core(): AcpHostedSession {
    if (this.#adapter?.inside) throw new Error('a task cannot use a session of its own');
    return this.#session;
  }

  get unresumed(): string {
    return this.#core.unresumed();
  }

  get config(): string {
    return this.#core.config();
  }

  train(steps: number): void {
    for (let left = whole(steps, 'steps', 0); left > 0;) {
      const taken = this.#core.train(left, LONGEST_CALL);
      this.progress = this.#report();
      const status = this.#core.status();
      if (status !== '') throw new Error(status);
      left -= taken;
    }
  }

  tune(changes: Config): void {
    this.#core.tune(textOf(changes));
  }

  digest(): string {
    return this.#core.digest();
  }

  save(): Uint8Array {
    return this.#core.save().slice();
  }

  load(checkpoint: Uint8Array): void {
    this.#core.load(checkpoint);
    this.evaluations = [];
    this.episodes = [];
    this.progress = this.#report();
  }

  dispose(): void {
    this.#core.delete();
  }

  #report(): Progress {
    const view = this.#core.frame();
    const { status, evaluations, episodes } = decodeFrame(view.slice().buffer, view.length);
    replaceFrom(this.evaluations, evaluations.first, evaluations.bins.map(evaluationOf));
    replaceFrom(this.episodes, episodes.first, episodes.bins.map(episodeOf));
    const { steps, updates, episodes: finished, seconds, lastReturn, meanReturn } = status;
    const known = (value: number) => (Number.isNaN(value) ? null : value);
    return {
      ...{ steps, updates, episodes: finished, seconds },
      ...{ lastReturn: known(lastReturn), meanReturn: known(meanReturn) },
    };
  }
}

function evaluationOf({ steps, rows, values }: Bin): Evaluation {
  const [mean, lowest, highest, , deviation, states] = values;
  const extremes = { lowest: lowest!, highest: highest! };
  return { steps, count: rows, mean: mean!, ...extremes, deviation: deviation!, states: states! };
}

function episodeOf({ steps, rows, values }: Bin): Episode {
  const [mean, lowest, highest, length] = values;
  return { steps, count: rows, return: mean!, lowest: lowest!, highest: highest!, length: length! };
}

function textOf(config: Config): string {
  if (typeof config === 'string') return config;
  return formatConfig(new Map(Object.entries(config).map(([key, value]) => [key, String(value)])));
}

function whole(value: number, name: string, min: number): number {
  if (Number.isSafeInteger(value) && value >= min) return value;
  throw new RangeError(`${name}: ${value} is not a whole number from ${min}`);
}
