// Trains the same runs in every build and compares the digests of all parameters.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { build } from './cmake.mjs';
import { buildModule } from './page.mjs';
import { inParallel } from './pool.mjs';
import { Failure, root, run, which } from './process.mjs';
import { unlessProven } from './proven.mjs';
import { sum } from './results.mjs';

const golden = join(root, 'tests/golden/digests.json');
const quiet = { capture: true };
const wasmProgram = join(import.meta.dirname, 'wasm-digests.mjs');

/** The native program by the vectors that it is told to use, of those that the processor has. */
const ofVectors = (vectors) => ({
  title: `native, ${vectors}`,
  make: () => build('native', ['acp'], quiet),
  files: ['build/native/acp'],
  digests: (runs) => commandLineDigests(runs, vectors),
});

const others = [
  {
    title: 'native, clang',
    make: () => build('clang', ['acp_digests'], quiet),
    files: ['build/clang/acp_digests'],
    digests: (runs) => coreDigests(['build/clang/acp_digests'], runs),
  },
  {
    title: 'WebAssembly in Node',
    make: () => buildModule(quiet),
    files: ['build/wasm/acp.mjs', 'build/wasm/acp.wasm'],
    digests: wasmDigests,
  },
];

/** Short: an emulator takes a hundred times as long. */
const emulatedRuns = [
  'preset=pendulum-sac sac.warmup_steps=100 seed=1 steps=150',
  'preset=cart-pole-dqn dqn.warmup_steps=100 seed=1 steps=150',
  'preset=cart-pole-a2c seed=1 steps=300',
  'preset=acrobot-sac-discrete sac_discrete.warmup_steps=100 seed=1 steps=150',
].map(readName);

/**
 * The core for ARM, where there are a compiler and an emulator: it comes to what it comes to here.
 * @returns {Promise<import('./programs.mjs').Result>}
 */
async function compareEmulated() {
  const title = 'ARM with NEON, emulated';
  if (['aarch64-linux-gnu-g++', 'qemu-aarch64'].some((name) => which(name) === undefined)) {
    return { passed: 0, failed: 0, skipped: 1, output: `${title}: no compiler and emulator` };
  }
  await build('arm64', ['acp_digests'], quiet);
  const emulator = ['qemu-aarch64', '-L', '/usr/aarch64-linux-gnu'];
  const digests = (runs) => coreDigests([...emulator, 'build/arm64/acp_digests'], runs);
  const here = await commandLineDigests(emulatedRuns);
  const recorded = Object.fromEntries(emulatedRuns.map(({ name }, i) => [name, here[i]]));
  return compare({ title, digests }, emulatedRuns, recorded);
}

/** How each is built, and the files that are all its digests depend on. */
async function allBuilds() {
  await build('native', ['acp'], quiet);
  const { stdout } = await run('build/native/acp', ['--version'], quiet);
  return [...vectorsOf(stdout).map(ofVectors), ...others];
}

/** The kinds of vectors that `acp --version` says there are. */
export function vectorsOf(version) {
  const [, chosen, all] = /^vectors: (\w+)(?: \(of (.*)\))?$/m.exec(version) ?? [];
  if (chosen === undefined) throw new Failure(`acp --version printed: ${version}`);
  return all?.split(', ') ?? [chosen];
}

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
async function commandLineDigests(runs, vectors = '') {
  const env = { ACP_SIMD: vectors };
  return inParallel(
    runs.map(({ pairs, steps }) => async () => {
      const args = ['digest', ...pairs, `steps=${steps}`];
      const { output } = await run('build/native/acp', args, { ...quiet, env });
      const digest = /\b[0-9a-f]{16}\b/.exec(output)?.[0];
      if (digest === undefined) throw new Failure(`acp ${args.join(' ')} printed: ${output}`);
      return digest;
    }),
  );
}

/** Those of a build of no more than the core. */
async function coreDigests([program, ...args], runs) {
  return inParallel(
    runs.map(({ pairs, steps }) => async () => {
      const input = `${steps} ${pairs.join(' ')}\n`;
      const { stdout } = await run(program, args, { ...quiet, input });
      return stdout.trim();
    }),
  );
}

/** A share of the runs in each of as many processes as there are processors. */
async function wasmDigests(runs) {
  const count = availableParallelism();
  const shares = await inParallel(
    Array.from({ length: count }, (_, share) => async () => {
      const input = JSON.stringify(runs.filter((_, i) => i % count === share));
      const { stdout } = await run(process.execPath, [wasmProgram], { ...quiet, input });
      return stdout.split('\n');
    }),
  );
  return runs.map((_, i) => shares[i % count][Math.floor(i / count)]);
}

/** @returns {Promise<import('./programs.mjs').Result>} a test for each of the runs */
async function compare({ title, digests }, runs, recorded) {
  const found = await digests(runs);
  const wrong = runs.flatMap(({ name }, i) =>
    found[i] === recorded[name]
      ? []
      : [`${title}: ${found[i]}, expected ${recorded[name]}: ${name}`],
  );
  const output = [...wrong, `${title}: ${runs.length} runs compared`].join('\n');
  return { passed: runs.length - wrong.length, failed: wrong.length, skipped: 0, output };
}

/** @returns {Promise<import('./programs.mjs').Result>} */
async function compareBuild(each, runs, recorded) {
  await each.make();
  const files = [relative(root, golden), ...each.files];
  return unlessProven([each.title], files, () => compare(each, runs, recorded));
}

/**
 * Each run in each build is one test: its digest must be the recorded one. Every preset of the
 * catalog must have been recorded.
 * @returns {Promise<import('./programs.mjs').Result>}
 */
export async function compareDigests() {
  const recorded = JSON.parse(readFileSync(golden, 'utf8')).digests;
  const runs = recordedRuns();
  const results = [];
  for (const each of await allBuilds()) results.push(await compareBuild(each, runs, recorded));
  results.push(await compareEmulated());
  for (const { id } of await presets()) {
    const isRecorded = runs.some(({ pairs }) => pairs.includes(`preset=${id}`));
    const output = isRecorded ? '' : `tests/golden/digests.json lacks preset=${id}`;
    results.push({ passed: Number(isRecorded), failed: Number(!isRecorded), output });
  }
  const lines = results.map(({ output }) => output).filter(Boolean);
  return { ...sum(results), output: lines.join('\n') };
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

/** Enough for hundreds of updates after the warm-up. */
function stepsToCompare(config) {
  const warmup = /warmup_steps=(\d+)/.exec(config)?.[1];
  const updates = /updates_per_iteration=(\d+)/.exec(config)?.[1] ?? 1;
  const [start, more] = warmup === undefined ? [1000, 1000] : [Number(warmup), 500];
  return start + Math.ceil(more / Number(updates));
}

/** @returns {Promise<{id: string, config: string}[]>} of the native build's catalog */
async function presets() {
  const { stdout } = await run('build/native/acp', ['catalog'], quiet);
  return JSON.parse(stdout).presets;
}
