// `node tools/learning-report.mjs [--seeds FIRST-LAST] [preset …]`: trains presets natively over
// seeds and writes what came out beside the goals of tests/golden/learning-goals.json: over the
// seeds of the report to docs/learning-report.md, over others to build/. Presets that are not named
// keep their rows. Runs are remembered in build/learning for the program that has made them, so
// that what was interrupted goes on.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/cmake.mjs';
import { documentText, row, rowsOf } from './lib/learning-document.mjs';
import { parseSeeds, reportSeeds } from './lib/learning.mjs';
import { inParallel } from './lib/pool.mjs';
import { fastestNative } from './lib/processor.mjs';
import { program, root, run } from './lib/process.mjs';
import { select } from './lib/select.mjs';

const { goals } = JSON.parse(readFileSync(join(root, 'tests/golden/learning-goals.json'), 'utf8'));

/** @returns {Promise<import('./lib/learning.mjs').Curve>} */
async function train(acp, folder, preset, seed) {
  const file = join(folder, `${seed}.json`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const args = ['train', `preset=${preset.id}`, `seed=${seed}`, `steps=${preset.steps}`];
    const { stdout } = await run(acp, args, { capture: true });
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const curve = rows.filter(({ type }) => type === 'evaluation');
    writeFileSync(`${file}.part`, JSON.stringify(curve));
    renameSync(`${file}.part`, file);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

await program(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seeds: { type: 'string', default: reportSeeds } },
  });
  const seeds = parseSeeds(values.seeds);
  const native = fastestNative();
  await build(native, ['acp'], { capture: true });
  const acp = `build/${native}/acp`;
  // Presets are part of it, as is all that their numbers depend on.
  const bytes = readFileSync(join(root, acp));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const memory = join(root, 'build/learning', hash.slice(0, 12));
  const { presets } = JSON.parse((await run(acp, ['catalog'], { capture: true })).stdout);
  const names = presets.map(({ id }) => id);
  const chosen = select(
    presets.map((each) => ({ name: each.id, ...each })),
    positionals,
    'preset',
  );

  const place = values.seeds === reportSeeds ? 'docs' : `build/seeds-${values.seeds}`;
  const document = join(root, place, 'learning-report.md');
  mkdirSync(join(root, place), { recursive: true });
  const rows = rowsOf(existsSync(document) ? readFileSync(document, 'utf8') : '', values.seeds);
  for (const preset of chosen) {
    const folder = join(memory, preset.id);
    const curves = await inParallel(seeds.map((seed) => () => train(acp, folder, preset, seed)));
    const text = row(preset, goals[preset.id] ?? {}, curves);
    console.log(text);
    rows.set(preset.id, text);
    writeFileSync(document, documentText(values.seeds, names, rows));
  }
});
