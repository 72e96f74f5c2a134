// Configures a CMake preset once and builds it incrementally.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilerCache } from './cache.mjs';
import { findEmscripten } from './emscripten.mjs';
import { root, run } from './process.mjs';

const jobs = process.env.CMAKE_BUILD_PARALLEL_LEVEL ?? '2';

let building = 0;

/** Milliseconds that builds have taken so far. */
export const timeSpentBuilding = () => building;

/**
 * Builds targets of a preset, in build/<preset>.
 * @param {string} preset a configure preset of CMakePresets.json
 * @param {string[]} targets
 * @param {{capture?: boolean, folder?: string}} [options] as in `run`; `folder` is a source tree
 */
export async function build(preset, targets, options = {}) {
  const start = performance.now();
  try {
    return await configureAndBuild(preset, targets, options);
  } finally {
    building += performance.now() - start;
  }
}

async function configureAndBuild(preset, targets, options) {
  const env = { ...compilerCache(), ...(preset === 'wasm' ? findEmscripten().env : {}) };
  await configure(preset, env, options);
  const args = ['--build', join('build', preset), '-j', jobs, '--target', ...targets];
  return run('cmake', args, { ...options, env });
}

/** Configures a preset, unless that has been done with the same toolchain. */
async function configure(preset, env, options) {
  const folder = join(root, options.folder ?? '', 'build', preset);
  const toolchain = env.EMSCRIPTEN_ROOT && `CMAKE_TOOLCHAIN_FILE:FILEPATH=${env.EMSCRIPTEN_ROOT}/`;
  const done =
    existsSync(join(folder, 'build.ninja')) &&
    readFileSync(join(folder, 'CMakeCache.txt'), 'utf8').includes(toolchain ?? '');
  // Compiled once and never again, all of it is sooner there in units.
  const units = preset === 'native' && process.env.CI === 'true' ? ['-DACP_UNITY=ON'] : [];
  if (!done) await run('cmake', ['--fresh', '--preset', preset, ...units], { ...options, env });
}
