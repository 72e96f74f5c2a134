import type { FromWorker, ToWorker } from '../protocol/commands';
import { Client, type ClientEvents } from '../protocol/client';

/** Starts a worker with a core of its own, for one run. */
export function connectWorker(events: ClientEvents): Client {
  return connect(
    () => new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module' }),
    events,
  );
}

/** A client of the worker that `start` makes. */
export function connect(start: () => Worker, events: ClientEvents): Client {
  return new Client((listener) => {
    const worker = start();
    worker.onmessage = (event: MessageEvent<FromWorker>) => {
      if (event.data.type === 'ready') performance.mark('worker-ready');
      listener.message(event.data);
    };
    worker.onmessageerror = () => listener.failure('a message could not be read');
    worker.onerror = (event) => listener.failure(event.message || 'it could not be loaded');
    return {
      send: (message: ToWorker, transfer) => worker.postMessage(message, transfer),
      close: () => worker.terminate(),
    };
  }, events);
}
