/** What a page may ask of a worker of one kind: each command with its arguments and its result. */
export type CommandSet<C> = { [N in keyof C]: { args: unknown[]; result: unknown } };

export type Args<C extends CommandSet<C>, N extends keyof C> = C[N]['args'];
export type Result<C extends CommandSet<C>, N extends keyof C> = C[N]['result'];

/** One handler per command. */
export type Handlers<C extends CommandSet<C>> = {
  [N in keyof C]: (...args: Args<C, N>) => Result<C, N>;
};

export interface CallMessage {
  type: 'call';
  id: number;
  name: string;
  args: unknown[];
}

/** Returns a frame's buffer, or hands over a first one. */
export interface BufferMessage {
  type: 'buffer';
  buffer: ArrayBuffer;
}

/** Says that a task of the site has this id, and where its module is. */
export interface TaskMessage {
  type: 'task';
  id: string;
  url: string;
}

export type ToWorker = CallMessage | BufferMessage | TaskMessage;

/** What a run is doing, as its worker sees it. */
export type Activity = 'paused' | 'training' | 'finished' | 'diverged';

/**
 * From the worker. `epoch` counts the runs the worker has created, so that what belongs to a
 * replaced run can be told apart.
 */
export type FromWorker =
  | { type: 'ready' }
  /** of what a task needs that is not there yet */
  | { type: 'fetched'; bytes: number }
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
