// What was handed in is run again: what is true is reproduced, and what was changed is named.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { acp, lines, makeFolder } from './support.mjs';

const { folder, file } = makeFolder();
const STUDENTS = 30;
const STEPS = 300;
const TASK = 'environment=cart_pole&algorithm=a2c';

/** What each run of a class has come to, by its configuration. */
const measured = (() => {
  const out = join(folder, 'class');
  const words = [...TASK.split('&'), 'a2c.n=1,5', `seeds=1..${STUDENTS}`, 'evaluate_every=100'];
  const { status, stderr } = acp(['sweep', ...words, `steps=${STEPS}`, '--out', out]);
  assert.equal(status, 0, stderr);
  const runs = [];
  for (const row of lines(readFileSync(join(out, 'results.jsonl'), 'utf8'))) {
    if (row.type === 'run') runs.push({ config: row.config });
    if (row.type === 'evaluation') {
      runs.at(-1).evaluation = { steps: row.environment_steps, mean_return: row.mean_return };
    }
    if (row.type === 'end') Object.assign(runs.at(-1), row);
  }
  return runs;
})();

/** What a student hands in who has run two settings. */
function handIn(student) {
  const runs = [student, student + STUDENTS].map((i, k) => {
    const { config, environment_steps: steps, updates, digest, evaluation } = measured[i];
    return { id: 'AB'[k], config, steps, updates, digest, evaluation: { ...evaluation } };
  });
  const settings = `${TASK}&seed=${student + 1}&evaluate_every=100&a.a2c.n=1&b.a2c.n=5`;
  const claims = `at=${STEPS}&digest=${runs.map(({ digest }) => digest).join()}`;
  return {
    format: 'actor-critic-playground/hand-in',
    version: 1,
    build: '0.1.0',
    name: `Student ${student + 1}`,
    answers: [{ question: 'What did you find?', answer: 'n = 5 is ahead,\nI think' }],
    experiments: [{ link: `https://example.org/#v=2&${settings}&${claims}`, runs }],
  };
}

const write = (name, value) => file(`${name}.json`, JSON.stringify(value));
const verify = (...args) => acp(['verify', ...args]);
const verdicts = (...args) => lines(verify(...args, '--format', 'json').stdout);
const changed = (student, change) => {
  const value = handIn(student);
  change(value, value.experiments[0].runs);
  return value;
};

test('of a class, one changed number and one changed setting are found, and nothing else', () => {
  const files = Array.from({ length: STUDENTS }, (_, i) => {
    if (i === 6) {
      return write(
        i,
        changed(i, (_, runs) => (runs[1].evaluation.mean_return += 100)),
      );
    }
    if (i === 18) {
      return write(
        i,
        changed(i, (_, [a]) => (a.config = a.config.replace('a2c.n=1', 'a2c.n=2'))),
      );
    }
    return write(i, handIn(i));
  });
  const all = verdicts(...files, '--jobs', '2');
  assert.deepEqual(
    all.map(({ name }) => name),
    files.map((_, i) => `Student ${i + 1}`),
  );
  const found = all.filter(({ reproduced }) => !reproduced);
  assert.deepEqual(
    found.map(({ name }) => name),
    ['Student 7', 'Student 19'],
  );
  const right = measured[6 + STUDENTS].evaluation.mean_return;
  assert.equal(found[0].mismatches.length, 1);
  const [{ field, claimed, comes_to }] = found[0].mismatches;
  assert.equal(field, 'experiments[0].runs[1].evaluation.mean_return');
  assert.equal(Math.fround(claimed), Math.fround(right + 100));
  assert.equal(Math.fround(comes_to), Math.fround(right));
  assert.deepEqual(found[1].mismatches[0], {
    field: 'experiments[0].runs[0].config',
    claimed: 'a2c.n=2',
    comes_to: 'a2c.n=1 in the link',
  });
  assert.ok(found[1].mismatches.some((one) => one.field === 'experiments[0].runs[0].digest'));
  assert.ok(found[1].mismatches.every((one) => !one.field.includes('runs[1]')));

  const { status, stdout } = verify(...files);
  assert.equal(status, 1);
  assert.match(stdout, /\n\n28 of 30 files reproduced\.\n$/);
  assert.equal(stdout.match(/ \| yes \| /g).length, 28);
  const honest = files.filter((_, i) => i !== 6 && i !== 18);
  assert.equal(verify(...honest, '--jobs', '2').status, 0);
});

for (const [name, change, field, claimed, comesTo] of [
  ['a digest', ([a]) => (a.digest = '0123456789abcdef'), 'digest', '0123456789abcdef'],
  ['a count of updates', ([a]) => (a.updates += 1), 'updates'],
  ['a step', ([a]) => (a.steps -= 1), 'steps', '299', '300 in the link'],
  ['when it was evaluated', ([a]) => (a.evaluation.steps = 200), 'evaluation.steps', '200', '300'],
  ['an evaluation left out', ([a]) => (a.evaluation = null), 'evaluation', 'none'],
  ['a divergence', ([a]) => (a.digest = 'diverged'), 'digest', 'diverged'],
]) {
  test(`${name} that is not so is named`, () => {
    const path = write(
      name,
      changed(0, (_, runs) => change(runs)),
    );
    const [{ reproduced, mismatches, errors }] = verdicts(path);
    assert.equal(reproduced, false);
    assert.deepEqual(errors, []);
    assert.equal(mismatches[0].field, `experiments[0].runs[0].${field}`);
    if (claimed !== undefined) assert.equal(mismatches[0].claimed, claimed);
    if (comesTo !== undefined) assert.equal(mismatches[0].comes_to, comesTo);
  });
}

test('returns are those of single precision, whichever digits say them', () => {
  const task = 'environment=lqr&algorithm=a2c&evaluate_every=100';
  const out = join(folder, 'single');
  acp(['sweep', ...task.split('&'), 'seeds=1..20', 'steps=100', '--out', out]);
  const rows = lines(readFileSync(join(out, 'results.jsonl'), 'utf8'));
  const of = (type) => rows.filter((row) => row.type === type);
  const files = of('run').map(({ config }, i) => {
    const { updates, digest } = of('end')[i];
    const evaluation = { steps: 100, mean_return: Math.fround(of('evaluation')[i].mean_return) };
    const run = { id: 'A', config, steps: 100, updates, digest, evaluation };
    const link = `https://example.org/#v=2&${task}&seed=${i + 1}&at=100&digest=${digest}`;
    return write(`single-${i}`, { ...handIn(0), experiments: [{ link, runs: [run] }] });
  });
  assert.equal(files.length, 20);
  assert.deepEqual(
    verdicts(...files).flatMap(({ mismatches, errors }) => [...mismatches, ...errors]),
    [],
  );
});

test('a run that diverges does so again at its step, and at no other', () => {
  const wild = ['environment=lqr', 'algorithm=sac', 'reward_scale=1000', 'sac.temperature=10'];
  wild.push('sac.target_entropy=0.69', 'sac.updates_per_iteration=8', 'seed=0');
  for (const network of ['temperature', 'actor', 'critic']) {
    wild.push(`sac.${network}_learning_rate=0.1`);
  }
  const out = join(folder, 'wild');
  const { stderr } = acp(['sweep', ...wild, 'steps=9000', '--out', out]);
  const rows = lines(readFileSync(join(out, 'results.jsonl'), 'utf8'));
  const [{ config }] = rows.filter(({ type }) => type === 'run');
  const [{ environment_steps: steps, updates, status }] = rows.filter(({ type }) => type === 'end');
  assert.match(status, /^Diverged: /, stderr);
  const evaluation = rows
    .filter(({ type, mean_return }) => type === 'evaluation' && mean_return !== null)
    .map((row) => ({ steps: row.environment_steps, mean_return: row.mean_return }))
    .at(-1);
  const claim = (change) => {
    const run = { id: 'A', config, steps, updates, digest: 'diverged', evaluation, ...change };
    const link = `https://example.org/#v=2&${wild.join('&')}`;
    return verdicts(write('wild', { ...handIn(0), experiments: [{ link, runs: [run] }] }))[0];
  };
  const field = (name) => `experiments[0].runs[0].${name}`;
  assert.deepEqual(claim({}), { ...claim({}), reproduced: true, mismatches: [], errors: [] });
  // Who watches it may see it first, but not before the look that found nothing yet.
  assert.equal(claim({ steps: steps - 63 }).reproduced, true);
  for (const early of [steps - 64, steps - 500]) {
    assert.equal(claim({ steps: early }).mismatches[0].field, field('digest'));
  }
  assert.deepEqual(claim({ steps: steps + 1 }).mismatches, [
    { field: field('steps'), claimed: String(steps + 1), comes_to: String(steps) },
  ]);
  assert.equal(claim({ updates: updates + 1 }).mismatches[0].field, field('updates'));
  const other = config.replace('reward_scale=1000', 'reward_scale=100');
  const fields = claim({ config: other }).mismatches.map((each) => each.field);
  assert.equal(fields[0], field('config'));
  assert.ok(fields.includes(field('digest')) || fields.includes(field('steps')));
});

test('a setting of link and run alike is found by the bits', () => {
  const path = write(
    'both',
    changed(0, ({ experiments: [one] }, [a]) => {
      a.config = a.config.replace('a2c.n=1', 'a2c.n=3');
      one.link = one.link.replace('a.a2c.n=1', 'a.a2c.n=3');
    }),
  );
  const fields = verdicts(path)[0].mismatches.map((one) => one.field);
  assert.ok(fields.includes('experiments[0].runs[0].digest'));
  assert.ok(fields.every((field) => !field.includes('config')));
});

for (const [name, value, message] of [
  ['not JSON', '{"format":', /^is not JSON$/],
  ['empty', '', /^is not JSON$/],
  ['a list', '[]', /^input: not an object$/],
  ['deep', '['.repeat(400_000), /^is not JSON$/],
  ['large', ' '.repeat(1_000_001), /^has more than 1000000 bytes$/],
  ['another file', { format: 'x' }, /^format: is not actor-critic-playground\/hand-in$/],
  ['a later version', { version: 2 }, /^version: 2 is outside \[1, 1\]$/],
  ['a name that is none', { name: 7 }, /^name: is not a string$/],
  ['a long name', { name: 'x'.repeat(201) }, /^name: has 201 bytes, more than 200$/],
  ['a name that rings', { name: 'a\u0007' }, /^name: has a control character, number 7$/],
  ['something unknown', { grade: 1 }, /^grade: is not one of format, version, build, name, /],
  ['no experiments', { experiments: [] }, /^experiments: has no entry, and there is no lesson$/],
  ['many answers', { answers: Array(101).fill({}) }, /^answers: has 101 entries, more than 100$/],
]) {
  test(`a file that has ${name} is refused, and the next one is checked`, () => {
    const text = typeof value === 'string' ? value : JSON.stringify({ ...handIn(0), ...value });
    const [first, second] = verdicts(file('hostile.json', text), write('honest', handIn(0)));
    assert.equal(first.reproduced, false);
    assert.match(first.errors[0], message);
    assert.equal(second.reproduced, true);
  });
}

for (const [name, change, message] of [
  [
    'steps without end',
    { steps: 1e9 },
    /runs\[0\]\.steps: 1e\+09 is not a whole number in \[1, 1000000\]$/,
  ],
  ['half a step', { steps: 1.5 }, /runs\[0\]\.steps: 1\.5 is not a whole number in/],
  ['a short digest', { digest: 'abc' }, /digest: is neither 16 hexadecimal digits nor diverged$/],
  ['a bad setting', { config: `${TASK}&a2c.n=-1` }, /runs\[0\]\.config: a2c\.n: -1 is outside/],
  ['a typing error', { config: `${TASK}&a2c.m=1` }, /runs\[0\]\.config: a2c\.m: unknown param/],
  ['a return beyond all', { evaluation: { steps: 1, mean_return: 1e99 } }, /1e\+99 is outside/],
  ['a field too many', { speed: 1 }, /runs\[0\]\.speed: is not one of id, config, steps, /],
]) {
  test(`a run with ${name} is refused, and the other one is checked`, () => {
    const path = write(
      name,
      changed(0, (_, runs) => {
        Object.assign(runs[0], change);
        runs[1].updates += 1;
      }),
    );
    const [{ errors, mismatches }] = verdicts(path);
    assert.equal(errors.length, 1);
    assert.match(errors[0], message);
    assert.deepEqual(
      mismatches.map(({ field }) => field),
      ['experiments[0].runs[1].updates'],
    );
  });
}

test('a link that has nothing to do with the runs is refused', () => {
  for (const [link, message] of [
    ['https://example.org/', /link: has no #$/],
    ['https://example.org/#v=2&preset=nothing', /link: preset: "nothing" is not/],
    [`https://example.org/#v=2&${TASK}&sac.tau=0.1`, /link: sac\.tau: no run has this setting$/],
  ]) {
    const [{ errors }] = verdicts(
      write(
        'link',
        changed(0, ({ experiments }) => {
          experiments[0].link = link;
        }),
      ),
    );
    assert.match(errors[0], message);
  }
});

test('more steps are allowed by who asks for them', () => {
  const path = write('few', handIn(0));
  assert.match(
    verdicts(path, '--most-steps', '299')[0].errors[0],
    /steps: 300 is not a whole number in \[1, 299/,
  );
  assert.equal(verify(path, '--most-steps', '300').status, 0);
});

test('a table holds what a spreadsheet does not compute and Markdown does not read', () => {
  const path = write('evil', { ...handIn(0), name: '=1+1|"*a*"' });
  const csv = verify(path, '--format', 'csv').stdout.split('\r\n');
  assert.equal(csv[0], 'file,name,lesson,runs,reproduced,what differs,answers');
  assert.match(csv[1], /,"'=1\+1\|""\*a\*""","",2,yes,"","What did you find\? n = 5 is ahead,\n/);
  assert.match(verify(path).stdout, /\| =1\+1\\\|"\\\*a\\\*" \|  \| 2 \| yes \|  \|\n/);
});

test('what cannot be read is named, and a command without files is refused', () => {
  const [{ errors }] = verdicts(join(folder, 'nowhere.json'));
  assert.match(errors[0], /^cannot be read: No such file/);
  assert.match(verdicts(folder)[0].errors[0], /^cannot be read: Is a directory/);
  assert.equal(verify().status, 2);
  assert.equal(verify(join(folder, 'nowhere.json'), '--format', 'xml').status, 2);
  assert.equal(verify(join(folder, 'nowhere.json'), '--jobs', '0').status, 2);
});
