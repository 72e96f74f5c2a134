import type { FromWorker, Handlers, ToWorker } from '../protocol/commands';
import { dispatch, parseToWorker } from '../protocol/requests';
import type { Post, Scheduler } from './trainer';

/** The part of a worker's global scope that is used here. */
export interface WorkerScope {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: FromWorker, transfer: ArrayBuffer[]): void;
  close(): void;
}

/** What a worker does, message by message. */
export interface Service {
  readonly handlers: Partial<Handlers>;
  /** Counts what has been replaced, so that the page can tell late answers apart. */
  readonly epoch: number;
  /** Takes a frame buffer from the page. */
  addBuffer?(buffer: ArrayBuffer): void;
  /** One turn of a loop that the scheduler has been asked for. */
  turn?(): void;
}

/** Answers the page's messages until the core fails; says `ready` when it can. */
export async function serve<C>(
  loading: Promise<C>,
  begin: (core: C, post: Post, scheduler: Scheduler) => Service,
  scope: WorkerScope,
): Promise<void> {
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
    const scheduler = messageScheduler(() => guarded(() => service.turn?.()));
    const post: Post = (message, transfer) => scope.postMessage(message, transfer);
    const service = begin(core, post, scheduler);
    const receive = (event: MessageEvent) =>
      guarded(() => handle(service, parseToWorker(event.data), scope));
    scope.onmessage = receive;
    scope.postMessage({ type: 'ready' }, []);
    waiting.forEach(receive);
  } catch (error) {
    fail(error);
  }
}

function handle(service: Service, message: ToWorker, scope: WorkerScope): void {
  if (message.type === 'buffer') return service.addBuffer?.(message.buffer);
  const { id } = message;
  try {
    const value = dispatch(service.handlers, message.name, message.args);
    scope.postMessage({ type: 'reply', id, epoch: service.epoch, value }, []);
  } catch (error) {
    if (isCrash(error)) throw error;
    const text = describe(error);
    scope.postMessage({ type: 'refusal', id, epoch: service.epoch, message: text }, []);
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
