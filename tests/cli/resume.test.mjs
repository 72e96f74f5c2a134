// A run that goes on from its checkpoint gives the numbers of one that was never interrupted.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { acp, ENDLESS, lines, makeFolder, start } from './support.mjs';

const { folder, file } = makeFolder();
const place = (name) => join(folder, name);
const weights = (checkpoint) => JSON.parse(acp(['weights', `checkpoint=${checkpoint}`]).stdout);
const rows = (text) => lines(text).map((row) => ({ ...row, seconds: 0 }));

for (const config of [
  ['preset=pendulum-sac', 'sac.warmup_steps=200', 'evaluate_every=250', 'probe_every=100'],
  ['preset=cart-pole-a2c', 'evaluate_every=250'],
  ['preset=gridworld-q-learning'],
]) {
  test(`${config[0]} goes on bit for bit`, () => {
    const [preset] = config[0].split('=').slice(1);
    const [whole, half, rest] = ['whole', 'half', 'rest'].map((id) => place(`${preset}-${id}.acp`));
    const once = acp(['train', ...config, 'steps=1500', `checkpoint=${whole}`]);
    const first = acp(['train', ...config, 'steps=700', `checkpoint=${half}`]);
    const second = acp(['train', `resume=${half}`, 'steps=1500', `checkpoint=${rest}`]);
    for (const { status, stderr } of [once, first, second]) assert.equal(status, 0, stderr);
    assert.deepEqual(rows(first.stdout + second.stdout), rows(once.stdout));
    assert.deepEqual(weights(rest), weights(whole));
  });
}

test('live parameters may change where a run goes on, and no others', () => {
  const half = place('live.acp');
  assert.equal(acp(['train', 'steps=300', `checkpoint=${half}`]).status, 0);
  assert.equal(acp(['train', `resume=${half}`, 'steps=400', 'sac.temperature=0.3']).status, 0);
  const { status, stderr } = acp(['train', `resume=${half}`, 'steps=400', 'seed=2']);
  assert.equal(status, 2);
  assert.match(stderr, /^seed: /);
});

test('what cannot go on is refused', () => {
  const there = place('there.acp');
  assert.equal(acp(['train', 'steps=300', `checkpoint=${there}`]).status, 0);
  for (const [args, message] of [
    [['resume=nowhere.acp'], /^resume: .*nowhere\.acp/],
    [[`resume=${file('rubbish.acp', 'rubbish')}`], /checkpoint/],
    [[`resume=${there}`, 'steps=300'], /^steps: 300 is not beyond step 300 of /],
    [[`resume=${there}`, `checkpoint=${there}`], /is there already; --force overwrites it/],
    [['checkpoint_seconds=0'], /^checkpoint_seconds: "0" is not a whole number in/],
  ]) {
    const { status, stderr } = acp(['train', ...args]);
    assert.equal(status, 2, stderr);
    assert.match(stderr, message);
  }
});

test('a killed run goes on from the last checkpoint it wrote', { timeout: 60_000 }, async () => {
  const kept = place('kept.acp');
  const watcher = watch(folder);
  const { child, ended } = start([
    ...ENDLESS,
    'checkpoint_seconds=1',
    `checkpoint=${kept}`,
    '--out',
    '/dev/null',
  ]);
  while (!existsSync(kept)) await once(watcher, 'change');
  watcher.close();
  child.kill('SIGKILL');
  assert.equal((await ended).signal, 'SIGKILL');
  const [, step] = /beyond step (\d+) of /.exec(acp(['train', `resume=${kept}`, 'steps=1']).stderr);
  const further = `steps=${Number(step) + 1000}`;
  const [resumed, straight] = [place('resumed.acp'), place('straight.acp')];
  const again = acp(['train', `resume=${kept}`, further, `checkpoint=${resumed}`]);
  assert.equal(again.status, 0, again.stderr);
  const whole = ENDLESS.map((word) => (word === 'steps=1e9' ? further : word));
  const out = ['--out', '/dev/null'];
  assert.equal(acp([...whole, `checkpoint=${straight}`, ...out]).status, 0);
  assert.deepEqual(weights(resumed), weights(straight));
});

test('drawn actions score otherwise than the most likely ones, and the same every time', () => {
  const checkpoint = place('drawn.acp');
  assert.equal(acp(['train', 'steps=300', `checkpoint=${checkpoint}`]).status, 0);
  const mean = (...args) =>
    lines(acp(['evaluate', `checkpoint=${checkpoint}`, ...args]).stdout).at(-1).mean_return;
  assert.equal(mean('stochastic=true'), mean('stochastic=true'));
  assert.notEqual(mean('stochastic=true'), mean());
  assert.equal(mean('stochastic=false'), mean());
  const { status, stderr } = acp(['evaluate', `checkpoint=${checkpoint}`, 'stochastic=1']);
  assert.equal(status, 2);
  assert.match(stderr, /^stochastic: "1" is not true or false/);
});
