/**
 * The surface of the module that traces updates, as docs/boundary.md describes it: that of the
 * module that trains, and more. A test compares every member with the live module.
 */
import type { AcpModule, AcpOptions, AcpSession } from '@acp/module';

/** One run that can be led line by line. */
export interface AcpTracedSession extends AcpSession {
  /**
   * Trains until a step after which updates were made, and tells what the last of them computed, as
   * JSON (docs/trace.md). Throws `Error` with the status if the run stops, or has stopped, before.
   */
  trace(): string;
  /**
   * A view of the packed field along one dimension of the action, or with -1 of every choice, in a
   * state given as the networks see it; valid likewise.
   */
  look(observation: Float64Array, dimension: number): Float32Array;
}

export interface AcpTraceModule extends AcpModule {
  Session: new (config: string) => AcpTracedSession;
}

/** Compiles and starts the module. */
export default function createAcpTrace(options?: AcpOptions): Promise<AcpTraceModule>;
