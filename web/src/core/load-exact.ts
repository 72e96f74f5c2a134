import createAcpExact, { type AcpExactModule } from '@acp/exact-module';
import wasmUrl from '@acp/exact-wasm?url';

/** Fetches the module of the exact laboratories, compiles it while it arrives, and starts it. */
export function loadExactModule(): Promise<AcpExactModule> {
  return createAcpExact({ locateFile: () => wasmUrl });
}
