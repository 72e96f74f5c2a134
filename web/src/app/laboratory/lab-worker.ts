import type { Client, ClientEvents } from '../../protocol/client';
import type { LabCommands } from '../../protocol/lab-commands';
import { connect } from '../experiment/worker-client';

/** Starts a worker with the module of the gradient lab. */
export function connectLabWorker(events: ClientEvents): Client<LabCommands> {
  return connect(
    () => new Worker(new URL('../../worker/lab.ts', import.meta.url), { type: 'module' }),
    events,
  );
}
