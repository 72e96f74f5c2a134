import type { CommandSet, FromWorker, ToWorker } from '../../protocol/commands';
import type { RunCommands } from '../../protocol/run-commands';
import { Client, type ClientEvents } from '../../protocol/client';
import { strings } from '../text/en/page';
import { takeWorker } from './early';
import { $fetched } from './fetched';
import { $tasks } from '../settings/tasks';

/** Connects a worker with a core of its own, for one run. */
export function connectWorker(events: ClientEvents): Client<RunCommands> {
  return connect(takeWorker, { ...events, fetched: (bytes) => $fetched.set(bytes) });
}

/** A client of the worker that `start` makes. */
export function connect<C extends CommandSet<C>>(
  start: () => Worker,
  events: ClientEvents,
): Client<C> {
  return new Client<C>((listener) => {
    const worker = start();
    worker.onmessage = (event: MessageEvent<FromWorker>) => {
      if (event.data.type === 'ready') performance.mark('worker-ready');
      listener.message(event.data);
    };
    worker.onmessageerror = () => listener.failure(strings().card.unreadable);
    worker.onerror = (event) => listener.failure(event.message || strings().card.notLoaded);
    const send = (message: ToWorker, transfer: ArrayBuffer[] = []) =>
      worker.postMessage(message, transfer);
    const stop = $tasks.subscribe((tasks) => tasks.forEach((task) => send(task)));
    return {
      send,
      close: () => {
        stop();
        worker.terminate();
      },
    };
  }, events);
}
