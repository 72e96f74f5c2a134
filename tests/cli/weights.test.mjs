// `acp weights`: the policy of a checkpoint as JSON.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { acp, makeFolder } from './support.mjs';

const { folder, file } = makeFolder();
const checkpoint = join(folder, 'run.acp');
const foreign = file('foreign.bin', 'not a checkpoint');

test('are those of the run that was trained', () => {
  acp(['train', 'steps=120', `checkpoint=${checkpoint}`, '--out', join(folder, 'rows.jsonl')]);
  const { status, stdout } = acp(['weights', `checkpoint=${checkpoint}`]);
  assert.equal(status, 0);
  const policy = JSON.parse(stdout);
  assert.equal(policy.environment_steps, 120);
  assert.deepEqual(
    policy.layers.map(({ weights, biases }) => [weights.length, weights[0].length, biases.length]),
    [
      [64, 3, 64],
      [64, 64, 64],
      [2, 64, 2],
    ],
  );
});

for (const [args, message] of [
  [[], /^checkpoint: /],
  [['checkpoint=/nowhere/x'], /^checkpoint: cannot read a file/],
  [[`checkpoint=${foreign}`], /^checkpoint: this is not a checkpoint/],
  [[`checkpoint=${foreign}`, 'seed=1'], /^seed/],
]) {
  test(`weights ${args.length} arguments, refused: ${message}`, () => {
    const { status, stdout, stderr } = acp(['weights', ...args]);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, message);
  });
}
