// Rewards of one's own on the command line: both returns, checkpoints, mistakes, the catalog.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { acp, lines, makeFolder } from './support.mjs';

const PRESET = ['preset=pendulum-sac', 'sac.batch_size=8', 'sac.warmup_steps=100'];
const QUICK = [...PRESET, 'evaluate_every=100'];
const { folder } = makeFolder();

const train = (...args) => {
  const { status, stdout, stderr } = acp(['train', ...QUICK, 'steps=200', ...args]);
  assert.equal(status, 0, stderr);
  return lines(stdout).filter(({ type }) => type === 'evaluation');
};
const near = (a, b) => assert.ok(Math.abs(a - b) <= 1e-3, `${a} is not ${b}`);

test('an evaluation has both returns where a reward is written, and one where none is', () => {
  const rows = train('reward=reward + 10');
  assert.equal(rows.length, 2);
  for (const row of rows) near(row.mean_return, row.original_return + 200 * 10);
  for (const row of train()) assert.ok(!('original_return' in row));
});

test("the task's own reward, written, leads to the same digest", () => {
  const digest = (...more) => acp(['digest', ...QUICK, 'steps=300', ...more]).stdout;
  assert.equal(digest('reward=reward'), digest());
  assert.notEqual(digest('reward=reward + 1'), digest());
});

test('a checkpoint holds the reward, and is evaluated by both', () => {
  const checkpoint = join(folder, 'written.acp');
  train('reward=1 + reward', `checkpoint=${checkpoint}`);
  const rows = lines(acp(['evaluate', `checkpoint=${checkpoint}`]).stdout);
  const mean = rows.pop();
  for (const row of rows) near(row.return, row.original_return + row.length);
  near(mean.mean_return, mean.mean_original_return + 200);
});

test('a sweep keeps both returns', () => {
  const out = join(folder, 'sweep');
  const { status, stderr } = acp([
    ...['sweep', ...QUICK, 'steps=100', 'seeds=1..2', 'reward=reward + 10', '--out', out],
  ]);
  assert.equal(status, 0, stderr);
  const rows = lines(readFileSync(join(out, 'results.jsonl'), 'utf8'));
  const evaluations = rows.filter(({ type }) => type === 'evaluation');
  assert.equal(evaluations.length, 2);
  for (const row of evaluations) near(row.mean_return, row.original_return + 200 * 10);
});

test('a reward that is none is refused with its place', () => {
  const refused = (reward, message) => {
    const { status, stdout, stderr } = acp(['digest', ...QUICK, 'steps=1', `reward=${reward}`]);
    assert.deepEqual([status, stdout, stderr.trimEnd()], [2, '', message]);
  };
  refused('-(thta^2)', 'reward: line 1, column 3: thta is not known here; did you mean theta?');
  refused('reward +\n', 'reward: line 2, column 1: expected a number, a name or ( before the end');
  const { status, stderr } = acp(['digest', ...QUICK, 'reward=1 / 0', 'steps=10']);
  assert.equal(status, 1);
  assert.match(stderr, /Stopped at environment step 0: reward is not a finite number/);
});

test('exact values are none of a written reward', () => {
  const checkpoint = join(folder, 'grid.acp');
  acp([
    ...['train', 'preset=gridworld-q-learning', 'steps=50', 'reward=2 reward'],
    `checkpoint=${checkpoint}`,
  ]);
  const { status, stderr } = acp(['surrogate', `checkpoint=${checkpoint}`]);
  assert.equal(status, 2);
  assert.match(stderr, /^reward: exact values are known of the task's own alone/);
});

test('the catalog names what a reward may be of', () => {
  const { environments } = JSON.parse(acp(['catalog']).stdout);
  const variables = ({ state, action }) => [...state, ...action.names].length;
  for (const environment of environments) {
    assert.ok(environment.reward.includes('reward'), environment.id);
    assert.ok(environment.reward.length > variables(environment), environment.id);
  }
});
