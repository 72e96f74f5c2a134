// `node tools/learning-report.mjs [preset …]`: trains presets natively over several seeds and
// writes what came out to docs/learning-report.md, beside the goals of
// tests/golden/learning-goals.json. Presets that are not named keep their rows.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/cmake.mjs';
import { program, root, run } from './lib/process.mjs';
import { interquartileMean, median, summarise } from './lib/learning.mjs';

const document = join(root, 'docs/learning-report.md');
const goals = JSON.parse(
  readFileSync(join(root, 'tests/golden/learning-goals.json'), 'utf8'),
).goals;
const acp = 'build/native/acp';

async function train(id, seed, steps) {
  const start = performance.now();
  const args = ['train', `preset=${id}`, `seed=${seed}`, `steps=${steps}`];
  const { stdout } = await run(acp, args, { capture: true });
  const seconds = (performance.now() - start) / 1000;
  const evaluations = stdout
    .split('\n')
    .filter((line) => line.includes('"evaluation"'))
    .map((line) => JSON.parse(line));
  return { seconds, evaluations };
}

/** Runs `tasks` on as many processors as there are. */
async function inParallel(tasks) {
  const results = [];
  let next = 0;
  const work = async () => {
    while (next < tasks.length) {
      const mine = next++;
      results[mine] = await tasks[mine]();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

const figure = (x) => (Math.abs(x) >= 1000 ? x.toFixed(0) : x.toPrecision(4)).replace('-', '−');
const count = (steps) => (steps === Infinity ? 'never' : steps.toLocaleString('en'));

function row(preset, seeds, runs) {
  const summary = summarise(runs, preset.threshold);
  const goal = goals[preset.id] ?? {};
  const cells = [
    `\`${preset.id}\``,
    `${preset.learns ? '≥' : 'never'} ${figure(preset.threshold)}`,
    `${count(median(summary.first))} (${count(Math.max(...summary.first))})`,
    `${summary.reached}/${seeds}`,
    `${figure(interquartileMean(summary.final))} (${figure(Math.min(...summary.final))})`,
    preset.steps.toLocaleString('en'),
    goal.first ? `${count(goal.first)}` : '',
    goal.final === undefined
      ? ''
      : `${summary.final.filter((x) => x >= goal.final).length}/${seeds} ≥ ${figure(goal.final)}`,
    median(runs.map(({ seconds }) => seconds)).toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}

const columns = [
  'preset',
  'threshold',
  'first hit, steps: median (worst)',
  'reached',
  'final: interquartile mean (worst)',
  'after steps',
  'goal: first hit',
  'goal: final',
  'seconds, native',
];

const head = (seeds) => `# Learning report

What every preset does over seeds 1 to ${seeds}, by \`npm run learning-report\`.

Returns are those of the deterministic policy from the fixed start states of the environment. The
first hit is the first evaluation at the threshold: a maximum over checkpoints, which flatters
unstable learners, so the final value stands beside it. Presets with "never" show a failure. Goals
are those of \`tests/golden/learning-goals.json\`; a median first hit within 1.5 times its goal
meets it. Seconds are those of one run while another shares the machine.

| ${columns.join(' | ')} |
${'|---'.repeat(columns.length)}|
`;

function oldRows() {
  if (!existsSync(document)) return new Map();
  const lines = readFileSync(document, 'utf8').split('\n');
  return new Map(lines.flatMap((line) => (/^\| `/.test(line) ? [[line.split('`')[1], line]] : [])));
}

await program(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seeds: { type: 'string', default: '8' } },
  });
  const seeds = Number(values.seeds);
  await build('native', ['acp'], { capture: true });
  const { presets } = JSON.parse((await run(acp, ['catalog'], { capture: true })).stdout);
  const rows = oldRows();
  const chosen = presets.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
  for (const preset of chosen) {
    const tasks = Array.from(
      { length: seeds },
      (_, i) => () => train(preset.id, i + 1, preset.steps),
    );
    const text = row(preset, seeds, await inParallel(tasks));
    console.log(text);
    rows.set(preset.id, text);
    const known = presets.flatMap(({ id }) => rows.get(id) ?? []);
    writeFileSync(document, `${head(seeds)}${known.join('\n')}\n`);
  }
});
