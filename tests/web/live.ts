import createAcp, { type AcpModule } from '@acp/module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const WASM = resolve(import.meta.dirname, '../../build/wasm/acp.wasm');

/** The module as it is shipped, started in Node. */
export function startModule(): Promise<AcpModule> {
  return createAcp({ wasmBinary: readFileSync(WASM) });
}
