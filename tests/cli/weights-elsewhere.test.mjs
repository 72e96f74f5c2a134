// The weights of a policy on a Pendulum written here have the returns of `acp evaluate`.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { acp, lines, makeFolder } from './support.mjs';

const { folder, file } = makeFolder();

function act({ layers, observation, action }, observed) {
  let x = observed.map((o, i) => observation[i].scale * o + observation[i].shift);
  for (const { weights, biases, activation } of layers) {
    x = weights.map((row, j) => row.reduce((sum, w, i) => sum + w * x[i], biases[j]));
    if (activation === 'relu') x = x.map((y) => Math.max(0, y));
    if (activation === 'tanh') x = x.map(Math.tanh);
  }
  const [low] = action.low;
  const [high] = action.high;
  return low + ((Math.tanh(x[0]) + 1) / 2) * (high - low);
}

/** Pendulum-v1 of Gymnasium, 200 steps. */
function returnOf(policy, [theta, speed]) {
  let total = 0;
  for (let t = 0; t < 200; t++) {
    const u = act(policy, [Math.cos(theta), Math.sin(theta), speed]);
    const angle = theta - 2 * Math.PI * Math.floor((theta + Math.PI) / (2 * Math.PI));
    total -= angle ** 2 + 0.1 * speed ** 2 + 0.001 * u ** 2;
    speed += (15 * Math.sin(theta) + 3 * u) * 0.05;
    speed = Math.min(8, Math.max(-8, speed));
    theta += speed * 0.05;
  }
  return total;
}

test('weights give the same returns elsewhere', () => {
  const checkpoint = join(folder, 'run.acp');
  const config = ['preset=pendulum-sac', 'evaluate_every=0', 'steps=2000'];
  assert.equal(acp(['train', ...config, `checkpoint=${checkpoint}`]).status, 0);
  const policy = JSON.parse(acp(['weights', `checkpoint=${checkpoint}`]).stdout);
  const states = [
    [3.1, 0],
    [-0.4, 1],
    [2, -3],
    [0.01, 0],
  ];
  const given = file('states.txt', states.map((state) => `${state.join(' ')}\n`).join(''));
  const rows = lines(acp(['evaluate', `checkpoint=${checkpoint}`, `states=${given}`]).stdout);
  for (const [i, state] of states.entries()) {
    const elsewhere = returnOf(policy, state);
    // 32-bit numbers here, 64-bit there.
    assert.ok(
      Math.abs(rows[i].return - elsewhere) < 1e-3 * Math.abs(elsewhere),
      `${rows[i].return} here, ${elsewhere} there`,
    );
  }
});
