import createAcp, { type AcpModule } from '@acp/module';
import wasmUrl from '@acp/wasm?url';

export type { AcpModule, AcpSession } from '@acp/module';

const NODE_FILES = 'node:fs/promises';

/** Starts the module: in Node from the file beside the script, else as `loadCore` does. */
export async function startAnywhere(): Promise<AcpModule> {
  const url = new URL(wasmUrl, import.meta.url);
  if (url.protocol !== 'file:') return createAcp({ locateFile: () => url.href });
  const files = (await import(/* @vite-ignore */ NODE_FILES)) as {
    readFile(path: URL): Promise<Uint8Array>;
  };
  return createAcp({ wasmBinary: await files.readFile(url) });
}
