// The static checks: formatting, linters, types, layers, text, notices.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './cmake.mjs';
import { filesBelow } from './files.mjs';
import { root, run, runNode } from './process.mjs';

/** C++ files, as clang-format takes them. */
export function cppFiles() {
  const isCpp = (path) => /\.(h|cpp)$/.test(path);
  return ['wasm', 'tests'].flatMap((folder) => filesBelow(root, folder)).filter(isCpp);
}

const tool =
  (name, ...args) =>
  (options) =>
    run(process.execPath, [`tools/${name}.mjs`, ...args], options);

/**
 * A check as one test.
 * @returns {Promise<import('./programs.mjs').Result>}
 */
export async function asTest({ name, run }) {
  const { code, output } = await run({ capture: true, allowFailure: true });
  const failed = code === 0 ? 0 : 1;
  return { passed: 1 - failed, failed, skipped: 0, output: failed ? `${name}\n${output}` : '' };
}

/** Where ESLint remembers files: by their own content, while what types come from is the same. */
function eslintCache() {
  const typed = /\.ts$|(^|\/)tsconfig[^/]*\.json$|^package-lock\.json$/;
  const hash = createHash('sha256');
  for (const path of filesBelow(root).filter((each) => typed.test(each))) {
    hash.update(`${path}\n`).update(readFileSync(join(root, path)));
  }
  return `build/eslint/${hash.digest('hex').slice(0, 12)}/`;
}

/** Each check fails by a non-zero exit code, having printed why. */
export const checks = [
  {
    name: 'clang-format',
    run: (options) => run('clang-format', ['--dry-run', '-Werror', ...cppFiles()], options),
  },
  {
    name: 'clang-tidy',
    run: async (options) => {
      // That file's own target: with it CMake finds again which sources there are.
      await build('sources', ['build.ninja'], { capture: true });
      return tool('clang-tidy')(options);
    },
  },
  {
    name: 'eslint',
    run: (options) => {
      const location = ['--cache-location', eslintCache()];
      const cache = ['--cache', ...location, '--cache-strategy', 'content'];
      return runNode('eslint/bin/eslint.js', ['--max-warnings', '0', ...cache, '.'], options);
    },
  },
  {
    name: 'prettier',
    run: (options) => runNode('prettier/bin/prettier.cjs', ['--check', '.'], options),
  },
  {
    name: 'types',
    run: (options) => runNode('typescript/bin/tsc', ['-b'], options),
  },
  { name: 'layers', run: tool('layering') },
  { name: 'text', run: tool('tree') },
  { name: 'notices', run: tool('notices', '--check') },
  { name: 'api', run: tool('api', '--check') },
];
