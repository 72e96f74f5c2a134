import type { Client, ClientEvents } from '../../protocol/client';
import type { SurrogateCommands } from '../../protocol/surrogate-commands';
import { connect } from '../experiment/worker-client';

/** Starts a worker with the module of the exact laboratories. */
export function connectSurrogateWorker(events: ClientEvents): Client<SurrogateCommands> {
  return connect(
    () => new Worker(new URL('../../worker/surrogate.ts', import.meta.url), { type: 'module' }),
    events,
  );
}
