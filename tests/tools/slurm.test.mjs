import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { Failure } from '../../tools/lib/process.mjs';
import { tree } from './fixture.mjs';

test('a Slurm that cannot be started is told of, and nothing of it stays', async (context) => {
  const before = { ...process.env };
  context.after(() => (process.env = before));
  const folder = tree(context, {});
  process.env.PATH = '';
  process.env.TMPDIR = folder;
  const { startSlurm } = await import('../../tools/lib/slurm.mjs');
  await assert.rejects(startSlurm(), (error) => {
    assert.ok(error instanceof Failure, error.stack);
    assert.match(error.message, /munge/);
    return true;
  });
  assert.deepEqual(readdirSync(folder), []);
});
