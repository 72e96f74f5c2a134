import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeEach, test } from 'node:test';
import { root } from '../../tools/lib/process.mjs';
import { unlessProven } from '../../tools/lib/proven.mjs';

/** Says how often a check has been run that depends on the contents of one file. */
function checked(context, outcome = { passed: 2, failed: 0, skipped: 1 }) {
  const folder = mkdtempSync(join(tmpdir(), 'proven-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'program');
  let runs = 0;
  const check = async () => {
    runs += 1;
    return { ...outcome, output: '' };
  };
  return {
    write: (text) => writeFileSync(file, text),
    once: (...words) => unlessProven(words, [relative(root, file)], check, folder),
    runs: () => runs,
  };
}

beforeEach(() => {
  delete process.env.CI;
});

test('what has passed is not run again, and counts as it did', async (context) => {
  const { write, once, runs } = checked(context);
  write('one');
  await once('filter');
  const { note, ...again } = await once('filter');
  assert.deepEqual(again, { passed: 2, failed: 0, skipped: 1, output: '' });
  assert.match(note, /as before/);
  assert.equal(runs(), 1);
});

test('another word or another byte is another check', async (context) => {
  const { write, once, runs } = checked(context);
  write('one');
  await once('filter');
  await once('other filter');
  write('two');
  await once('filter');
  assert.equal(runs(), 3);
});

for (const outcome of [
  { passed: 1, failed: 1, skipped: 0 },
  { passed: 0, failed: 0, skipped: 1 },
]) {
  test(`${JSON.stringify(outcome)} proves nothing`, async (context) => {
    const { write, once, runs } = checked(context, outcome);
    write('one');
    await once();
    await once();
    assert.equal(runs(), 2);
  });
}

test('CI believes nothing', async (context) => {
  process.env.CI = 'true';
  const { write, once, runs } = checked(context);
  write('one');
  await once();
  await once();
  assert.equal(runs(), 2);
});
