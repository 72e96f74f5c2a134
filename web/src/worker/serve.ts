import type { Core } from '../core/core';
import type { FromWorker, Handlers, ToWorker } from '../protocol/commands';
import { dispatch, parseToWorker } from '../protocol/messages';
import { Laboratory } from './laboratory';
import { Trainer, type Scheduler } from './trainer';

/** The part of a worker's global scope that is used here. */
export interface WorkerScope {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: FromWorker, transfer: ArrayBuffer[]): void;
  close(): void;
}

/** Answers the page's messages until the core fails; says `ready` when it can. */
export async function serve(loading: Promise<Core>, scope: WorkerScope): Promise<void> {
  const waiting: MessageEvent[] = [];
  scope.onmessage = (event) => void waiting.push(event);
  const fail = (error: unknown) => {
    scope.postMessage({ type: 'fatal', message: describe(error) }, []);
    scope.close();
  };
  const guarded = (work: () => void) => {
    try {
      work();
    } catch (error) {
      fail(error);
    }
  };
  try {
    const core = await loading;
    const scheduler = messageScheduler(() => guarded(() => trainer.turn()));
    const trainer = new Trainer(
      core,
      (message, transfer) => scope.postMessage(message, transfer),
      scheduler,
    );
    const handlers = { ...trainer.handlers, ...new Laboratory(core).handlers };
    const receive = (event: MessageEvent) =>
      guarded(() => handle(trainer, handlers, parseToWorker(event.data), scope));
    scope.onmessage = receive;
    waiting.forEach(receive);
    scope.postMessage({ type: 'ready' }, []);
  } catch (error) {
    fail(error);
  }
}

function handle(trainer: Trainer, handlers: Handlers, message: ToWorker, scope: WorkerScope): void {
  if (message.type === 'buffer') return trainer.addBuffer(message.buffer);
  const { id } = message;
  try {
    const value = dispatch(handlers, message.name, message.args);
    scope.postMessage({ type: 'reply', id, epoch: trainer.epoch, value }, []);
  } catch (error) {
    if (isCrash(error)) throw error;
    const text = describe(error);
    scope.postMessage({ type: 'refusal', id, epoch: trainer.epoch, message: text }, []);
  }
}

/** After a trap the module's memory can no longer be trusted. */
function isCrash(error: unknown): boolean {
  return !(error instanceof Error) || error instanceof WebAssembly.RuntimeError;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Yields through a `MessageChannel`, which unlike a timer is not slowed down by the browser. */
function messageScheduler(turn: () => void): Scheduler {
  const channel = new MessageChannel();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPosted = false;
  channel.port1.onmessage = () => {
    isPosted = false;
    turn();
  };
  const soon = () => {
    clearTimeout(timer);
    if (isPosted) return;
    isPosted = true;
    channel.port2.postMessage(null);
  };
  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(soon, milliseconds);
  };
  return { now: () => performance.now(), soon, later };
}
