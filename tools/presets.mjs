// `node tools/presets.mjs`: writes the table of presets in README.md from the catalog of the native
// build.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './lib/cmake.mjs';
import { program, root, run } from './lib/process.mjs';
import { filled } from './lib/readme.mjs';

/**
 * The README with its table made anew.
 * @param {string} readme
 * @param {{presets: object[], environments: {id: string, title: string}[]}} catalog
 */
export function withPresets(readme, catalog) {
  const rows = catalog.presets.map(({ id, title, teaches, config }) => {
    const environment = /environment=([a-z_]+)/.exec(config)[1];
    const { title: task } = catalog.environments.find((each) => each.id === environment);
    return `| \`${id}\` | ${task} | ${title} | ${teaches} |`;
  });
  const table = ['| preset | task | algorithm | what it teaches |', '|---|---|---|---|', ...rows];
  return filled(readme, 'presets', table);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await program(async () => {
    await build('native', ['acp'], { capture: true });
    const path = join(root, 'README.md');
    const readme = readFileSync(path, 'utf8');
    const { stdout } = await run('build/native/acp', ['catalog'], { capture: true });
    writeFileSync(path, withPresets(readme, JSON.parse(stdout)));
  });
}
