import type { Activity, Args, CommandSet, FromWorker, Result, ToWorker } from './commands';
import { decodeFrame, type Frame } from './frame';
import { parseFromWorker } from './messages';

/** The worker's end of the line, as the client uses it. */
export interface Transport {
  send(message: ToWorker, transfer: ArrayBuffer[]): void;
  close(): void;
}

/** What the transport reports. */
export interface TransportEvents {
  message(data: unknown): void;
  /** The worker cannot go on. */
  failure(reason: string): void;
}

export interface ClientEvents {
  frame(frame: Frame, activity: Activity, status: string): void;
  /** So much has come of what the worker fetches for a task. */
  fetched?(bytes: number): void;
  /** The worker is dead; every unanswered call has been rejected. */
  death(reason: string): void;
}

/** The core refused a call; `message` holds `key: message` lines and nothing has changed. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}

/** The worker died before it answered. */
export class DeadWorkerError extends Error {
  override name = 'DeadWorkerError';
}

interface PendingCall {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const FRAME_BYTES = 16 * 1024;

/** The page's side of one worker, which answers the commands `C`. */
export class Client<C extends CommandSet<C>> {
  readonly #transport: Transport;
  readonly #events: ClientEvents;
  readonly #pending = new Map<number, PendingCall>();
  #returned: ArrayBuffer | undefined;
  #nextId = 1;
  #epoch = 0;
  #death: string | undefined;

  constructor(open: (events: TransportEvents) => Transport, events: ClientEvents) {
    this.#events = events;
    this.#transport = open({
      message: (data) => this.#receive(data),
      failure: (reason) => this.#die(reason),
    });
  }

  /** Whether the worker has died: then every call rejects. */
  get isDead(): boolean {
    return this.#death !== undefined;
  }

  /** Ends the worker; every unanswered call is rejected. */
  close(): void {
    this.#die('closed');
  }

  /** Asks the worker. Rejects with one of the errors above. */
  call<N extends keyof C & string>(name: N, ...args: Args<C, N>): Promise<Result<C, N>> {
    if (this.#death !== undefined) return Promise.reject(new DeadWorkerError(this.#death));
    const id = this.#nextId++;
    return new Promise<Result<C, N>>((resolve, reject) => {
      this.#pending.set(id, { resolve: (value) => resolve(value), reject });
      this.#transport.send({ type: 'call', id, name, args }, []);
    });
  }

  /** Gives the buffer of the last frame back, if it was not yet, so that a new one can come. */
  releaseFrame(): void {
    const buffer = this.#returned;
    if (!buffer || this.#death !== undefined) return;
    this.#returned = undefined;
    this.#transport.send({ type: 'buffer', buffer }, [buffer]);
  }

  #receive(data: unknown): void {
    if (this.#death !== undefined) return;
    let tell: (() => void) | undefined;
    try {
      tell = this.#read(parseFromWorker(data));
    } catch (error) {
      this.#die(error instanceof Error ? error.message : String(error));
    }
    tell?.(); // out of the block: what a listener throws is not the worker's
  }

  /** Does what a message asks for; what the listener is to hear is the caller's to say. */
  #read(message: FromWorker): (() => void) | undefined {
    switch (message.type) {
      case 'ready':
        this.#returned = new ArrayBuffer(FRAME_BYTES);
        this.releaseFrame();
        break;
      case 'reply':
        this.#settle(message.id, message.epoch, (call) => call.resolve(message.value));
        break;
      case 'refusal':
        this.#settle(message.id, message.epoch, (call) =>
          call.reject(new RefusedError(message.message)),
        );
        break;
      case 'frame':
        return this.#readFrame(message);
      case 'fetched':
        return () => this.#events.fetched?.(message.bytes);
      case 'fatal':
        this.#die(message.message);
    }
    return undefined;
  }

  #readFrame(message: FromWorker & { type: 'frame' }): (() => void) | undefined {
    const { buffer, words, epoch, activity, status } = message;
    this.#returned = buffer;
    if (epoch === this.#epoch) {
      const frame = decodeFrame(buffer, words);
      return () => this.#events.frame(frame, activity, status);
    }
    this.releaseFrame();
    return undefined;
  }

  #settle(id: number, epoch: number, answer: (call: PendingCall) => void): void {
    const call = this.#pending.get(id);
    if (!call) return;
    this.#pending.delete(id);
    this.#epoch = epoch;
    answer(call);
  }

  #die(reason: string): void {
    if (this.#death !== undefined) return;
    this.#death = reason;
    this.#transport.close();
    const error = new DeadWorkerError(reason);
    for (const call of this.#pending.values()) call.reject(error);
    this.#pending.clear();
    this.#events.death(reason);
  }
}
