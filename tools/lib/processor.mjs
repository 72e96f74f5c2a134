// What the processor here can do.
import { existsSync, readFileSync } from 'node:fs';

/** What Linux says of the processor; "" elsewhere. */
export function cpuinfo() {
  const path = '/proc/cpuinfo';
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The fastest of the native presets for a processor; all have the same bits. */
export function fastestNative(info = cpuinfo()) {
  return /\bavx2\b/.test(info) ? 'native-avx2' : 'native';
}
