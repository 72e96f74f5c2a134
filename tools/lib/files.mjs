// The files of the repository, without what is generated, installed or hidden.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const foreign = new Set(['node_modules', 'build', 'dist']);
const hiddenButOurs = new Set(['.ci', '.github']);

function isOurs(entry) {
  const hidden = entry.isDirectory() && entry.name.startsWith('.');
  return hidden ? hiddenButOurs.has(entry.name) : !foreign.has(entry.name);
}

/**
 * @param {string} root
 * @param {string} [folder] where to begin, relative to `root`
 * @returns {string[]} paths of files relative to `root`, with `/`, sorted; [] if there is no folder
 */
export function filesBelow(root, folder = '') {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter(isOurs)
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    })
    .sort();
}
