// What is read: text files with a byte order mark, actions past the end of an episode, numbers in
// other notations, and configurations that no memory would hold.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { ACP, acp, lines, makeFolder } from './support.mjs';

const { folder, file } = makeFolder();
const linux = process.platform === 'linux';
const step = (id, state, actions) =>
  acp(['env', `id=${id}`, `state=${state}`, `actions=${file('actions.txt', actions)}`]);

const MARK = '\ufeff';
const utf16 = (text) => Buffer.from(MARK + text, 'utf16le');

test('a byte order mark in front of a text changes nothing', () => {
  const checkpoint = join(folder, 'run.acp');
  acp(['train', 'steps=200', `checkpoint=${checkpoint}`]);
  const evaluate = (states) =>
    acp(['evaluate', `checkpoint=${checkpoint}`, `states=${file('states.txt', states)}`]);
  const question = '{"op":"log_prob","mu":0,"log_sigma":0,"eps":0}\n';
  for (const [run, text] of [
    [(actions) => step('pendulum', '1,0', actions), '1\n-2\n'],
    [evaluate, '1 0\n2 0\n'],
    [(input) => acp(['probe'], input), question],
  ]) {
    const plain = run(text);
    assert.equal(plain.status, 0);
    assert.deepEqual(run(MARK + text), plain);
    assert.deepEqual(run(`${MARK}\r\n${text.replaceAll('\n', '\r\n')}`), plain);
    const other = run(utf16(text));
    assert.equal(other.status, 2);
    assert.match(
      other.stdout + other.stderr,
      /is UTF-16, by its byte order mark; save it as UTF-8/,
    );
  }
});

test('an action after the end of an episode is refused', () => {
  const { status, stdout, stderr } = step('cart_pole', '0,0,0.2,2', '1\n1\n1\n');
  assert.equal(status, 2);
  assert.equal(stderr, 'actions, action 2: the episode ended with action 1\n');
  assert.deepEqual(
    lines(stdout).map(({ reward, terminated }) => [reward, terminated]),
    [[1, true]],
  );
});

test('a time limit only marks its step: what follows is still the environment', () => {
  const rows = lines(step('pendulum', '1,0', '0\n'.repeat(203)).stdout);
  assert.equal(rows.length, 203);
  assert.deepEqual(
    rows.slice(198).map(({ truncated }) => truncated),
    [false, true, true, true, true],
  );
});

test('the reward of the last step has the cost of its action', () => {
  const { stdout } = step('mountain_car_continuous', '0.449,0.05', '1.7\n');
  const [{ reward, terminated }] = lines(stdout);
  assert.ok(terminated);
  assert.ok(Math.abs(reward - (100 - 0.1 * 1.7 ** 2)) < 1e-12, String(reward));
});

test('the density of a squashed action is that in [-1, 1]', () => {
  // Over u = atanh a it is normal; da/du = 1 - a^2. In units of the environment it would be less
  // by log of half the range.
  const [mu, logSigma, eps] = [0.3, -0.5, 1.2];
  const question = { op: 'log_prob', mu, log_sigma: logSigma, eps };
  const [answer] = lines(acp(['probe'], JSON.stringify(question)).stdout);
  const u = mu + Math.exp(logSigma) * eps;
  const normal = -0.5 * eps ** 2 - logSigma - 0.5 * Math.log(2 * Math.PI);
  const expected = normal - Math.log(1 - Math.tanh(u) ** 2);
  assert.ok(Math.abs(answer.log_prob - expected) < 1e-12);
});

for (const [args, message] of [
  [
    ['preset=cart-pole-sac-discrete', 'sac_discrete.target_entropy=1'],
    /^sac_discrete\.target_entropy: 1 is outside \[0, 0\.999\]$/m,
  ],
  [['seed=7.'], /^seed: "7\." is not a whole number in \[0, 2147483647\]; write 7$/m],
  [['seed=+7'], /^seed: "\+7" is not a whole number in .*; write 7$/m],
  [['sac.tau=.01'], /^sac\.tau: "\.01" is not a number in \[0\.0001, 1\]; write 0\.01$/m],
  [['steps=0x10'], /^steps: "0x10" is not a whole number/],
  [['steps=5.'], /^steps: "5\." is not a whole number/],
  [['steps=inf'], /^steps: "inf" is not a whole number/],
]) {
  test(`${args.join(' ')} is refused`, () => {
    const { status, stderr } = acp(['digest', ...args]);
    assert.equal(status, 2);
    assert.match(stderr, message);
  });
}

test('what does not end is refused, as is what cannot be read', { skip: !linux }, () => {
  const env = (path) => acp(['env', 'id=pendulum', 'state=1,0', `actions=${path}`]);
  const policy = (path) => acp(['weights', `checkpoint=${path}`]);
  for (const [key, run, most] of [
    ['actions', env, 32],
    ['checkpoint', policy, 512],
  ]) {
    for (const [path, message] of [
      ['/dev/zero', `${key}: /dev/zero has more than ${most} MB`],
      ['/proc/self/mem', `${key}: cannot read a file /proc/self/mem: Input/output error`],
      [folder, `${key}: cannot read a file ${folder}: Is a directory`],
      ['x'.repeat(300), `${key}: cannot read a file ${'x'.repeat(300)}: File name too long`],
    ]) {
      assert.deepEqual(run(path), { status: 2, stdout: '', stderr: `${message}\n` });
    }
  }
  const ask = (path) =>
    spawnSync('sh', ['-c', '"$0" probe < "$1"', ACP, path], { encoding: 'utf8' });
  assert.equal(ask('/dev/zero').stderr, 'input: a line has more than 32 MB\n');
  assert.equal(ask('/dev/zero').status, 2);
  assert.equal(ask('/').stderr, 'acp: standard input could not be read: Is a directory\n');
  assert.equal(ask('/').status, 1);
});

test('what would not fit is refused with its size, as is what the machine has no room for', () => {
  const wide = ['environment=bandit', 'bandit.dimensions=32', 'sac.buffer_size=1e6'];
  const refused = acp(['digest', ...wide, 'sac.batch_size=1024', 'sac.action_samples=64']);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /^sac\.action_samples: .* take \d+ MB of the \d+ MB .* most 400 MB/);
  if (!linux) return;
  const limited = ['-c', 'ulimit -v 100000; exec "$0" "$@"', ACP, 'digest', ...wide];
  const { status, stderr } = spawnSync('sh', limited, { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /^acp: memory: this run takes 1\d\d MB, and there is not so much left\n$/);
});

test('an estimate of the lab that would not fit is refused with its size', () => {
  const checkpoint = join(folder, 'wide.acp');
  const wide = ['sac.hidden_units=512', 'sac.hidden_layers=4', 'evaluate_every=0', 'steps=200'];
  assert.equal(acp(['train', ...wide, `checkpoint=${checkpoint}`]).status, 0);
  const measure = ['lab', `checkpoint=${checkpoint}`, 'estimator=reparameterization'];
  const { status, stderr } = acp([...measure, 'samples=4096']);
  assert.equal(status, 2);
  assert.match(
    stderr,
    /^samples: 4096 would take 32768 evaluations at once, \d{4} MB, of which at most 400 MB/,
  );
  assert.equal(acp([...measure, 'samples=64', 'repeats=16']).status, 0);
});
