import createAcpLab from '@acp/lab-module';
import wasmUrl from '@acp/lab-wasm?url';
import { type LabCore, wrapLabModule } from './lab-core';

/** Fetches the module of the lab, compiles it while it arrives, and starts it. */
export async function loadLabCore(): Promise<LabCore> {
  return wrapLabModule(await createAcpLab({ locateFile: () => wasmUrl }));
}
