import type { AcpTraceModule } from '@acp/trace-module';
import { type Core, type CoreSession, wrapped, wrapSession } from './core';

/** A run whose updates can be traced. */
export interface TracedSession extends CoreSession {
  /** Trains through an update, and tells what it computed, as JSON (docs/trace.md). */
  trace(): string;
  /** What critic and policy say of actions in a state given as the networks see it. */
  look(observation: Float64Array, dimension: number): ArrayBuffer;
}

export function wrapTraceModule(module: AcpTraceModule): Core<TracedSession> {
  return wrapped(module, (session) => ({
    ...wrapSession(session),
    trace: () => session.trace(),
    look: (...of) => session.look(...of).slice().buffer,
  }));
}
