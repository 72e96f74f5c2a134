import type { Client, ClientEvents } from '../../protocol/client';
import { connect } from '../worker-client';

/** Starts a worker with the module of the gradient lab. */
export function connectLabWorker(events: ClientEvents): Client {
  return connect(
    () => new Worker(new URL('../../worker/lab.ts', import.meta.url), { type: 'module' }),
    events,
  );
}
