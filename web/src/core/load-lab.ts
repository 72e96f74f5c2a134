import createAcpLab, { type AcpLabModule } from '@acp/lab-module';
import wasmUrl from '@acp/lab-wasm?url';

/** Fetches the module of the laboratories, compiles it while it arrives, and starts it. */
export function loadLabModule(): Promise<AcpLabModule> {
  return createAcpLab({ locateFile: () => wasmUrl });
}
