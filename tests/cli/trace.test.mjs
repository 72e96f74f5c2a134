// `acp trace`: one update, whose numbers docs/trace.md follows by hand.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { acp, makeFolder } from './support.mjs';

const { folder } = makeFolder();
const QUICK = ['environment=pendulum', 'algorithm=sac', 'sac.batch_size=4', 'sac.warmup_steps=20'];

const trace = (...words) => acp(['trace', ...words]);

function read(...words) {
  const { status, stdout, stderr } = trace(...words);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

const refusal = (...words) => {
  const { status, stdout, stderr } = trace(...words);
  assert.equal(stdout, '');
  return { status, stderr: stderr.trimEnd() };
};

test('is of the step that was asked for, or of the next that learns', () => {
  assert.equal(read(...QUICK).environment_steps, 20);
  assert.equal(read(...QUICK, 'steps=3').environment_steps, 20);
  assert.equal(read(...QUICK, 'steps=31').environment_steps, 31);
  const { environment_steps, updates } = read(...QUICK, 'steps=31', 'sac.steps_per_iteration=8');
  assert.equal(environment_steps % 8, 3);
  assert.equal(updates, (environment_steps - 27) / 8);
});

test('goes on from a checkpoint as it would have', () => {
  const checkpoint = join(folder, 'run.acp');
  assert.equal(acp(['train', ...QUICK, 'steps=50', `checkpoint=${checkpoint}`]).status, 0);
  assert.deepEqual(read(`checkpoint=${checkpoint}`), read(...QUICK, 'steps=51'));
  assert.deepEqual(read(`checkpoint=${checkpoint}`, 'steps=60'), read(...QUICK, 'steps=60'));
  assert.deepEqual(refusal(`checkpoint=${checkpoint}`, 'steps=50'), {
    status: 2,
    stderr: `steps: 50 is not beyond step 50 of ${checkpoint}`,
  });
  const extra = refusal(`checkpoint=${checkpoint}`, 'sac.tau=0.5');
  assert.match(extra.stderr, /^sac\.tau: .*checkpoint steps sample/);
});

test('keeps of a batch the sample that was asked for', () => {
  const whole = read(...QUICK, 'steps=40');
  for (const sample of [0, 3]) {
    const one = read(...QUICK, 'steps=40', `sample=${sample}`);
    assert.equal(one.sample, sample);
    whole.entries.forEach((entry, i) => {
      const values = entry.values?.map((row) => (row.length === 4 ? [row[sample]] : row));
      assert.deepEqual(one.entries[i], values ? { ...entry, values } : entry);
    });
  }
});

test('refuses steps and samples that there are not', () => {
  for (const steps of ['0', '-1', '1.5', 'ten']) {
    const { status, stderr } = refusal(...QUICK, `steps=${steps}`);
    assert.equal(status, 2);
    assert.equal(stderr, `steps: "${steps}" is not a whole number in [1, 1e12]`);
  }
  for (const sample of ['-1', '0.5', 'x', '1e12']) {
    const { status, stderr } = refusal(...QUICK, `sample=${sample}`);
    assert.equal(status, 2);
    assert.equal(stderr, `sample: "${sample}" is not a whole number in [0, 1e12)`);
  }
  assert.deepEqual(refusal(...QUICK, 'sample=4'), {
    status: 2,
    stderr: 'sample: 4 is not in [0, 3]: the batch has 4',
  });
  assert.match(refusal(...QUICK, 'sac.tau=2').stderr, /^sac\.tau: 2 is outside/);
});

test('a run that has diverged has none, and the update at which it does has no numbers', () => {
  const wild = ['environment=lqr', 'algorithm=sac', 'reward_scale=1000', 'sac.temperature=10'];
  wild.push('sac.target_entropy=0.69', 'sac.updates_per_iteration=8');
  for (const network of ['temperature', 'actor', 'critic']) {
    wild.push(`sac.${network}_learning_rate=0.1`);
  }
  const why = acp(['digest', ...wild, 'steps=9000']).stderr.trimEnd();
  assert.match(why, /^acp: Diverged: /);
  assert.deepEqual(refusal(...wild, 'steps=9000'), { status: 1, stderr: why });
  const [, last] = why.match(/environment step (\d+)/);
  const { status, stdout, stderr } = trace(...wild, `steps=${last}`);
  assert.deepEqual({ status, stderr: stderr.trimEnd() }, { status: 1, stderr: why });
  const loss = JSON.parse(stdout).entries.find(({ name }) => name === 'loss');
  assert.equal(loss.value, null);
});

const DOCUMENT = readFileSync('docs/trace.md', 'utf8').split('## One update')[1];
const MATHEMATICS = {
  pi: Math.PI,
  ...Object.fromEntries(['min', 'exp', 'log', 'sqrt', 'tanh'].map((name) => [name, Math[name]])),
};

/** What stands between two signs of equality. */
function evaluate(expression) {
  assert.match(expression, /^[\d.e+\-*/^(), a-z]+$/);
  const names = Object.keys(MATHEMATICS);
  const compute = new Function(...names, `return ${expression.replaceAll('^', '**')}`);
  return compute(...names.map((name) => MATHEMATICS[name]));
}

/** The number that `target q_target[1]` or `critic adam.m` names. */
function named(entries, label) {
  const [, line, name, row = 0, part = 'value'] = label.match(
    /^(\w+) (\w+)(?:\[(\d)\])?(?:\.(\w+))?$/,
  );
  const entry = entries.find((each) => each.line === line && each.name === name);
  return entry.values ? entry.values[row][0] : entry[part];
}

test('what docs/trace.md computes by hand is what the program has computed', () => {
  const [command] = DOCUMENT.match(/(?<= {4}acp trace ).*/);
  const { entries } = read(...command.split(' '));
  const shown = new Set();
  for (const [, label, ...sides] of DOCUMENT.matchAll(
    /^ {4}(\w+ [\w.[\]]+) = ([^=\n]+)(?: = (.+))?$/gm,
  )) {
    const value = sides[1] ?? sides[0];
    assert.equal(Number(named(entries, label).toPrecision(6)), Number(value), label);
    const computed = evaluate(sides[0]);
    const room = 1e-4 * (1 + Math.abs(computed));
    assert.ok(Math.abs(computed - value) < room, `${label}: ${sides[0]} is ${computed}`);
    shown.add(label.match(/^\w+ \w+/)[0]);
  }
  const computed = entries.filter(({ line }) => line !== 'act');
  assert.deepEqual([...shown].sort(), computed.map(({ line, name }) => `${line} ${name}`).sort());
});
