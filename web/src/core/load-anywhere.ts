import createAcpHost, { type AcpHostModule } from '@acp/host-module';
import wasmUrl from '@acp/host-wasm?url';

export type {
  AcpAdapter,
  AcpHostedSession,
  AcpHostModule,
  AcpPreset,
  AcpTask,
} from '@acp/host-module';

const NODE_FILES = 'node:fs/promises';

/** Starts the module: in Node from the file beside the script, else as `loadCore` does. */
export async function startAnywhere(): Promise<AcpHostModule> {
  const url = new URL(wasmUrl, import.meta.url);
  if (url.protocol !== 'file:') return createAcpHost({ locateFile: () => url.href });
  const files = (await import(/* @vite-ignore */ NODE_FILES)) as {
    readFile(path: URL): Promise<Uint8Array>;
  };
  return createAcpHost({ wasmBinary: await files.readFile(url) });
}
