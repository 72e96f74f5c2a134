import { pageOf } from '../link/page-of';
import { runCount } from '../link/run-count';

// A script of its own, there long before the page's: workers start while that is read.
// A page without an origin of its own may start none.
const isAble = pageOf(location.hash) === 'playground' && globalThis.origin !== 'null';
const wanted = isAble ? runCount(location.hash) : 0;
const waiting = Array.from({ length: wanted }, () => {
  const worker = startWorker();
  const events: Event[] = [];
  worker.onmessage = worker.onmessageerror = worker.onerror = (event: Event) => events.push(event);
  return { worker, events };
});

/**
 * A worker with a core of its own, for one run; if it is one that has been waiting, what it has
 * said meanwhile comes once the caller can listen.
 */
export function takeWorker(): Worker {
  const early = waiting.shift();
  if (!early) return startWorker();
  queueMicrotask(() => early.events.forEach((event) => early.worker.dispatchEvent(event)));
  return early.worker;
}

function startWorker(): Worker {
  return new Worker(new URL('../../worker/main.ts', import.meta.url), { type: 'module' });
}
