import type { Client, ClientEvents } from '../../protocol/client';
import type { TraceCommands } from '../../protocol/run-commands';
import { connect } from '../experiment/worker-client';

export type Connect = (events: ClientEvents) => Client<TraceCommands>;

/** Starts a worker with the module that traces, for a copy of a run. */
export function connectTraceWorker(events: ClientEvents): Client<TraceCommands> {
  return connect(
    () => new Worker(new URL('../../worker/tracing.ts', import.meta.url), { type: 'module' }),
    events,
  );
}
