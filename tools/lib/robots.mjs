// The robots of the command line in Node: `robots.mjs`, which moves them by the simulator, and
// `robots.json`, what there is to know of them without.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './process.mjs';

const SIMULATOR = '@mujoco/mujoco';

/**
 * Tries every robot, and writes both files.
 * @param {string} outDir where the program is
 */
export async function addRobots(outDir) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'web/src/tasks/command-line.ts'),
        external: SIMULATOR,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'robots.mjs' },
      },
    },
  });
  const { listRobots } = await import(pathToFileURL(join(outDir, 'robots.mjs')).href);
  const { optionalDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const needs = `${SIMULATOR}@${optionalDependencies[SIMULATOR]}`;
  await writeFile(join(outDir, 'robots.json'), JSON.stringify({ ...(await listRobots()), needs }));
}
