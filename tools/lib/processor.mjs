// What the processor here can do.
import { existsSync, readFileSync } from 'node:fs';

/** What Linux says of the processor; "" elsewhere. */
export function cpuinfo() {
  const path = '/proc/cpuinfo';
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
