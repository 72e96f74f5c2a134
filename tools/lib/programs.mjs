// Runs the test programs and counts their tests.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { inParallel } from './pool.mjs';
import { fromGoogleTest, fromTap, fromVitest, sum } from './results.mjs';
import { Failure, root, run, runNode } from './process.mjs';

const reports = join(root, 'build/reports');
const capture = { capture: true, allowFailure: true };

/**
 * @typedef {import('./results.mjs').Counts & {output: string}} Result
 */

/** A program that fails without a failed test, or that runs no test, is a failed test itself. */
function judge({ code, output }, counts) {
  const silent = code !== 0 && counts.failed === 0;
  const empty = counts.passed + counts.failed === 0;
  return { ...sum([counts, { failed: silent || empty ? 1 : 0 }]), output };
}

/** Reads the report that a program should have written. */
function resultOf(ended, report, read) {
  return judge(ended, existsSync(report) ? read(readFileSync(report, 'utf8')) : sum([]));
}

function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  return report;
}

/** Into so many processes the tests of a GoogleTest program are dealt. */
const SHARES = 16;

/**
 * The tests that a GoogleTest program has for a filter, from its `--gtest_list_tests`: a line for
 * each suite, and below it one, further in, for each of its tests.
 * @param {string} listing
 * @returns {string[]} their full names
 */
export function testsIn(listing) {
  let suite = '';
  return listing.split('\n').flatMap((line) => {
    const name = line.replace(/\s*#.*/, '');
    if (/^\S+\.$/.test(name)) suite = name;
    return /^ {2}\S/.test(name) ? [suite + name.trim()] : [];
  });
}

/**
 * Runs the tests of a GoogleTest program, several shares of them at a time: by their names, since
 * WebAssembly does not see the variables by which GoogleTest itself would share them out.
 * @param {string} name of the reports
 * @param {string[]} command the program and its arguments
 * @param {string} filter of GoogleTest
 * @returns {Promise<Result>}
 * @throws {Failure} when there is none
 */
export async function googleTest(name, [program, ...args], filter) {
  const list = [...args, `--gtest_filter=${filter}`, '--gtest_list_tests'];
  const tests = testsIn((await run(program, list, { capture: true })).stdout);
  if (tests.length === 0) throw new Failure(`${name}: no test matches ${filter}`);
  const shares = Array.from({ length: Math.min(SHARES, tests.length) }, (_, share) =>
    tests.filter((_, i) => i % SHARES === share),
  );
  const results = await inParallel(
    shares.map((share, i) => async () => {
      const report = freshReport(`${name}-${i}`);
      const chosen = `--gtest_filter=${share.join(':')}`;
      const flags = [chosen, '--gtest_brief=1', `--gtest_output=json:${report}`];
      return resultOf(await run(program, [...args, ...flags], capture), report, fromGoogleTest);
    }),
  );
  const total = sum(results);
  const missing = tests.length - total.passed - total.failed - total.skipped;
  const output = results.map((result) => result.output).join('\n');
  return { ...sum([total, { failed: Math.max(0, missing) }]), output };
}

/**
 * @param {string} name of the report
 * @param {string[]} args for Vitest
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Result>}
 */
export async function vitest(name, args, env = {}) {
  const report = freshReport(name);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const result = await runNode('vitest/vitest.mjs', ['run', ...reporters, ...args], {
    ...capture,
    env: { ...env, NO_COLOR: '1' },
  });
  return resultOf(result, report, fromVitest);
}

/** Milliseconds after which a test for Node's own runner has failed. */
const PATIENCE = 300_000;

/**
 * @param {string[]} files tests for Node's own runner
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Result>}
 */
export async function nodeTest(files, env = {}) {
  const atOnce = `--test-concurrency=${availableParallelism()}`;
  const patience = `--test-timeout=${PATIENCE}`;
  const args = ['--test', '--test-reporter=tap', atOnce, patience, ...files];
  const ended = await run(process.execPath, args, { ...capture, env });
  return judge(ended, fromTap(ended.output));
}
