import { decodeField, type Field } from '../../protocol/field';
import type { TraceCommands } from '../../protocol/run-commands';
import type { Client } from '../../protocol/client';
import { parseTrace, type Trace } from '../../protocol/trace';
import type { Connect } from './trace-worker';

/** One update, with the run as it was before and as it is after it. */
export interface Recorded {
  trace: Trace;
  before: ArrayBuffer;
  after: ArrayBuffer;
}

/** What a copy of a run begins with. */
export type Start = { checkpoint: ArrayBuffer } | { config: string };

/** A copy of a run in a worker of its own, which is led forwards and backwards through updates. */
export class Recorder {
  readonly #client: Client<TraceCommands>;
  /** the checkpoint that the worker stands at, `null` for none of ours */
  #at: ArrayBuffer | null = null;
  #arrived: { resolve: () => void; reject: (error: Error) => void } | null = null;
  readonly #tell: (steps: number) => void;

  /** `tell` hears the environment steps taken while the copy trains. */
  constructor(connect: Connect, tell: (steps: number) => void) {
    this.#tell = tell;
    this.#client = connect({
      frame: ({ status: { steps } }, activity, message) => {
        this.#client.releaseFrame();
        if (activity === 'training') this.#tell(steps);
        if (activity === 'finished') this.#arrived?.resolve();
        if (activity === 'diverged') this.#arrived?.reject(new Error(message));
      },
      death: (reason) => this.#arrived?.reject(new Error(reason)),
    });
  }

  /** The first update after an environment step, which the start is not beyond. */
  async recordAfter(start: Start, step: number): Promise<Recorded> {
    const begun = await this.#begin(start);
    if (begun < step) await this.#trainTo(step);
    return this.#record((await this.#client.call('save')).checkpoint);
  }

  /** The update after another one. */
  async recordNext({ after }: Recorded): Promise<Recorded> {
    await this.#stand(after);
    return this.#record(after);
  }

  /**
   * What critic and policy say of actions in a state as the networks see it: along a dimension, or
   * with -1 of every choice.
   */
  async look(at: ArrayBuffer, observation: readonly number[], dimension: number): Promise<Field> {
    await this.#stand(at);
    const packed = await this.#client.call('look', Float64Array.from(observation), dimension);
    return decodeField(packed);
  }

  close(): void {
    this.#client.close();
  }

  async #record(before: ArrayBuffer): Promise<Recorded> {
    this.#at = null;
    const trace = parseTrace(await this.#client.call('trace'));
    const after = (await this.#client.call('save')).checkpoint;
    this.#at = after;
    return { trace, before, after };
  }

  /** Resolves to the environment steps taken. */
  async #begin(start: Start): Promise<number> {
    this.#at = null;
    if ('checkpoint' in start) return (await this.#client.call('load', start.checkpoint)).steps;
    await this.#client.call('create', start.config);
    return 0;
  }

  async #stand(at: ArrayBuffer): Promise<void> {
    if (this.#at === at) return;
    this.#at = null;
    await this.#client.call('load', at);
    this.#at = at;
  }

  async #trainTo(step: number): Promise<void> {
    const arrived = new Promise<void>((resolve, reject) => (this.#arrived = { resolve, reject }));
    // A worker that dies rejects both.
    arrived.catch(() => undefined);
    await this.#client.call('pace', { running: true, stepsPerSecond: null, stopAt: step });
    await arrived;
    this.#arrived = null;
  }
}
