// What is known of robots without their simulator, which only they wait for that ask for one.
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Outside of the npm package (tools/lib/robots.mjs). */
const NONE = { environments: [], presets: [], needs: '' };
/** Bytes that may be handed in; a checkpoint has its configuration in front. */
const MOST = 1_000_000;

/**
 * @param {string[]} words of the command line
 * @returns {{ list: object, asked: boolean }} robots and presets, and whether the words, or a file
 *   that they name, name one of them
 */
export function readRobots(words) {
  const path = new URL('robots.json', import.meta.url);
  const list = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : NONE;
  const ids = [...list.environments, ...list.presets].map(({ id }) => id);
  const isNamed = (text) => ids.some((id) => text.includes(id));
  const files = words.map((word) => word.slice(word.indexOf('=') + 1));
  return { list, asked: words.some(isNamed) || files.some((file) => isAbout(file, isNamed)) };
}

/** A folder is that of a sweep. What cannot be read, the program itself complains of. */
function isAbout(path, isNamed) {
  try {
    const is = statSync(path);
    if (is.isDirectory()) return isNamed(readFileSync(join(path, 'plan.jsonl')));
    return is.isFile() && isNamed(beginning(path)); // a pipe can be read only once
  } catch {
    return false;
  }
}

function beginning(path) {
  const file = openSync(path);
  try {
    const bytes = Buffer.alloc(MOST);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
