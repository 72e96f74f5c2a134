// `node tools/learning-report.mjs [--robots] [--seeds FIRST..LAST] [preset …]`: trains presets
// natively, those of robots in Node, over seeds by `acp sweep` and writes what `acp report` says of
// them beside the goals of tests/golden/learning-goals.json: over the seeds of the report to docs/,
// with the table of the readme, over others to build/. Presets that are not named keep their rows.
// Runs are remembered in build/learning for the program that has made them, so that what was
// interrupted goes on.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/cmake.mjs';
import { documentText, row, rowsOf, story, storyTable } from './lib/learning-document.mjs';
import { finalReturns, ofPresets, ofRobots } from './lib/learning.mjs';
import { program, root, run } from './lib/process.mjs';
import { filled } from './lib/readme.mjs';
import { select } from './lib/select.mjs';

const read = (path) => readFileSync(join(root, path));
const json = (path) => JSON.parse(read(path));
const { goals } = json('tests/golden/learning-goals.json');

/** What trains, of which files all its numbers depend on, and the presets that it knows. */
async function native() {
  await build('native', ['acp'], { capture: true });
  const acp = 'build/native/acp';
  const { stdout } = await run(acp, ['catalog'], { capture: true });
  return { command: [acp], files: [acp], presets: JSON.parse(stdout).presets };
}

/** The same of robots. */
async function inNode() {
  await run(process.execPath, ['tools/package.mjs'], { capture: true });
  const [acp, core, robots] = ['acp.mjs', 'acp_cli.wasm', 'robots.json'].map(
    (name) => `build/package/cli/${name}`,
  );
  const { presets } = json(robots);
  return { command: [process.execPath, acp], files: [core, robots], presets };
}

await program(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seeds: { type: 'string' }, robots: { type: 'boolean', default: false } },
  });
  const report = values.robots ? ofRobots : ofPresets;
  const { seeds = report.seeds } = values;
  const { command, files, presets } = await (values.robots ? inNode() : native());
  const [acp, ...before] = command;
  const ask = async (...args) => (await run(acp, [...before, ...args], { capture: true })).stdout;
  // Presets are part of it.
  const hash = createHash('sha256');
  for (const file of files) hash.update(read(file));
  const version = hash.digest('hex').slice(0, 12);
  const names = presets.map(({ id }) => id);
  const chosen = select(
    presets.map((each) => ({ name: each.id, ...each })),
    positionals,
    'preset',
  );

  const isReport = seeds === report.seeds;
  const place = join(root, isReport ? 'docs' : `build/seeds-${seeds}`);
  const document = join(place, `${report.file}.md`);
  mkdirSync(join(place, 'learning'), { recursive: true });
  const rows = rowsOf(existsSync(document) ? readFileSync(document, 'utf8') : '', report, seeds);
  const arms = new Map();
  for (const preset of chosen) {
    const { id } = preset;
    const folder = `build/learning/${version}/${seeds}/${id}`;
    const jobs = String(availableParallelism());
    await ask('sweep', `preset=${id}`, `seeds=${seeds}`, '--out', folder, '--jobs', jobs);
    const said = (format) =>
      ask('report', folder, '--format', format, '--threshold', String(preset.threshold));
    const [arm] = JSON.parse(await said('json')).arms;
    const text = row(report, preset, goals[id] ?? {}, arm, finalReturns(await said('csv')));
    console.log(text);
    rows.set(id, text);
    arms.set(id, arm);
    writeFileSync(document, documentText(report, seeds, names, rows));
    writeFileSync(join(place, 'learning', `${id}.svg`), await said('svg'));
  }
  if (isReport && Object.keys(story).every((id) => arms.has(id))) {
    const readme = join(root, 'README.md');
    const text = filled(readFileSync(readme, 'utf8'), 'story', storyTable(arms));
    writeFileSync(readme, text);
  }
});
