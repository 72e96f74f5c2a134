// Runs the test programs and counts their tests.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
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

/**
 * Runs what CTest knows of a preset: one after the other, but the shards of `learning` at once.
 * GoogleTest programs are asked for the count of their tests.
 * @param {string} preset
 * @returns {Promise<Result>}
 */
export async function ctest(preset) {
  const listing = await run('ctest', ['--preset', preset, '--show-only=json-v1'], {
    capture: true,
  });
  const { tests } = JSON.parse(listing.stdout);
  const results = [];
  const shards = tests.filter(({ name }) => name.startsWith('learning'));
  for (const test of tests) {
    if (!shards.includes(test)) results.push(await ctestOne(preset, test));
  }
  results.push(...(await Promise.all(shards.map((test) => ctestOne(preset, test)))));
  return { ...sum(results), output: results.map((result) => result.output).join('\n') };
}

async function ctestOne(preset, { name, command }) {
  const isGoogleTest = command.some((part) => basename(part).startsWith('acp_tests'));
  if (isGoogleTest) {
    const report = freshReport(`${preset}-${name}`);
    const [program, ...args] = [...command, '--gtest_brief=1', `--gtest_output=json:${report}`];
    return resultOf(await run(program, args, capture), report, fromGoogleTest);
  }
  const { code, output } = await run('ctest', ['--preset', preset, '-R', `^${name}$`], capture);
  return code === 0 ? { passed: 1, output } : { failed: 1, output };
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
