// The libFuzzer programs in tests/fuzz, each named by what it feeds.
import { copyFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from './cmake.mjs';
import { filesBelow } from './files.mjs';
import { Failure, root, run } from './process.mjs';
import { inParallel } from './pool.mjs';
import { fromLibFuzzer, sum } from './results.mjs';

const STAGE_SECONDS = 10;

/** Their names. */
export const fuzzers = filesBelow(root, 'tests/fuzz').flatMap((path) => {
  const name = /^tests\/fuzz\/(\w+)\.cpp$/.exec(path)?.[1];
  return name === undefined ? [] : [{ name }];
});

/** Inputs that are committed, and those that this clone has found. */
const committed = (name) => `tests/fuzz/corpus/${name}`;
const found = (name) => `build/fuzz/corpus/${name}`;

const limits = ['-timeout=60', '-rss_limit_mb=3000', '-max_len=4096', '-print_final_stats=1'];

/** Runs one; `advice` says how to repeat what has broken it, if anything has. */
async function fuzzer(name, args, options = {}) {
  const crashes = `build/fuzz/crashes/${name}`;
  mkdirSync(join(root, crashes), { recursive: true });
  const since = Date.now();
  const program = join(root, `build/fuzz/fuzz_${name}`);
  const all = [...limits, `-artifact_prefix=${crashes}/`, ...args];
  const ended = await run(program, all, { ...options, allowFailure: true });
  // An input that has broken it before is written again, with the same name.
  const isOfNow = (path) => statSync(join(root, path)).mtimeMs >= since;
  const news = filesBelow(root, crashes).filter(isOfNow);
  return {
    ...ended,
    advice: news.map((path) => `Again: npm run fuzz -- ${name} ${path}\n`).join(''),
  };
}

function freshFolder(path) {
  rmSync(join(root, path), { recursive: true, force: true });
  mkdirSync(join(root, path), { recursive: true });
}

export const buildFuzzers = (names, options) =>
  build(
    'fuzz',
    names.map((name) => `fuzz_${name}`),
    options,
  );

/** Feeds one input. */
export const replay = (name, path) => fuzzer(name, [path]);

/** Looks for new inputs, and keeps them for the next time. */
export function explore(name, seconds) {
  mkdirSync(join(root, found(name)), { recursive: true });
  return fuzzer(name, [`-max_total_time=${seconds}`, found(name), committed(name)]);
}

/** libFuzzer names what it keeps by a hash; other names people have given. */
const isNamed = (path) => !/^[0-9a-f]{40}$/.test(basename(path));

/** Makes the committed inputs those with names, and the fewest that reach what else is known. */
export async function minimise(name) {
  const fewest = 'build/fuzz/fewest';
  freshFolder(fewest);
  for (const path of filesBelow(root, committed(name)).filter(isNamed)) {
    copyFileSync(join(root, path), join(root, fewest, basename(path)));
  }
  mkdirSync(join(root, found(name)), { recursive: true });
  const merge = ['-merge=1', fewest, committed(name), found(name)];
  const { code } = await fuzzer(name, merge);
  if (code !== 0) throw new Failure(`${name}: could not be minimised`);
  rmSync(join(root, committed(name)), { recursive: true });
  renameSync(join(root, fewest), join(root, committed(name)));
}

/** Feeds what is committed, then looks for more for some seconds. Each input fed is a test. */
async function check({ name }) {
  const scratch = `build/fuzz/scratch/${name}`;
  freshFolder(scratch);
  const args = [`-max_total_time=${STAGE_SECONDS}`, scratch, committed(name)];
  const { code, output, advice } = await fuzzer(name, args, { capture: true });
  if (code !== 0) return { failed: 1, output: output + advice };
  const kept = filesBelow(root, committed(name)).length;
  const { passed, failed, executions, perSecond } = fromLibFuzzer(output, kept);
  const measured = `measured: ${name}: ${executions} inputs, ${perSecond} per second`;
  return { passed, failed, output: failed > 0 ? output : measured };
}

/** All of them. */
export async function checkFuzzers() {
  const names = fuzzers.map(({ name }) => name);
  await buildFuzzers(names, { capture: true });
  const results = await inParallel(fuzzers.map((each) => () => check(each)));
  return { ...sum(results), output: results.map(({ output }) => output).join('\n') };
}
