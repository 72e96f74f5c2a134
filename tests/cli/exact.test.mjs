// The exact laboratories on the command line.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { acp, lines, makeFolder } from './support.mjs';

const { folder } = makeFolder();
const near = (actual, expected, tolerance) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
const golden = (file) => JSON.parse(readFileSync(`tests/golden/${file}`, 'utf8'));
const s10 = golden('closed-forms.json').find((each) => each.id === 'S10');

const probe = (object) => {
  const { status, stdout } = acp(['probe'], JSON.stringify(object));
  return { status, answer: lines(stdout)[0] };
};

/** Arguments that are refused, and what the message must say. */
const refused = [
  [['surrogate'], /^process: is missing/],
  [['surrogate', 'process=none'], /^process: "none" is not one of two_states,/],
  [['surrogate', 'process=chain:length=9999'], /^process\.chain\.length: 9999 is outside/],
  [['surrogate', 'process=chain', 'theta=1,2'], /^theta: has 2 numbers, where 8 rows of 2/],
  [['surrogate', 'process=chain', 'direction=up'], /^direction: "up" is not one of gradient,/],
  [['surrogate', 'process=chain', 'etas=-1'], /^etas: -1 is outside \[0, 1e6\]/],
  [['surrogate', 'process=chain', 'episodes=0'], /^episodes: "0" is not a whole number in/],
  [['surrogate', 'process=chain', 'x=1'], /^x: unknown argument/],
  [['surrogate', 'process=chain:gamma=1'], /^gamma: 1 needs episodes that end/],
  [['bootstrap'], /^process: is missing/],
  [['bootstrap', 'process=random_walk', 'n=0'], /^n: 0 is outside \[1, 1024\]/],
  [['bootstrap', 'process=random_walk', 'n=1.5'], /^n: 1\.5 is not a whole number/],
  [['bootstrap', 'process=random_walk', 'lambda=2'], /^lambda: 2 is outside \[0, 1\]/],
  [['bootstrap', 'process=autoregression:rho=1'], /^process\.autoregression\.rho: 1 is outside/],
  [['bootstrap', 'process=random_walk', 'error=99'], /^error: 99 is outside/],
];
for (const [args, message] of refused) {
  test(`acp ${args.join(' ')} is refused`, () => {
    const { status, stderr } = acp(args);
    assert.equal(status, 2);
    assert.match(stderr, message);
  });
}

test('both commands explain themselves', () => {
  for (const command of ['surrogate', 'bootstrap']) {
    assert.match(acp([command, '--help']).stdout, new RegExp(`acp ${command}`));
  }
});

test('surrogate and its probe meet S10', () => {
  const search = s10.expect.line_search_along_gradJ_unit;
  const etas = search.map(({ eta }) => eta);
  const { P, R, gamma, rho, theta } = s10.given;
  const { status, answer } = probe({ op: 'surrogate', P, R, gamma, rho, theta, etas });
  assert.equal(status, 0);
  const printed = lines(acp(['surrogate', 'process=three_states', `etas=${etas}`]).stdout);
  for (const rows of [answer.rows, printed]) {
    assert.equal(rows.length, search.length);
    rows.forEach((row, i) => {
      near(row.j, search[i].J_true, 1e-9);
      near(row.surrogate, search[i].surrogate, 1e-9);
      assert.ok(row.bound < row.j);
      assert.ok(row.total_variation > 0 && row.total_variation < 0.1);
    });
  }
});

test('the probe of a surrogate says what is wrong', () => {
  const { P, R, gamma, rho, theta } = s10.given;
  const given = { op: 'surrogate', P, R, gamma, rho, theta, etas: [0.1] };
  for (const [changes, message] of [
    [{ gamma: 1 }, /^gamma: 1 is outside/],
    [{ rho: [1, 1, 0] }, /^rho: does not hold probabilities/],
    [{ theta: [[1]] }, /^theta: is not a matrix of 3 by 2/],
    [{ etas: [] }, /^etas: is not an array of numbers/],
    [{ etas: [1e9] }, /^etas: has a number outside/],
    [{ P: [] }, /^P: is not an array/],
    [{ x: 1 }, /^x: is not a field/],
  ]) {
    const { status, answer } = probe({ ...given, ...changes });
    assert.equal(status, 2);
    assert.match(answer.error, message);
  }
});

test('estimates come with their errors', () => {
  const rows = lines(acp(['surrogate', 'process=chain', 'etas=0,1', 'episodes=300']).stdout);
  assert.equal(rows.length, 2);
  assert.ok(rows[1].by_trajectories_standard_error > rows[1].by_actions_standard_error);
});

test('bootstrap meets the random walk', () => {
  const { n, lambda } = golden('exact-processes.json').random_walk_moments;
  const lengths = `n=${Object.keys(n)}`;
  const decays = `lambda=${Object.keys(lambda)}`;
  const rows = lines(acp(['bootstrap', 'process=random_walk', lengths, decays]).stdout);
  const expected = [...Object.values(n), ...Object.values(lambda)];
  assert.equal(rows.length, expected.length);
  rows.forEach((row, i) => {
    near(row.squared_bias, expected[i][0], 1e-9);
    near(row.variance, expected[i][1], 1e-9);
  });
});

test('the probe random_walk meets the recorded learning error', () => {
  const recorded = golden('exact-processes.json').random_walk_learning[3];
  const { n, step_size } = recorded;
  const fields = { n, step_size, states: 19, episodes: 10, runs: 2000, seed: 1 };
  const { answer } = probe({ op: 'random_walk', ...fields });
  near(answer.rms, recorded.rms, 4.5 * Math.hypot(answer.standard_error, recorded.standard_error));
  assert.match(
    probe({ op: 'random_walk', ...fields, states: 18 }).answer.error,
    /^states: is even/,
  );
  assert.match(probe({ op: 'random_walk', ...fields, n: 0 }).answer.error, /^n: 0 is outside/);
});

test('a run with finitely many states brings its policy and its critic', () => {
  const checkpoint = join(folder, 'run.acp');
  const settings = ['environment=gridworld', 'algorithm=a2c', 'evaluate_every=0', 'steps=500'];
  assert.equal(acp(['train', ...settings, `checkpoint=${checkpoint}`]).status, 0);
  const rows = lines(
    acp(['surrogate', `checkpoint=${checkpoint}`, 'gamma=0.9', 'etas=0,1']).stdout,
  );
  assert.ok(rows[1].j > rows[0].j);
  const sampling = ['states=2', 'rollouts=4', 'longest=4'];
  const returns = lines(acp(['bootstrap', `checkpoint=${checkpoint}`, ...sampling]).stdout);
  assert.deepEqual(
    returns.map(({ n }) => n),
    [1, 2, 4],
  );
  const { status, stderr } = acp(['bootstrap', `checkpoint=${checkpoint}`, 'states=1']);
  assert.equal(status, 2);
  assert.match(stderr, /^states: 1 is outside \[2, 256\]/);
});
