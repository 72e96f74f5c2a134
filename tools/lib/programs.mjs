// Runs the test programs and counts their tests.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inParallel } from './pool.mjs';
import { fromGoogleTest, fromTap, fromVitest, sum } from './results.mjs';
import { root, run, runNode } from './process.mjs';

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

/** The GoogleTest programs deal their tests round to so many processes. */
const shards = 16;

/**
 * Runs a GoogleTest program, several shares of its tests at a time.
 * @param {string} name of the reports
 * @param {string[]} command the program and its arguments
 * @param {string} filter of GoogleTest
 * @returns {Promise<Result>}
 */
export async function googleTest(name, [program, ...args], filter) {
  const results = await inParallel(
    Array.from({ length: shards }, (_, shard) => async () => {
      const report = freshReport(`${name}-${shard}`);
      const env = { GTEST_TOTAL_SHARDS: String(shards), GTEST_SHARD_INDEX: String(shard) };
      const flags = [
        `--gtest_filter=${filter}`,
        '--gtest_brief=1',
        `--gtest_output=json:${report}`,
      ];
      const ended = await run(program, [...args, ...flags], { ...capture, env });
      return resultOf(ended, report, fromGoogleTest);
    }),
  );
  return { ...sum(results), output: results.map((result) => result.output).join('\n') };
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

/**
 * @param {string[]} files tests for Node's own runner
 * @returns {Promise<Result>}
 */
export async function nodeTest(files) {
  const args = ['--test', '--test-reporter=tap', ...files];
  const ended = await run(process.execPath, args, capture);
  return judge(ended, fromTap(ended.output));
}
