// Finds Emscripten: EMSDK, then PATH, then where Debian keeps it.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareVersions } from './versions.mjs';
import { Failure, which } from './process.mjs';

const oldestEmscripten = '3.1.6';
const toolchain = 'cmake/Modules/Platform/Emscripten.cmake';
const debianModules = '/usr/share/nodejs';

/**
 * @returns {{env: NodeJS.ProcessEnv, nodeFlags: string[]} | undefined}
 *   `env` is what CMake needs: where the toolchain file is, and for Debian where acorn is;
 *   `nodeFlags` are what its programs need under Node
 * @throws {Failure} when the one that is found is too old
 */
export function findEmscripten() {
  const root = candidates().find((folder) => existsSync(join(folder, toolchain)));
  if (root === undefined) return undefined;
  const versionFile = join(root, 'emscripten-version.txt');
  const version = /\d+(\.\d+)+/.exec(readFileSync(versionFile, 'utf8'))[0];
  if (compareVersions(version, oldestEmscripten) < 0) {
    throw new Failure(`Emscripten ${version} in ${root} is older than ${oldestEmscripten}.`);
  }
  const env = { EMSCRIPTEN_ROOT: root };
  if (root === '/usr/share/emscripten' && existsSync(debianModules)) env.NODE_PATH = debianModules;
  // Older glue mistakes Node's own fetch for a browser's.
  const nodeFlags = compareVersions(version, '3.1.25') < 0 ? ['--no-experimental-fetch'] : [];
  return { env, nodeFlags };
}

function candidates() {
  const folders = [];
  if (process.env.EMSDK) folders.push(join(process.env.EMSDK, 'upstream/emscripten'));
  const emcc = which('emcc');
  if (emcc !== undefined) {
    const folder = dirname(realpathSync(emcc));
    folders.push(folder, join(folder, '../libexec')); // the second is Homebrew's
  }
  folders.push('/usr/share/emscripten', '/usr/lib/emscripten');
  return folders;
}
