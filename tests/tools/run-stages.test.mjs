import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runStages } from '../../tools/lib/run-stages.mjs';

const stage = (name, result, more = {}) => ({
  name,
  heading: '',
  run: async () => ({ passed: 0, failed: 0, skipped: 0, output: '', ...result }),
  ...more,
});

/** What running them returns, and the lines it prints. */
async function ran(context, stages) {
  const log = context.mock.method(console, 'log', () => {});
  const counts = await runStages(stages);
  return { counts, lines: log.mock.calls.map(({ arguments: [line] }) => line) };
}

test('the last line names what was skipped, and why', async (context) => {
  delete process.env.CI;
  const absent = { name: 'Chromium', present: () => false };
  const output = 'one\nskipped: Firefox, no firefox-esr\nskipped: WebKit\n';
  const { counts, lines } = await ran(context, [
    stage('native', { passed: 3 }),
    stage('browsers', {}, { wants: [absent] }),
    stage('others', { passed: 1, skipped: 2, output }),
    stage('cli', { passed: 1, skipped: 4 }),
  ]);
  assert.deepEqual(counts, { passed: 5, failed: 0, skipped: 7 });
  assert.equal(
    lines.at(-1),
    'skipped: browsers (no Chromium), others (Firefox, no firefox-esr; WebKit), cli (4 tests)',
  );
});

test('nothing is said of skips where there are none', async (context) => {
  const { lines } = await ran(context, [stage('native', { passed: 3 })]);
  assert.match(lines.at(-1), /^slowest: /);
});

test('a stage that throws is a failed test', async (context) => {
  const thrown = { run: () => Promise.reject(new Error('no')) };
  const { counts } = await ran(context, [stage('native', {}, thrown)]);
  assert.deepEqual(counts, { passed: 0, failed: 1, skipped: 0 });
});
