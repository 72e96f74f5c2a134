// What the processor here can do.
import { existsSync, readFileSync } from 'node:fs';

/** What Linux says of the processor; "" elsewhere. */
export function cpuinfo() {
  const path = '/proc/cpuinfo';
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

export const hasAvx2 = (info = cpuinfo()) => /\bavx2\b/.test(info);

/** The fastest of the native presets for a processor; all have the same bits. */
export const fastestNative = (info = cpuinfo()) => (hasAvx2(info) ? 'native-avx2' : 'native');
