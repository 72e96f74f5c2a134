// The command line in Node comes to the bytes of the native one, whatever ends it between.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { testRobots } from './robots.mjs';
import { folder, install, NATIVE, run, start } from './support.mjs';

/** Of the tarball. */
const MOST_KB = 1500;

const { program, bytes } = install();
const npx = (args, input) => run(program, args, input);
const native = (args, input) => run(NATIVE, args, input);
const golden = JSON.parse(readFileSync('tests/golden/digests.json', 'utf8')).digests;
const results = (out) => readFileSync(join(folder, out, 'results.jsonl'), 'utf8');
/** Runs that were kept since a time, in milliseconds since 1970. */
const kept = (out, since = 0) => {
  const runs = join(folder, out, 'runs');
  const names = existsSync(runs) ? readdirSync(runs) : [];
  const isNew = (name) => statSync(join(runs, name), { throwIfNoEntry: false })?.mtimeMs > since;
  return names.filter((name) => name.endsWith('.partial') && isNew(name));
};
const weights = (checkpoint) => native(['weights', `checkpoint=${checkpoint}`]).stdout;

test(`the tarball has at most ${MOST_KB} KB`, () => {
  console.log(`measured: npm tarball ${Math.round(bytes / 1000)} KB (at most ${MOST_KB})`);
  assert.ok(bytes <= 1000 * MOST_KB, `${bytes} bytes`);
});

for (const preset of ['pendulum-sac', 'cart-pole-a2c', 'gridworld-q-learning']) {
  const [name, digest] = Object.entries(golden).find(([key]) =>
    key.startsWith(`preset=${preset} `),
  );
  test(`${preset} has the recorded digest`, () => {
    assert.equal(npx(['digest', ...name.split(' ')]).stdout, `${digest}\n`);
  });
}

/** Without what depends on the machine. */
const timeless = (answer) => ({
  ...answer,
  stdout: answer.stdout.replace(/"\w*seconds\w*":[^,}\]]*|^vectors: .*/gm, ''),
});

const trained = ['train', 'preset=cart-pole-a2c', 'steps=1000', 'checkpoint=a.acp', '--force'];
for (const [args, input] of [
  [['--version']],
  [['--help']],
  [['train', '--help']],
  [['foo']],
  [['digest', 'sac.tau=1.5']],
  [['evaluate', 'checkpoint=a.acp']],
  [['weights', 'checkpoint=a.acp']],
  [['train', 'checkpoint=a.acp']],
  [['train', 'checkpoint=none/a.acp']],
  [['lab', 'policy=gaussian', 'objective=bimodal', 'repeats=1000', 'estimator=score_function']],
  [['surrogate', 'process=gridworld:gamma=0.9', 'direction=natural', 'etas=0,0.5,1']],
  [['bootstrap', 'process=random_walk', 'error=0.5']],
  [['probe'], '{"op":"aggregate","scores":[1,2,3,4,5,6]}\nrubbish\n'],
]) {
  test(`acp ${args.join(' ')} answers as natively`, () => {
    assert.equal(native(trained).status, 0);
    assert.deepEqual(timeless(npx(args, input)), timeless(native(args, input)));
  });
}

test('a checkpoint has the same bytes and rights, and goes on natively', () => {
  const train = ['train', 'preset=cart-pole-a2c', 'steps=1000'];
  assert.equal(npx([...train, 'checkpoint=ours.acp']).status, 0);
  assert.equal(native([...train, 'checkpoint=theirs.acp']).status, 0);
  assert.equal(weights('ours.acp'), weights('theirs.acp'));
  const [ours, theirs] = ['ours.acp', 'theirs.acp'].map((name) => statSync(join(folder, name)));
  assert.deepEqual([ours.mode, ours.size], [theirs.mode, theirs.size]);
});

test('a policy as ONNX has the same bytes', () => {
  assert.equal(native(trained).status, 0);
  const [ours, theirs] = [program, NATIVE].map((each) => {
    const command = `'${each}' weights checkpoint=a.acp format=onnx >policy.onnx`;
    assert.equal(run('sh', ['-c', command]).status, 0);
    return readFileSync(join(folder, 'policy.onnx'));
  });
  assert.ok(theirs.length > 4 * 64 * 64);
  assert.ok(ours.equals(theirs));
});

test('what was handed in is verified by several threads as natively', () => {
  const config = 'preset=cart-pole-a2c&seed=1';
  const [digest] = native(['digest', ...config.split('&'), 'steps=500']).stdout.split('\n');
  const files = Array.from({ length: 6 }, (_, i) => {
    const run = { config, steps: 500, updates: i, digest, evaluation: null };
    const experiments = [{ link: `https://example.org/#v=2&${config}`, runs: [run] }];
    const heading = { format: 'actor-critic-playground/hand-in', version: 1, build: '0.1.0' };
    const name = `hand-in-${i}.json`;
    writeFileSync(join(folder, name), JSON.stringify({ ...heading, name: 'ä', experiments }));
    return name;
  });
  for (const format of ['markdown', 'csv', 'json']) {
    const args = ['verify', ...files, '--format', format, '--jobs'];
    const answer = native([...args, '2']);
    assert.equal(answer.status, 1, answer.stderr);
    assert.deepEqual(npx([...args, '3']), answer);
  }
});

test('what a pipe takes slowly comes whole', () => {
  const { stdout } = npx(['catalog']);
  assert.ok(stdout.length > 2 ** 16, 'fits into the pipe');
  assert.equal(run('sh', ['-c', `'${program}' catalog | (sleep 1; cat)`]).stdout, stdout);
});

const ENDLESS = ['train', 'preset=gridworld-q-learning', 'steps=1e9', 'evaluate_every=0'];

test('SIGTERM ends training with its checkpoint', async () => {
  const { child, ended } = start(program, [...ENDLESS, 'checkpoint=ended.acp']);
  child.stdout.resume();
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const { status, stderr } = await ended;
  assert.equal(status, 143, stderr);
  const said =
    /^acp: ended by SIGTERM at step (\d+) of 1000000000; ended\.acp has the checkpoint\n$/;
  const [, step] = said.exec(stderr) ?? assert.fail(stderr);
  const words = ENDLESS.map((word) => (word === 'steps=1e9' ? `steps=${step}` : word));
  const again = native([...words, 'checkpoint=again.acp', '--out', '/dev/null']);
  assert.equal(again.status, 0);
  assert.equal(weights('ended.acp'), weights('again.acp'));
});

test('a signal ends at once what keeps nothing, even while it waits', async () => {
  const { child, ended } = start(program, ['probe']);
  child.stdin.write('{"op":"log_prob","mu":0,"log_sigma":0,"eps":0}\n');
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  assert.deepEqual(await ended, {
    status: null,
    signal: 'SIGINT',
    stderr: 'acp: ended by SIGINT\n',
  });
});

test('a reader that goes away ends training', async () => {
  const { child, ended } = start(program, ENDLESS);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const { status, stderr } = await ended;
  assert.equal(status, 1);
  assert.match(stderr, /^acp: stopped at step \d+ .*standard output could not be written/);
});

const LONG = ['preset=gridworld-q-learning', 'seeds=1..2', 'steps=12000000', 'evaluate_every=1e6'];

test('a sweep that is killed and ended goes on to the bytes of the native one', async () => {
  const straight = native(['sweep', ...LONG, '--out', 'native', '--jobs', '2']);
  assert.equal(straight.status, 0, straight.stderr);
  const sweep = ['sweep', ...LONG, '--out', 'node', '--jobs', '2', '--checkpoint-seconds', '1'];
  for (const [signal, code] of [
    ['SIGKILL', null],
    ['SIGTERM', 143],
  ]) {
    const since = Date.now();
    const { child, ended } = start(program, sweep);
    while (kept('node', since).length === 0 && child.exitCode === null) await setTimeout(20);
    child.kill(signal);
    const { status, stderr } = await ended;
    assert.equal(status, code, stderr);
  }
  const { status, stdout, stderr } = npx(sweep);
  assert.equal(status, 0, stderr);
  assert.deepEqual([stdout, stderr], [straight.stdout, '']);
  assert.equal(results('node'), results('native'));
  assert.deepEqual(kept('node'), []);
  for (const format of ['markdown', 'csv', 'html', 'json', 'svg']) {
    const args = ['report', 'node', '--format', format];
    assert.deepEqual(npx(args), native(args));
  }
});

// A terminal for a program, of util-linux.
const skip = !spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes(
  'util-linux',
);

test('a terminal sees how far it is', { skip }, async () => {
  const command = ['exec', program, 'digest', ...ENDLESS.slice(1)].join(' ');
  const { child } = start('script', ['-qec', command, '/dev/null']);
  let shown = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    shown += text;
    if (/\d of 1000000000 steps, \d+ steps\/s/.test(shown)) return;
  }
  assert.fail(shown);
});

testRobots(program);
