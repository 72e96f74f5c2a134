import createAcp from '@acp/module';
import wasmUrl from '@acp/wasm?url';
import { wrapModule, type Core } from './core';

/** Fetches the module, compiles it while it arrives, and starts it. */
export async function loadCore(): Promise<Core> {
  return wrapModule(await createAcp({ locateFile: () => wasmUrl }));
}
