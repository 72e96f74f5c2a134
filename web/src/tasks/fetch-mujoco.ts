import loadMujoco, { type MainModule } from '@mujoco/mujoco';
import wasmUrl from '@mujoco/mujoco/mujoco.wasm?url';

/** Fetches the simulator and starts it; `tell` hears how many bytes have come. */
export async function fetchMujoco(tell: (bytes: number) => void): Promise<MainModule> {
  const response = await fetch(wasmUrl);
  if (!response.ok || !response.body) throw new Error(`${response.status} ${response.statusText}`);
  const reader = response.body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    parts.push(value);
    bytes += value.byteLength;
    tell(bytes);
  }
  return loadMujoco({ wasmBinary: await new Blob(parts).arrayBuffer() });
}
