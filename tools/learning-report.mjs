// `node tools/learning-report.mjs [--seeds FIRST..LAST] [preset …]`: trains presets natively over
// seeds by `acp sweep` and writes what `acp report` says of them beside the goals of
// tests/golden/learning-goals.json: over the seeds of the report to docs/, with the table of the
// readme, over others to build/. Presets that are not named keep their rows. Runs are remembered in
// build/learning for the program that has made them, so that what was interrupted goes on.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/cmake.mjs';
import { documentText, row, rowsOf, story, storyTable } from './lib/learning-document.mjs';
import { finalReturns, reportSeeds } from './lib/learning.mjs';
import { fastestNative } from './lib/processor.mjs';
import { program, root, run } from './lib/process.mjs';
import { filled } from './lib/readme.mjs';
import { select } from './lib/select.mjs';

const { goals } = JSON.parse(readFileSync(join(root, 'tests/golden/learning-goals.json'), 'utf8'));

await program(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seeds: { type: 'string', default: reportSeeds } },
  });
  const { seeds } = values;
  const native = fastestNative();
  await build(native, ['acp'], { capture: true });
  const acp = `build/${native}/acp`;
  const ask = async (...args) => (await run(acp, args, { capture: true })).stdout;
  // Presets are part of it, as is all that their numbers depend on.
  const bytes = readFileSync(join(root, acp));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const { presets } = JSON.parse(await ask('catalog'));
  const names = presets.map(({ id }) => id);
  const chosen = select(
    presets.map((each) => ({ name: each.id, ...each })),
    positionals,
    'preset',
  );

  const place = join(root, seeds === reportSeeds ? 'docs' : `build/seeds-${seeds}`);
  const document = join(place, 'learning-report.md');
  mkdirSync(join(place, 'learning'), { recursive: true });
  const rows = rowsOf(existsSync(document) ? readFileSync(document, 'utf8') : '', seeds);
  const arms = new Map();
  for (const preset of chosen) {
    const { id } = preset;
    const folder = `build/learning/${hash.slice(0, 12)}/${seeds}/${id}`;
    const jobs = String(availableParallelism());
    await ask('sweep', `preset=${id}`, `seeds=${seeds}`, '--out', folder, '--jobs', jobs);
    const report = (format) =>
      ask('report', folder, '--format', format, '--threshold', String(preset.threshold));
    const [arm] = JSON.parse(await report('json')).arms;
    const text = row(preset, goals[id] ?? {}, arm, finalReturns(await report('csv')));
    console.log(text);
    rows.set(id, text);
    arms.set(id, arm);
    writeFileSync(document, documentText(seeds, names, rows));
    writeFileSync(join(place, 'learning', `${id}.svg`), await report('svg'));
  }
  if (seeds === reportSeeds && Object.keys(story).every((id) => arms.has(id))) {
    const readme = join(root, 'README.md');
    const text = filled(readFileSync(readme, 'utf8'), 'story', storyTable(arms));
    writeFileSync(readme, text);
  }
});
