import createAcpTrace from '@acp/trace-module';
import wasmUrl from '@acp/trace-wasm?url';
import type { Core } from './core';
import { type TracedSession, wrapTraceModule } from './trace-core';

/** Fetches the module that traces, compiles it while it arrives, and starts it. */
export async function loadTraceCore(): Promise<Core<TracedSession>> {
  return wrapTraceModule(await createAcpTrace({ locateFile: () => wasmUrl }));
}
