// Sweeps: whatever ends them, they go on, and their results are the same bytes.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { acp, lines, makeFolder, start } from './support.mjs';

const { folder } = makeFolder();
const place = (name) => join(folder, name);
const sweep = (...args) => acp(['sweep', ...args]);
const plan = (...words) => lines(sweep(...words, '--dry-run').stdout);
const results = (out) => readFileSync(join(out, 'results.jsonl'), 'utf8');
const made = (out, ending) =>
  readdirSync(join(out, 'runs')).filter((name) => name.endsWith(ending));

const GRID = [
  'preset=gridworld-q-learning',
  'seeds=1..4',
  'tabular_q.gamma=0.9,0.99',
  'steps=2000',
];

test('a plan has every combination, the last varying fastest', () => {
  const runs = plan('preset=gridworld-q-learning', 'tabular_q.gamma=0.8,0.9', 'seeds=3..4,9');
  assert.equal(runs.length, 6);
  assert.equal(new Set(runs.map(({ id }) => id)).size, 6);
  assert.match(runs[0].config, /seed=3.*gamma=0\.8$/);
  assert.match(runs[2].config, /seed=9.*gamma=0\.8$/);
  assert.match(runs[3].config, /seed=3.*gamma=0\.9$/);
  assert.ok(
    runs.every(({ steps }) => steps === 20_000),
    'not the steps of the preset',
  );
  assert.equal(plan('environment=gridworld')[0].steps, 10_000);
  assert.deepEqual(
    plan('steps=10,20').map(({ steps }) => steps),
    [10, 20],
  );
});

test('equal runs have equal names, however they are written', () => {
  const [[one], [other]] = [
    plan('seed=1', 'sac.tau=0.01'),
    plan('environment=pendulum', 'algorithm=sac'),
  ];
  assert.equal(one.id, other.id);
  assert.notEqual(plan('seed=2')[0].id, one.id);
  assert.notEqual(plan('steps=9')[0].id, one.id);
});

for (const [args, message] of [
  [[], /^key=values: what to run is missing/],
  [['seeds=5..1'], /^seed: 5\.\.1 ends before it begins/],
  [['seeds=1..200000'], /^seed: 1\.\.200000 has more than 100000 values/],
  [['seeds=1..1000', 'steps=1..1000'], /^a sweep has at most 100000 runs, and this has 1000000/],
  [['seeds=-9000000000000000000..9000000000000000000'], /^seed: .* has more than 100000 values/],
  [['seeds=9223372036854775807..9223372036854775807'], /^seed: /],
  [['run', '--dry-run', '--out', '/nowhere'], /^--dry-run: is for plans/],
  [['seeds=1,1'], /^two runs are alike: /],
  [['seeds=1', 'seed=2'], /^seed: is given twice/],
  [['seeds=1,,2'], /^seed: a value is empty/],
  [['sac.tau=0.1,x'], /^sac\.tau: /],
  [['go', 'seeds=1'], /^go: is neither plan, run, status or collect/],
  [['status', 'seeds=1'], /^seeds=1: the plan is made already/],
  [['seeds=1'], /^--out: is missing/],
  [['status', '--out', '/nowhere'], /^--out: .*nowhere/],
  [['run', '--task', '3', '--of', '3', '--out', '/nowhere'], /^--task: 3 is not below 3/],
]) {
  test(`acp sweep ${args.join(' ')} is refused`, () => {
    const { status, stderr } = sweep(...args);
    assert.equal(status, 2, stderr);
    assert.match(stderr, message);
  });
}

test('one job, two, and three tasks in any order come to the same bytes', () => {
  const [one, two, three] = ['one', 'two', 'three'].map(place);
  assert.equal(
    sweep(...GRID, '--out', one)
      .stdout.trim()
      .split(',')[0],
    '8 of 8 runs whole',
  );
  assert.equal(sweep(...GRID, '--out', two, '--jobs', '2').status, 0);
  assert.equal(sweep('plan', ...GRID, '--out', three).status, 0);
  for (const task of ['2', '0', '1']) {
    assert.equal(sweep('run', '--task', task, '--of', '3', '--out', three).status, 0);
  }
  assert.equal(sweep('collect', '--out', three).status, 0);
  assert.equal(results(two), results(one));
  assert.equal(results(three), results(one));
  const rows = lines(results(one));
  assert.deepEqual(
    rows.filter(({ type }) => type === 'run').map(({ id }) => id),
    plan(...GRID).map(({ id }) => id),
  );
  for (const { type, digest } of rows) if (type === 'end') assert.match(digest, /^[0-9a-f]{16}$/);
  const [first] = rows.filter(({ type }) => type === 'end');
  const words = plan(...GRID)[0].config.split('&');
  assert.equal(acp(['digest', ...words, 'steps=2000']).stdout.trim(), first.digest);
});

test('what is missing is told, as tasks of an array and as JSON', () => {
  const out = place('status');
  assert.equal(sweep('plan', ...GRID, '--out', out).status, 0);
  assert.equal(sweep('run', '--task', '1', '--of', '4', '--out', out).status, 0);
  assert.deepEqual(lines(sweep('status', '--out', out, '--json').stdout), [
    { whole: 2, failed: 0, begun: 0, missing: 6 },
  ]);
  assert.equal(sweep('status', '--missing', '--of', '4', '--out', out).stdout, '0,2,3\n');
  const early = sweep('collect', '--out', out);
  assert.equal(early.status, 1);
  assert.match(early.stderr, /2 of 8 runs whole, 0 failed, 0 begun, 6 missing/);
});

test('another plan replaces the one that is there only by force, and keeps its runs', () => {
  const out = place('plans');
  assert.equal(sweep(...GRID, '--out', out).status, 0);
  const more = GRID.map((word) => word.replace('1..4', '1..5'));
  const { status, stderr } = sweep(...more, '--out', out);
  assert.equal(status, 2);
  assert.match(stderr, /has another plan; --force replaces it, and keeps what runs have made/);
  assert.equal(sweep('plan', ...more, '--out', out, '--force').status, 0);
  assert.match(sweep('status', '--out', out).stdout, /^8 of 10 runs whole/);
});

test('a plan that somebody has changed is refused', () => {
  const out = place('changed');
  assert.equal(sweep('plan', ...GRID, '--out', out).status, 0);
  const file = join(out, 'plan.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"steps":2000', '"steps":2001'));
  const { status, stderr } = sweep('run', '--out', out);
  assert.equal(status, 2);
  assert.match(stderr, /line 1: [0-9a-f]{16} is not the id of this run/);
});

test('a run that cannot be is told, and is run again', () => {
  const out = place('failing');
  assert.equal(sweep('plan', 'seeds=1..2', 'steps=200', '--out', out).status, 0);
  const [{ id }] = lines(readFileSync(join(out, 'plan.jsonl'), 'utf8'));
  writeFileSync(join(out, 'runs', `${id}.failed`), 'no memory\n');
  assert.match(sweep('status', '--out', out).stdout, /1 failed/);
  assert.match(sweep('collect', '--out', out).stderr, /1 failed.*: no memory/);
  assert.equal(sweep('run', '--out', out).status, 0);
  assert.deepEqual(made(out, '.failed'), []);
});

/** Two runs of seconds, so that each is kept some times before it is whole. */
const LONG = [
  'preset=gridworld-q-learning',
  'seeds=1..2',
  'steps=12000000',
  'evaluate_every=1000000',
];
const KEPT = ['--jobs', '2', '--checkpoint-seconds', '1'];

/** Resolves once a run is kept that is not whole. */
async function keptOne(out) {
  while (!existsSync(join(out, 'runs')) || made(out, '.partial').length === 0) await setTimeout(20);
}

test('SIGTERM keeps what was begun, and the next start goes on', { timeout: 240_000 }, async () => {
  const [straight, stopped] = [place('straight'), place('stopped')];
  assert.equal(sweep(...LONG, '--out', straight, '--jobs', '2').status, 0);
  const { child, ended } = start(['sweep', ...LONG, '--out', stopped, ...KEPT]);
  await keptOne(stopped);
  child.kill('SIGTERM');
  const { status, stderr } = await ended;
  assert.equal(status, 143, stderr);
  assert.match(stderr, /^acp: ended by SIGTERM with \d of 2 runs whole/);
  const begun = made(stopped, '.partial');
  assert.ok(begun.length > 0, 'nothing was kept');
  assert.equal(sweep(...LONG, '--out', stopped, '--jobs', '2').status, 0);
  assert.deepEqual(made(stopped, '.partial'), []);
  assert.equal(results(stopped), results(straight));
});

test('killed at any moment, nothing half is counted', { timeout: 480_000 }, async () => {
  const [straight, killed] = [place('straight'), place('killed')];
  assert.equal(sweep(...LONG, '--out', straight, '--jobs', '2').status, 0);
  let [random, resumed] = [1, 0];
  for (let i = 0; i < 20; i++) {
    if (existsSync(join(killed, 'runs'))) resumed += made(killed, '.partial').length;
    const { child, ended } = start(['sweep', ...LONG, '--out', killed, ...KEPT]);
    random = (random * 16_807) % 2_147_483_647;
    await Promise.race([
      i === 4 ? keptOne(killed) : setTimeout(10 + (random % 1200)),
      once(child, 'exit'),
    ]);
    child.kill('SIGKILL');
    await ended;
    if (!existsSync(join(killed, 'runs'))) continue;
    for (const name of made(killed, '.jsonl')) {
      assert.equal(
        readFileSync(join(killed, 'runs', name), 'utf8'),
        readFileSync(join(straight, 'runs', name), 'utf8'),
      );
    }
  }
  assert.ok(resumed > 0, 'no run went on from where it was kept');
  assert.equal(sweep(...LONG, '--out', killed, '--jobs', '2').status, 0);
  assert.equal(results(killed), results(straight));
});

test('what another version or another run has kept is not gone on from', async () => {
  const out = place('foreign');
  const words = ['preset=gridworld-q-learning', 'seeds=1..2', 'steps=12000000'];
  const { child, ended } = start(['sweep', ...words, '--out', out, '--checkpoint-seconds', '1']);
  await keptOne(out);
  child.kill('SIGKILL');
  await ended;
  const [from] = made(out, '.partial');
  const short = place('foreign-short');
  assert.equal(sweep('plan', ...GRID, '--out', short).status, 0);
  const [{ id }] = lines(readFileSync(join(short, 'plan.jsonl'), 'utf8'));
  const bytes = readFileSync(join(out, 'runs', from));
  writeFileSync(join(short, 'runs', `${id}.partial`), bytes);
  assert.equal(sweep(...GRID, '--out', short).status, 0);
  const own = place('own');
  assert.equal(sweep(...GRID, '--out', own).status, 0);
  assert.equal(results(short), results(own));
});

test('a kept run that cannot be read begins anew', () => {
  const [straight, broken] = [place('own'), place('broken')];
  assert.equal(sweep(...GRID, '--out', straight).status, 0);
  assert.equal(sweep('plan', ...GRID, '--out', broken).status, 0);
  const ids = lines(readFileSync(join(broken, 'plan.jsonl'), 'utf8')).map(({ id }) => id);
  const rubbish = [Buffer.alloc(3), Buffer.alloc(8, 255), Buffer.alloc(4000)];
  rubbish.forEach((bytes, i) => writeFileSync(join(broken, 'runs', `${ids[i]}.partial`), bytes));
  assert.equal(sweep(...GRID, '--out', broken).status, 0);
  assert.equal(results(broken), results(straight));
});
