// `acp weights format=onnx`: in ONNX Runtime, a policy of every kind acts as it does here.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { ACP, acp, lines, makeFolder } from './support.mjs';

const { folder, file } = makeFolder();
const catalog = JSON.parse(acp(['catalog']).stdout);

function trained(name, words) {
  const checkpoint = join(folder, `${name}.acp`);
  const args = ['train', ...words, 'evaluate_every=0', `checkpoint=${checkpoint}`, '--force'];
  const { status, stderr } = acp([...args, '--out', '/dev/null']);
  assert.equal(status, 0, stderr);
  return checkpoint;
}

async function elsewhere(checkpoint) {
  const { status, stdout, stderr } = spawnSync(ACP, [
    'weights',
    `checkpoint=${checkpoint}`,
    'format=onnx',
  ]);
  assert.equal(status, 0, stderr.toString());
  return InferenceSession.create(stdout);
}

/** What the outputs of a graph are for some observations, as rows of numbers. */
async function run(session, observations) {
  const size = [observations.length, observations[0].length];
  const observation = new Tensor('float32', Float32Array.from(observations.flat()), size);
  const outputs = Object.entries(await session.run({ observation }));
  const rows = outputs.map(
    ([
      name,
      {
        data,
        dims: [count, width = 1],
      },
    ]) => {
      assert.equal(count, observations.length);
      const row = (_, i) => Array.from(data.slice(i * width, (i + 1) * width), Number);
      return [name, Array.from({ length: count }, row)];
    },
  );
  return Object.fromEntries(rows);
}

const environmentOf = ({ config }) =>
  catalog.environments.find(({ id }) => config.split('&').includes(`environment=${id}`));

const clip = (x, low, high) => Math.min(high, Math.max(low, x));

/** The same of the document that `acp weights` prints, as docs/policy-weights.md says. */
function documented({ observation, layers, head, action: { kind, low, high } }, observed) {
  let x = observed.map((o, i) => observation[i].scale * o + observation[i].shift);
  for (const { weights, biases, activation } of layers) {
    x = weights.map((row, j) => row.reduce((sum, w, i) => sum + w * x[i], biases[j]));
    if (activation === 'relu') x = x.map((y) => Math.max(0, y));
    if (activation === 'tanh') x = x.map(Math.tanh);
  }
  if (kind === 'discrete') {
    const name = head === 'categorical' ? 'logits' : 'action_values';
    return { action: [x.indexOf(Math.max(...x))], [name]: x };
  }
  const mean = x.slice(0, low.length);
  const squash = head === 'gaussian' ? (y) => clip(y, -1, 1) : Math.tanh;
  const action = mean.map((y, i) => low[i] + ((squash(y) + 1) / 2) * (high[i] - low[i]));
  if (head === 'tanh') return { action };
  return { action, mean, log_std: x.slice(low.length).map((y) => clip(y, -20, 2)) };
}

/** Numbers from -2 to 2, spread as multiples of irrational numbers are; or indicators of states. */
function observationsOf({ observation, finite }, count) {
  return Array.from({ length: count }, (_, k) =>
    observation.map((_, i) => {
      if (finite) return i === k % observation.length ? 1 : 0;
      return 4 * (((k + 1) * Math.sqrt(2 + 4 * i)) % 1) - 2;
    }),
  );
}

const POLICIES = [
  ['tanh_gaussian', ['preset=reacher-sac', 'steps=6000']],
  ['gaussian', ['preset=pendulum-a2c', 'steps=20000']],
  ['tanh', ['preset=pendulum-td3', 'steps=2000']],
  ['categorical', ['preset=cart-pole-a2c', 'steps=20000', 'a2c.activation=tanh']],
  ['categorical', ['preset=gridworld-actor-critic', 'steps=2000']],
  ['action_values', ['preset=mountain-car-dqn', 'steps=10000']],
  ['action_values', ['preset=gridworld-q-learning', 'steps=2000']],
];

for (const [head, words] of POLICIES) {
  test(`${words[0]}, ${head}: 100 observations have the outputs of the document`, async () => {
    const checkpoint = trained(head, words);
    const policy = JSON.parse(acp(['weights', `checkpoint=${checkpoint}`]).stdout);
    assert.equal(policy.head, head);
    const observations = observationsOf(environmentOf(policy), 100);
    const outputs = await run(await elsewhere(checkpoint), observations);
    const expected = observations.map((observed) => documented(policy, observed));
    assert.deepEqual(Object.keys(outputs), Object.keys(expected[0]));
    for (const [name, rows] of Object.entries(outputs)) {
      for (const [k, row] of rows.entries()) {
        for (const [i, number] of row.entries()) {
          const there = expected[k][name][i];
          assert.ok(
            Math.abs(number - there) <= 2e-5 * Math.max(1, Math.abs(there)),
            `${name} of observation ${k}: ${number}, ${there} as documented`,
          );
        }
      }
    }
    const acted = new Set(outputs.action.map(String));
    assert.ok(acted.size > 1, 'the policy is a constant');
  });
}

/** One step of an environment, by the command line. */
function step(id, state, action) {
  const actions = file('actions.txt', `${action.join(' ')}\n`);
  const args = ['env', `id=${id}`, `state=${state.join(',')}`, `actions=${actions}`];
  return lines(acp(args).stdout)[0];
}

for (const [head, words, state, first] of [
  ['tanh_gaussian', ['preset=pendulum-sac', 'steps=2000'], [3.1, 0], [0.5]],
  ['categorical', ['preset=cart-pole-a2c', 'steps=20000'], [0.1, 0, 0.1, 0], [0]],
  ['action_values', ['preset=mountain-car-dqn', 'steps=10000'], [-0.5, 0], [2]],
]) {
  test(`${words[0]}, ${head}: an episode elsewhere has the return of acp evaluate`, async () => {
    const checkpoint = trained(head, words);
    const { id } = environmentOf(catalog.presets.find((p) => words[0] === `preset=${p.id}`));
    // The first action only brings to a state whose observation is printed.
    let at = step(id, state, first);
    const start = file('start.txt', `${at.state.join(' ')}\n`);
    const [here] = lines(acp(['evaluate', `checkpoint=${checkpoint}`, `states=${start}`]).stdout);
    const session = await elsewhere(checkpoint);
    let total = 0;
    for (let t = 0; t < here.length; t++) {
      const [action] = (await run(session, [at.observation])).action;
      at = step(id, at.state, action);
      total += at.reward;
      assert.ok(!at.terminated || t === here.length - 1, `ended after ${t + 1}`);
    }
    assert.ok(
      Math.abs(total - here.return) <= 1e-3 * Math.abs(here.return),
      `${total} elsewhere, ${here.return} here`,
    );
  });
}

test('a file of ONNX says what it is of', async () => {
  const checkpoint = trained('said', ['preset=pendulum-sac', 'steps=60', 'seed=3']);
  const { inputMetadata, outputMetadata } = await elsewhere(checkpoint);
  const shapes = (metadata) => metadata.map(({ name, type, shape }) => [name, type, ...shape]);
  assert.deepEqual(shapes(inputMetadata), [['observation', 'float32', 'rows', 3]]);
  assert.deepEqual(shapes(outputMetadata), [
    ['action', 'float32', 'rows', 1],
    ['mean', 'float32', 'rows', 1],
    ['log_std', 'float32', 'rows', 1],
  ]);
});

test('another format is refused', () => {
  const { status, stdout, stderr } = acp(['weights', 'checkpoint=x', 'format=xml']);
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /^format: "xml" is not one of json, onnx/);
});
