// Trains the same runs in every build and compares the digests of all parameters.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './cmake.mjs';
import { buildModule } from './page.mjs';
import { inParallel } from './pool.mjs';
import { Failure, root, run } from './process.mjs';
import { fastestNative } from './processor.mjs';

const golden = join(root, 'tests/golden/digests.json');
const quiet = { capture: true };

const builds = [
  { preset: 'native', title: 'native', digests: commandLineDigests },
  {
    preset: 'native-avx2',
    title: 'native, AVX2',
    digests: (runs) => coreDigests('native-avx2', runs),
  },
  { preset: 'clang', title: 'native, clang', digests: (runs) => coreDigests('clang', runs) },
  { preset: 'wasm', title: 'WebAssembly in Node', digests: wasmDigests },
];

/** @typedef {{name: string, pairs: string[], steps: number}} Run */

/**
 * What `tests/golden/digests.json` names: `preset=… seed=… steps=…`.
 * @returns {Run[]}
 */
function recordedRuns() {
  return Object.keys(JSON.parse(readFileSync(golden, 'utf8')).digests).map(readName);
}

function readName(name) {
  const pairs = name.split(' ');
  const steps = pairs.find((pair) => pair.startsWith('steps='));
  return { name, pairs: pairs.filter((pair) => pair !== steps), steps: Number(steps.slice(6)) };
}

/** What `acp digest` prints. */
async function commandLineDigests(runs) {
  await build('native', ['acp'], quiet);
  return inParallel(
    runs.map(({ pairs, steps }) => async () => {
      const args = ['digest', ...pairs, `steps=${steps}`];
      const { output } = await run('build/native/acp', args, quiet);
      const digest = /\b[0-9a-f]{16}\b/.exec(output)?.[0];
      if (digest === undefined) throw new Failure(`acp ${args.join(' ')} printed: ${output}`);
      return digest;
    }),
  );
}

/** Those of a build of no more than the core. */
async function coreDigests(preset, runs) {
  await build(preset, ['acp_digests'], quiet);
  return inParallel(
    runs.map(({ pairs, steps }) => async () => {
      const input = `${steps} ${pairs.join(' ')}\n`;
      const { stdout } = await run(join('build', preset, 'acp_digests'), [], { ...quiet, input });
      return stdout.trim();
    }),
  );
}

async function wasmDigests(runs) {
  await buildModule(quiet);
  const folder = join(root, 'build/wasm');
  const { default: createAcp } = await import(join(folder, 'acp.mjs'));
  const acp = await createAcp({ wasmBinary: readFileSync(join(folder, 'acp.wasm')) });
  return runs.map(({ pairs, steps }) => {
    const session = new acp.Session(pairs.join('&'));
    // In slices, as the page trains: slices must not show in the result.
    for (let taken = 0; taken < steps;) {
      const step = session.train(Math.min(137, steps - taken), 1000);
      if (step === 0) throw new Failure(`the session stopped: ${session.status()}`);
      taken += step;
    }
    const digest = session.digest();
    session.delete();
    return digest;
  });
}

const runsHere = ({ preset }) => preset !== 'native-avx2' || fastestNative() === preset;

/**
 * Each run in each build is one test: its digest must be the recorded one. Every preset of the
 * catalog must have been recorded.
 * @returns {Promise<import('./programs.mjs').Result>}
 */
export async function compareDigests() {
  const recorded = JSON.parse(readFileSync(golden, 'utf8')).digests;
  const runs = recordedRuns();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  for (const each of builds) {
    if (!runsHere(each)) {
      counts.skipped += runs.length;
      lines.push(`skipped: no AVX2 here: ${each.title}`);
      continue;
    }
    const digests = await each.digests(runs);
    runs.forEach(({ name }, i) => {
      const isSame = digests[i] === recorded[name];
      counts[isSame ? 'passed' : 'failed'] += 1;
      if (!isSame) lines.push(`${each.title}: ${digests[i]}, recorded ${recorded[name]}: ${name}`);
    });
    lines.push(`${each.title}: ${runs.length} runs compared`);
  }
  for (const id of (await presets()).map((preset) => preset.id)) {
    const isRecorded = runs.some(({ pairs }) => pairs.includes(`preset=${id}`));
    counts[isRecorded ? 'passed' : 'failed'] += 1;
    if (!isRecorded) lines.push(`tests/golden/digests.json lacks preset=${id}`);
  }
  return { ...counts, output: lines.join('\n') };
}

/** Records the digests of the native build, for every preset of the catalog. */
export async function recordDigests() {
  await build('native', ['acp'], quiet);
  const file = JSON.parse(readFileSync(golden, 'utf8'));
  const runs = (await presets()).map(({ id, config }) =>
    readName(`preset=${id} seed=1 steps=${stepsToCompare(config)}`),
  );
  const digests = await commandLineDigests(runs);
  file.digests = Object.fromEntries(runs.map(({ name }, i) => [name, digests[i]]));
  writeFileSync(golden, `${JSON.stringify(file, null, 2)}\n`);
}

/** Enough for a few hundred updates after the warm-up. */
function stepsToCompare(config) {
  const warmup = /warmup_steps=(\d+)/.exec(config);
  return warmup ? Number(warmup[1]) + 500 : 2000;
}

/** @returns {Promise<{id: string, config: string}[]>} of the native build's catalog */
async function presets() {
  const { stdout } = await run('build/native/acp', ['catalog'], quiet);
  return JSON.parse(stdout).presets;
}
