// The command line: what it answers, what it refuses, and with which exit code.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { acp, lines, makeFolder } from './support.mjs';

const { folder, file } = makeFolder();
const torques = file('torques.txt', '1\n3\n');
const zeros = file('zeros.txt', '1\n2\0\n');
const foreign = file('foreign.bin', 'not a checkpoint');

const probe = (...objects) => {
  const { status, stdout } = acp(['probe'], objects.map((each) => JSON.stringify(each)).join('\n'));
  return { status, answers: lines(stdout) };
};

/** Arguments that are refused, and what the message must say. */
const refused = [
  [['foo'], /foo.*catalog.*train/],
  [['digest', 'sac.tau=1.5'], /^sac\.tau: 1\.5 is outside \[0\.0001, 1\]$/m],
  [['digest', 'sac.tua=1'], /^sac\.tua: unknown parameter, did you mean sac\.tau\?.*sac\.gamma/],
  [['digest', 'sac.critics=1.5'], /^sac\.critics: "1\.5" is not a whole number in \[1, 2\]/],
  [['digest', 'sac.estimator=x'], /^sac\.estimator: "x" is not one of reparam.*score_function/],
  [['digest', 'preset=x'], /^preset: "x" is not one of pendulum-sac,/],
  [['digest', 'seed=1', 'seed=2'], /^seed: is given twice/],
  [['digest', 'seed'], /^seed: is not of the form key=value/],
  [['digest', 'steps=abc'], /^steps: "abc" is not a whole number in \[1, 1e12\]/],
  [['catalog', 'x=1'], /^x: unknown argument/],
  [['env', 'state=1,0', `actions=${torques}`], /^id: is missing/],
  [['env', 'id=x', 'state=1,0', `actions=${torques}`], /^id: "x" is not one of pendulum/],
  [['env', 'id=pendulum', 'state=1', `actions=${torques}`], /^state: 1 numbers.*theta theta_dot/],
  [['env', 'id=pendulum', 'state=1e9,0', `actions=${torques}`], /^state: theta .* is outside/],
  [['env', 'id=pendulum', 'state=1,x', `actions=${torques}`], /^state: "x" is not a finite/],
  [['env', 'id=pendulum', 'state=1,0', `actions=${zeros}`], /^actions, action 2: has a zero byte/],
  [['env', 'id=pendulum', 'state=1,0', `actions=${folder}`], /^actions: cannot read a file/],
  [['env', 'id=pendulum', 'state=1,0', `actions=${torques}`, 'sac.tau=1'], /^sac\.tau: unknown/],
  [['evaluate', 'checkpoint=/nowhere/x'], /^checkpoint: cannot read a file/],
  [['evaluate', `checkpoint=${foreign}`], /^checkpoint: this is not a checkpoint/],
  [['lab', 'policy=gaussian'], /^objective: is missing/],
  [['lab', 'policy=gaussian', 'objective=magic'], /^objective: "magic" is not one of linear,/],
  [['lab', 'policy=gaussian', 'objective=bimodal', 'space=theta'], /^space: unknown argument/],
  [['lab', 'policy=gaussian', 'objective=bimodal', 'repeats=1'], /^repeats: 1 is outside/],
  [['lab', `checkpoint=${foreign}`], /^checkpoint: this is not a checkpoint/],
  [['train', 'steps=1', 'checkpoint=/nowhere/x'], /^checkpoint: cannot write/],
  [['train', 'steps=1', '--out', '/nowhere/x'], /^--out: cannot write/],
];
for (const [args, message] of refused) {
  test(`acp ${args.join(' ').replaceAll(folder, 'FOLDER')} is refused`, () => {
    const { status, stderr } = acp(args);
    assert.equal(status, 2);
    assert.match(stderr, message);
  });
}

test('every command explains itself', () => {
  for (const command of 'catalog train digest env evaluate lab weights probe'.split(' ')) {
    const { status, stdout } = acp([command, '--help']);
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`acp ${command}`));
  }
});

test('rows tell what gradient estimates scatter', () => {
  const settings = ['steps=700', 'evaluate_every=0', 'sac.batch_size=16', 'probe_every=100'];
  const { stdout } = acp(['train', 'sac.estimator=score_function', ...settings]);
  const probes = lines(stdout).filter((row) => row.type === 'probe');
  assert.deepEqual(
    probes.map((row) => row.updates),
    [100, 200],
  );
  const { estimators } = probes[0];
  assert.deepEqual(
    estimators.map(({ id }) => id),
    ['active', 'reparameterization', 'leave_one_out'],
  );
  for (const each of estimators) assert.ok(each.variance > each.variance_standard_error);
});

test('a checkpoint evaluates as the run that wrote it', () => {
  const checkpoint = join(folder, 'run.acp');
  const rows = join(folder, 'rows.jsonl');
  const settings = ['steps=600', 'evaluate_every=600', 'sac.batch_size=16'];
  const trained = acp(['train', ...settings, `checkpoint=${checkpoint}`, '--out', rows]);
  assert.equal(trained.status, 0);
  const evaluation = lines(readFileSync(rows, 'utf8')).find((row) => row.type === 'evaluation');
  const evaluated = lines(acp(['evaluate', `checkpoint=${checkpoint}`]).stdout);
  assert.equal(evaluated.length, evaluation.states + 1);
  assert.ok(Math.abs(evaluated.at(-1).mean_return - evaluation.mean_return) < 1e-9);

  const states = file('states.txt', '3.0 0\n0.1, -0.2\n');
  const given = lines(acp(['evaluate', `checkpoint=${checkpoint}`, `states=${states}`]).stdout);
  assert.equal(given.length, 3);
  assert.equal(given[2].mean_return, (given[0].return + given[1].return) / 2);
  const short = file('short.txt', '3.0 0\n0.1\n');
  const { status, stderr } = acp(['evaluate', `checkpoint=${checkpoint}`, `states=${short}`]);
  assert.equal(status, 2);
  assert.match(stderr, /^states, state 2: 1 numbers where pendulum has 2/);
});

test('env steps every kind of continuous environment', () => {
  const pushes = file('pushes.txt', '0.5\n-1\n');
  const twice = file('twice.txt', '0.5 -1\n0 0\n');
  for (const [id, state, actions] of [
    ['mountain_car_continuous', '-0.5,0', pushes],
    ['cart_pole_swing_up', '0,0,3,0', pushes],
    ['reacher', '0,1,0,0,1,1', twice],
  ]) {
    const { status, stdout } = acp(['env', `id=${id}`, `state=${state}`, `actions=${actions}`]);
    assert.equal(status, 0, id);
    assert.equal(lines(stdout).length, 2, id);
  }
});

const closedForms = JSON.parse(readFileSync('tests/golden/closed-forms.json', 'utf8'));
const caseOf = (id) => closedForms.find((each) => each.id === id);
const near = (actual, expected, tolerance) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);

test('probe log_prob meets S5', () => {
  for (const { mu, logsigma, eps, u, a, logpi } of caseOf('S5').expect) {
    const [answer] = probe({ op: 'log_prob', mu, log_sigma: logsigma, eps }).answers;
    near(answer.u, u, 1e-9);
    near(answer.a, a, 1e-9);
    near(answer.log_prob, logpi, 1e-8);
  }
});

test('probe actor_loss_gradient meets S6', () => {
  for (const { mu, logsigma, eps, alpha, q, c, ...expected } of caseOf('S6').expect) {
    const question = { op: 'actor_loss_gradient', mu, log_sigma: logsigma, eps, alpha, q, c };
    const [answer] = probe(question).answers;
    near(answer.loss, expected.loss, 1e-8);
    near(answer.reparameterization.mu, expected.RP_dmu, 1e-8);
    near(answer.reparameterization.log_sigma, expected.RP_dlogsigma, 1e-8);
    near(answer.score_function.mu, expected.SF_dmu, 1e-8);
    near(answer.score_function.log_sigma, expected.SF_dlogsigma, 1e-8);
  }
});

test('probe bellman_targets meets S12, and a hand-computed discrete row', () => {
  const rows = [false, true].flatMap((terminated) => [
    { r: -1, terminated, truncated: true, mu: 0, log_sigma: -1, eps: 0.5 },
  ]);
  for (const row of rows) Object.assign(row, { q1_target: -10, q2_target: -11 });
  const choices = { logits: [0, 0], q1: [4, 3], q1_target: [1, 2], q2_target: [2, 1] };
  rows.push({ r: 1, terminated: false, ...choices });
  const [{ rows: answers }] = probe({
    op: 'bellman_targets',
    gamma: 0.99,
    alpha: 0.2,
    rows,
  }).answers;
  const [goesOn, , ends] = caseOf('S12').expect;
  for (const [answer, expected] of [
    [answers[0], goesOn],
    [answers[1], ends],
  ]) {
    near(answer.ddpg, expected.ddpg, 1e-8);
    near(answer.sac, expected.sac, 1e-8);
  }
  near(answers[2].dqn, 1 + 0.99 * 2, 1e-12);
  near(answers[2].double_dqn, 1 + 0.99 * 1, 1e-12);
  near(answers[2].sac_discrete, 1 + 0.99 * (1 + 0.2 * Math.log(2)), 1e-12);
});

test('probe returns meets a trajectory computed by hand, and S9', () => {
  const question = {
    op: 'returns',
    gamma: 0.5,
    r: [1, 2, 4],
    v: [8, 16, 32],
    vnext: [16, 64, 128],
  };
  const flags = { term: [false, false, true], trunc: [0, 1, 0] };
  const { answers } = probe(
    { ...question, ...flags, n: 1 },
    { ...question, ...flags, n: 5 },
    { ...question, ...flags, lambda: 0.5 },
  );
  assert.deepEqual(answers[0].values, [1 + 8, 2 + 32, 4]);
  assert.deepEqual(answers[1].values, [1 + 1 + 16, 2 + 32, 4]);
  assert.deepEqual(answers[2].values, [1 + 0.25 * 18, 18, -28]);

  // Without noise the chain s' = 0.8 s from 2 gives the mean of S9.
  const states = Array.from({ length: 11 }, (_, t) => 2 * 0.8 ** t);
  const chain = {
    op: 'returns',
    gamma: 0.95,
    r: states.slice(0, -1),
    v: states.slice(0, -1).map((s) => 2 * s),
    vnext: states.slice(1).map((s) => 2 * s),
    term: states.slice(1).map(() => false),
    trunc: states.slice(1).map(() => false),
  };
  for (const { n, mean } of caseOf('S9').expect) {
    near(probe({ ...chain, n }).answers[0].values[0], mean, 1e-9 * mean);
  }
});

const regulator = {
  op: 'lqr',
  A: [[0.9]],
  B: [[0.5]],
  Q: [[1]],
  R: [[0.2]],
  gamma: 0.95,
  K: [[0.6]],
  sigma: 0.3,
  W: [[0.01]],
  S0: [[1]],
};

test('probe lqr meets S8', () => {
  const [answer] = probe(regulator).answers;
  assert.deepEqual(Object.keys(answer), 'P c J dJ_dK dJ_dlogsigma P_opt K_opt'.split(' '));
  for (const [name, value] of Object.entries(answer)) {
    near([value].flat(2)[0] / caseOf('S8').expect[name], 1, 1e-8);
  }
});

test('probe tabular meets S10', () => {
  const { given, expect } = caseOf('S10');
  const [answer] = probe({ op: 'tabular', ...given }).answers;
  assert.equal(Object.keys(answer).length, 10);
  for (const [name, value] of Object.entries(answer)) {
    const expected = [expect[name]].flat(2);
    const actual = [value].flat(2);
    assert.equal(actual.length, expected.length, name);
    for (const [i, x] of actual.entries()) near(x, expected[i], 1e-8);
  }
});

test('probe refuses what has no answer', () => {
  const { given } = caseOf('S10');
  const tabular = { op: 'tabular', ...given };
  const cases = [
    [{ ...regulator, K: [[-1]] }, /return is not finite/],
    [{ ...regulator, R: [[0]] }, /R is not positive definite/],
    [{ ...regulator, B: [[1, 2]] }, /^R: is not a matrix of 2 by 2 finite numbers/],
    [{ ...regulator, A: 0.9 }, /^A: is not an array of rows/],
    [{ ...regulator, W: [[-1]] }, /^W: is not a covariance/],
    [{ ...regulator, gamma: 1 }, /^gamma: 1 is outside/],
    [{ ...tabular, rho: [1, 1, 0] }, /^rho: does not hold probabilities/],
    [{ ...tabular, theta: [[0, 0]] }, /^theta: is not a matrix of 3 by 2/],
    [{ ...tabular, P: given.P.slice(1) }, /^P: is not an array with one element per row/],
    [{ ...tabular, P: [[[1, 0, 1]], ...given.P.slice(1)] }, /^P\[0\]: is not a matrix of 2 by 3/],
    [{ op: 'returns', gamma: 1, r: [1], v: [1, 2] }, /^v: is not as long as r/],
  ];
  const { status, answers } = probe(...cases.map(([question]) => question));
  assert.equal(status, 2);
  for (const [i, [, pattern]] of cases.entries()) assert.match(answers[i].error, pattern);
});

test('a gridworld is stepped on a map of its own, and a faulty map refused', () => {
  const moves = file('moves.txt', '1\n1\n');
  const settings = ['id=gridworld', 'state=0,0', `actions=${moves}`, 'gridworld.slip=0'];
  const rows = lines(acp(['env', ...settings, 'gridworld.map=s.g']).stdout);
  assert.deepEqual(
    rows.map(({ state, reward, terminated }) => [state, reward, terminated]),
    [
      [[0, 1], -0.04, false],
      [[0, 2], 0.96, true],
    ],
  );
  const { status, stderr } = acp(['env', ...settings, 'gridworld.map=s.']);
  assert.equal(status, 2);
  assert.match(stderr, /^gridworld\.map: "s\." has no goal g/);
});

test('probe adam and polyak meet their definitions', () => {
  const question = { op: 'adam', p: 1, gradients: [0.1], lr: 0.01, beta1: 0.9, beta2: 0.999 };
  const [adam, polyak] = probe(
    { ...question, eps: 1e-8 },
    { op: 'polyak', target: [1, 2], source: [3, 2], tau: 0.1, updates: 2 },
  ).answers;
  near(adam.p[0], 1 - (0.01 * 0.1) / (0.1 + 1e-8), 1e-12);
  near(polyak.target[0], 1 + 2 * (1 - 0.9 ** 2), 1e-12);
  near(polyak.target[1], 2, 1e-12);
});

/** Unsquashed Gaussian, Q = -k (a - a0)^2 / 2: alpha = k e^{2 H} / (2 pi e), sigma^2 = alpha/k. */
for (const [k, entropy, start, updates] of [
  [2, -1, 0, 1000], // S11
  [2, -1, 3, 2000],
  [2, -2, 0, 2000],
  [0.2, -1, 0, 2000],
  [100, -1, 0, 2000],
]) {
  test(`probe converge finds the temperature for k ${k}, entropy ${entropy}`, () => {
    const [answer] = probe({
      op: 'converge',
      policy: { kind: 'gaussian', mu: [start], log_sigma: [0] },
      objective: { kind: 'quadratic', a: -k / 2, b: k, c: 0 },
      target_entropy: entropy,
      updates,
      seed: 1,
    }).answers;
    const alpha = (k * Math.exp(2 * entropy)) / (2 * Math.PI * Math.E);
    near(answer.alpha / alpha, 1, 0.03);
    near(Math.exp(answer.policy.log_sigma[0]) / Math.sqrt(alpha / k), 1, 0.03);
    near(answer.policy.mu[0], 1, 0.03);
    near(answer.entropy, entropy, 0.03);
  });
}

test('probe names what is wrong, goes on, and exits with 2', () => {
  const { status, answers } = probe(
    { op: 'log_prob', mu: 0, log_sigma: 0 },
    { op: 'log_prob', mu: 0, log_sigma: 0, eps: 'x' },
    { op: 'log_prob', mu: 0, log_sigma: 0, eps: 0, x: 1 },
    { op: 'nope' },
    { op: 'bellman_targets', gamma: 2, alpha: 0, rows: [] },
    { op: 'log_prob', mu: 0, log_sigma: 0, eps: 0 },
  );
  assert.equal(status, 2);
  const patterns = [/^eps: is missing/, /^eps: is not/, /^x: is not a field/, /^op: "nope"/];
  for (const [i, pattern] of [...patterns, /^gamma: 2 is outside \[0, 1\]/].entries()) {
    assert.match(answers[i].error, pattern);
  }
  near(answers[5].log_prob, -0.9189385332, 1e-9);
});

test('acp lab measures a gradient against the exact one', () => {
  const task = ['policy=gaussian:mu=0.3,log_sigma=-0.7', 'objective=quadratic:a=-1,b=0.5,c=2'];
  const figures = ['estimator=score_function', 'baseline=none', 'samples=1', 'repeats=100000'];
  const [result] = lines(acp(['lab', ...task, ...figures, 'seed=1']).stdout);
  assert.deepEqual(result.parameters, ['mu', 'log_sigma']);
  for (const k of [0, 1]) {
    const z = (result.mean[k] - result.exact[k]) / result.mean_standard_error[k];
    assert.ok(Math.abs(z) < 4.5, `coordinate ${k}: z = ${z}`);
    assert.equal(result.covariance[k][k], result.variance[k]);
  }
  for (const name of ['exact_error', 'bias_squared', 'snr', 'cosine', 'seconds_per_estimate']) {
    assert.equal(typeof result[name], 'number', name);
  }
});

test('acp lab measures on a moment of a run', () => {
  const checkpoint = join(folder, 'moment.acp');
  acp(['train', 'preset=pendulum-sac', 'steps=600', `checkpoint=${checkpoint}`]);
  const measure = (...more) =>
    lines(acp(['lab', `checkpoint=${checkpoint}`, 'repeats=2000', ...more]).stdout)[0];
  const pathwise = measure('estimator=reparameterization', 'state=3');
  const scored = measure('estimator=score_function', 'baseline=value', 'state=3');
  assert.deepEqual(pathwise.exact, scored.exact);
  for (const { mean, exact, mean_standard_error: error } of [pathwise, scored]) {
    mean.forEach((x, k) => assert.ok(Math.abs(x - exact[k]) < 4.5 * error[k]));
  }
  const weights = measure('estimator=reparameterization', 'space=theta');
  assert.ok(weights.total_variance > 0);
});

test('acp probe measures estimators', () => {
  const policy = { kind: 'gaussian', mu: [0.4], log_sigma: [Math.log(0.5)] };
  const common = { op: 'estimator', policy, repeats: 20000, seed: 2 };
  const linear = { ...common, objective: { kind: 'linear', b: 1.5, offset: 2 } };
  const form = { kind: 'quadratic_nd', gradient: [-1], hessian: [[-1]] };
  const { status, answers } = probe(
    { ...linear, estimator: 'reparameterization' },
    { ...linear, estimator: 'score_function', baseline: 'mean' },
    { ...common, objective: form, estimator: 'score_function', baseline: 0.5, samples: 2 },
    { ...linear, estimator: 'magic' },
  );
  assert.equal(status, 2);
  assert.equal(answers[0].variance[0], 0);
  assert.ok(Math.abs(answers[0].mean[0] - 1.5) < 1e-12);
  assert.ok(Math.abs(answers[1].variance[0] / 4.5 - 1) < 0.1); // closed form: 2 b^2
  assert.deepEqual(
    answers[2].exact.map((x) => Math.round(x * 1e9) / 1e9),
    [-1, -0.25],
  );
  assert.match(answers[3].error, /^estimator: "magic" is not one of exact, .*score_function/);
});
