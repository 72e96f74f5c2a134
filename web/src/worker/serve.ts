import type { CommandSet, FromWorker, Handlers, ToWorker } from '../protocol/commands';
import { type Arguments, dispatch, parseToWorker } from '../protocol/requests';

/** The part of a worker's global scope that is used here. */
export interface WorkerScope {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: FromWorker, transfer: ArrayBuffer[]): void;
  close(): void;
}

/** Time as a service sees it; milliseconds. */
export interface Scheduler {
  now(): number;
  /** Calls the service back after waiting messages have been handled. */
  soon(): void;
  /** Calls the service back in about so many milliseconds, instead of any earlier request. */
  later(milliseconds: number): void;
}

export type Post = (message: FromWorker, transfer: ArrayBuffer[]) => void;

/** What a worker does, message by message. */
export interface Service<C extends CommandSet<C>> {
  readonly handlers: Handlers<C>;
  /** Counts what has been replaced, so that the page can tell late answers apart. */
  readonly epoch: number;
  /**
   * What has to come before a call with these arguments is answered, if anything; hears of tasks of
   * the site as the one argument.
   */
  prepare?(args: readonly unknown[]): Promise<void> | undefined;
  /** Takes a frame buffer from the page. */
  addBuffer?(buffer: ArrayBuffer): void;
  /** One turn of a loop that the scheduler has been asked for. */
  turn?(): void;
}

/** Answers the page's messages until the core fails; says `ready` when it can. */
export async function serve<Core, C extends CommandSet<C>>(
  loading: Promise<Core>,
  allowed: Arguments<C>,
  begin: (core: Core, post: Post, scheduler: Scheduler) => Service<C>,
  scope: WorkerScope,
): Promise<void> {
  const waiting: MessageEvent[] = [];
  const wait = (event: MessageEvent) => void waiting.push(event);
  scope.onmessage = wait;
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
      guarded(() => {
        const message = parseToWorker(event.data);
        const answer = () => handle(service, allowed, message, scope);
        const needed = service.prepare?.('args' in message ? message.args : [message]);
        if (!needed) return answer();
        scope.onmessage = wait;
        needed.then(() => {
          guarded(answer);
          goOn();
        }, fail);
      });
    /** Answers what has come meanwhile, until something has to be waited for again. */
    const goOn = () => {
      scope.onmessage = receive;
      while (scope.onmessage === receive && waiting.length > 0) receive(waiting.shift()!);
    };
    scope.postMessage({ type: 'ready' }, []);
    goOn();
  } catch (error) {
    fail(error);
  }
}

function handle<C extends CommandSet<C>>(
  service: Service<C>,
  allowed: Arguments<C>,
  message: ToWorker,
  scope: WorkerScope,
): void {
  if (message.type === 'buffer') return service.addBuffer?.(message.buffer);
  if (message.type === 'task') return;
  const { id, name, args } = message;
  try {
    const value = dispatch(service.handlers, allowed, name, args);
    scope.postMessage({ type: 'reply', id, epoch: service.epoch, value }, buffersOf(value));
  } catch (error) {
    if (isCrash(error)) throw error;
    const text = describe(error);
    scope.postMessage({ type: 'refusal', id, epoch: service.epoch, message: text }, []);
  }
}

/** The memory of an answer, which changes hands with it. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (value instanceof ArrayBuffer) return [value];
  if (ArrayBuffer.isView(value)) return buffersOf(value.buffer);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(buffersOf) : [];
}

/** After a trap the module's memory can no longer be trusted. */
function isCrash(error: unknown): boolean {
  return !(error instanceof Error) || error instanceof WebAssembly.RuntimeError;
}

export function describe(error: unknown): string {
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
