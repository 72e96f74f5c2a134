// How the command line ends when something outside ends it: signals, closed pipes, full disks. The
// exit code is not 0, one line says what, and files are whole or not there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ACP, acp, ENDLESS, lines, makeFolder, start } from './support.mjs';

const { folder, file } = makeFolder();
const linux = process.platform === 'linux';
const place = (name) => join(folder, name);
const leftOver = () => readdirSync(folder).filter((name) => /\.[A-Za-z0-9]{6}$/.test(name));
const weights = (checkpoint) => JSON.parse(acp(['weights', `checkpoint=${checkpoint}`]).stdout);

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  test(`${signal} ends training with a checkpoint of the step reached`, async () => {
    const checkpoint = place(`${signal}.acp`);
    const { child, ended } = start([...ENDLESS, `checkpoint=${checkpoint}`]);
    let rows = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (rows += text));
    await once(child.stdout, 'data');
    assert.ok(!existsSync(checkpoint), 'there before it is whole');
    child.kill(signal);
    const { status, stderr } = await ended;
    assert.equal(status, code);
    const said = new RegExp(`^acp: ended by ${signal} at step (\\d+) of 1000000000; (.*)\n$`);
    const [, step, rest] = said.exec(stderr) ?? assert.fail(stderr);
    assert.equal(rest, `${checkpoint} has the checkpoint`);
    assert.deepEqual(leftOver(), []);
    assert.ok(lines(rows).at(-1).environment_steps <= Number(step));

    const again = place(`${signal}-again.acp`);
    const shorter = ENDLESS.map((word) => (word === 'steps=1e9' ? `steps=${step}` : word));
    assert.equal(acp([...shorter, `checkpoint=${again}`, '--out', '/dev/null']).status, 0);
    assert.deepEqual(weights(checkpoint), weights(again));
  });
}

test('rows go to a file that has its name once it is whole', { timeout: 60_000 }, async () => {
  const out = place('rows.jsonl');
  const watcher = watch(folder);
  const { child, ended } = start([...ENDLESS, '--out', out]);
  for (let size = 0; size === 0;) {
    await once(watcher, 'change');
    assert.ok(!existsSync(out), 'there before it is whole');
    const [temporary] = leftOver();
    size = temporary ? statSync(place(temporary)).size : 0;
  }
  watcher.close();
  child.kill('SIGTERM');
  assert.equal((await ended).status, 143);
  assert.ok(lines(readFileSync(out, 'utf8')).length > 1);
  assert.ok(readFileSync(out, 'utf8').endsWith('\n'));
  assert.deepEqual(leftOver(), []);
});

test('a second signal ends at once, and what is there already stays', async () => {
  const { folder, file } = makeFolder();
  const checkpoint = file('precious.acp', 'precious');
  // Signals that come one by one are noticed after 0.2 s; until then there are only evaluations.
  const slow = ['sac.hidden_units=512', 'sac.warmup_steps=10000', 'evaluate_every=100'];
  const config = ['train', ...slow, 'steps=1e6', `checkpoint=${checkpoint}`, '--force'];
  const { child, ended } = start(config);
  await once(child.stdout, 'data'); // of the first 0.2 s, which have just ended
  child.kill('SIGINT');
  child.kill('SIGTERM');
  const { status, stderr } = await ended;
  // Of two that arrive at once either may be the second.
  assert.equal(stderr, `acp: ended by ${status === 143 ? 'SIGTERM' : 'SIGINT'}\n`);
  assert.ok(status === 130 || status === 143);
  assert.equal(readFileSync(checkpoint, 'utf8'), 'precious');
  assert.deepEqual(readdirSync(folder), ['precious.acp']);
});

test('a signal before training leaves nothing behind', { timeout: 60_000 }, async () => {
  const { folder } = makeFolder();
  const unread = join(folder, 'unread'); // it is not opened before somebody reads
  spawnSync('mkfifo', [unread]);
  const watcher = watch(folder);
  const { child, ended } = start([...ENDLESS, `checkpoint=${folder}/x.acp`, '--out', unread]);
  await once(watcher, 'change');
  watcher.close();
  child.kill('SIGINT');
  assert.deepEqual(await ended, { status: 130, signal: null, stderr: 'acp: ended by SIGINT\n' });
  assert.deepEqual(readdirSync(folder), ['unread']);
});

test('a name that is taken while a run trains is not taken back', async () => {
  const { folder } = makeFolder();
  const checkpoint = join(folder, 'x.acp');
  for (const force of [[], ['--force']]) {
    rmSync(checkpoint, { force: true });
    const { child, ended } = start([...ENDLESS, `checkpoint=${checkpoint}`, ...force]);
    await once(child.stdout, 'data');
    writeFileSync(checkpoint, 'theirs');
    child.kill('SIGINT');
    const { status, stderr } = await ended;
    assert.equal(status, 130);
    if (force.length > 0) {
      assert.ok(weights(checkpoint).environment_steps > 0);
    } else {
      assert.equal(readFileSync(checkpoint, 'utf8'), 'theirs');
      const said = /; checkpoint: .*x\.acp could not be written: File exists; (.*) has it\n$/;
      const [, kept] = said.exec(stderr) ?? assert.fail(stderr);
      assert.ok(weights(kept).environment_steps > 0);
      rmSync(kept);
    }
    assert.deepEqual(readdirSync(folder), ['x.acp']);
  }
});

test('a killed run leaves what was there', async () => {
  const checkpoint = makeFolder().file('kept.acp', 'kept');
  const { child, ended } = start([...ENDLESS, `checkpoint=${checkpoint}`, '--force']);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  assert.equal((await ended).signal, 'SIGKILL');
  assert.equal(readFileSync(checkpoint, 'utf8'), 'kept');
});

test('other commands end with the code of the signal and one line', async () => {
  const { child, ended } = start(['probe']);
  child.stdin.write('{"op":"log_prob","mu":0,"log_sigma":0,"eps":0}\n');
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  const { status, stderr } = await ended;
  assert.equal(status, 130);
  assert.equal(stderr, 'acp: ended by SIGINT\n');
});

test('a reader that goes away ends training, with its checkpoint', async () => {
  const checkpoint = place('piped.acp');
  const { child, ended } = start([...ENDLESS, `checkpoint=${checkpoint}`]);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const { status, stderr } = await ended;
  assert.equal(status, 1);
  assert.match(stderr, /^acp: stopped at step \d+ of 1000000000; standard output could not be/);
  assert.match(stderr, /; .*piped\.acp has the checkpoint\n$/);
  assert.ok(weights(checkpoint).environment_steps > 0);
});

test('a reader that goes away ends other commands', async () => {
  const { child, ended } = start(['probe']);
  const question = '{"op":"log_prob","mu":0,"log_sigma":0,"eps":0}\n';
  child.stdin.on('error', () => {}); // closed at the end
  child.stdin.write(question);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.stdin.end(question.repeat(1000));
  const { status, stderr } = await ended;
  assert.equal(status, 1);
  assert.match(stderr, /^acp: standard output could not be written: .*\n$/);
});

test('what is closed from the start is no place for a file', () => {
  const checkpoint = place('closed.acp');
  const run = (closed, ...args) => {
    const { status, stderr } = spawnSync('sh', ['-c', `"$0" "$@" ${closed}`, ACP, ...args]);
    return { status, stderr: String(stderr) };
  };
  const trained = run('>&-', 'train', 'steps=200', `checkpoint=${checkpoint}`);
  assert.equal(trained.status, 1);
  const said = /^acp: stopped at step \d+ .*; standard output could not be written: .*\n$/;
  assert.match(trained.stderr, said);
  assert.equal(weights(checkpoint).environment_steps, 200);

  assert.equal(run('>&-', 'catalog').status, 1);
  assert.equal(run('<&-', 'probe').status, 0);
  const silent = place('silent.acp');
  assert.equal(run('<&- >&- 2>&-', 'train', 'steps=10', `checkpoint=${silent}`).status, 0);
  assert.equal(weights(silent).environment_steps, 10);
});

test('a full disk ends every command', { skip: !linux }, () => {
  const checkpoint = place('small.acp');
  assert.equal(acp(['train', 'steps=200', `checkpoint=${checkpoint}`]).status, 0);
  const actions = file('push.txt', '1\n');
  for (const args of [
    ['catalog'],
    ['train', 'steps=200'],
    ['digest', 'steps=10'],
    ['env', 'id=pendulum', 'state=0,0', `actions=${actions}`],
    ['evaluate', `checkpoint=${checkpoint}`],
    ['weights', `checkpoint=${checkpoint}`],
    ['lab', 'policy=gaussian', 'objective=bimodal', 'repeats=2'],
    ['--help'],
  ]) {
    const full = `"$0" "$@" > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', full, ACP, ...args], { encoding: 'utf8' });
    assert.equal(status, 1, args[0]);
    const what =
      /^acp: (stopped at step 200 of 10000; )?standard output could not be written: .*\n$/;
    assert.match(stderr, args[0] === 'train' ? /standard output could not be written/ : what);
    assert.equal(stderr.split('\n').length, 2, stderr);
  }
});

test('a full disk ends training, and each file is whole or not there', { skip: !linux }, () => {
  const checkpoint = place('beside-full.acp');
  const rows = acp([...ENDLESS, '--out', '/dev/full', `checkpoint=${checkpoint}`]);
  assert.equal(rows.status, 1);
  assert.match(
    rows.stderr,
    /^acp: stopped at step \d+ of 1000000000; --out: \/dev\/full could not/,
  );
  assert.ok(weights(checkpoint).environment_steps > 0);

  const out = place('beside-full.jsonl');
  const saved = acp(['train', 'steps=200', 'checkpoint=/dev/full', '--out', out]);
  assert.equal(saved.status, 1);
  assert.match(saved.stderr, /^acp: stopped at step 200 of 200; checkpoint: \/dev\/full could not/);
  assert.equal(lines(readFileSync(out, 'utf8')).length, 1);
  assert.deepEqual(leftOver(), []);
});

test('a file that is there is overwritten only with --force', () => {
  for (const [option, message] of [
    [
      (path) => [`checkpoint=${path}`],
      /^checkpoint: .* is there already; --force overwrites it\n$/,
    ],
    [(path) => ['--out', path], /^--out: .* is there already; --force overwrites it\n$/],
  ]) {
    const path = file('mine', 'mine');
    chmodSync(path, 0o640);
    const args = ['train', 'steps=200', ...option(path)];
    const refused = acp(args);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, message);
    assert.equal(readFileSync(path, 'utf8'), 'mine');

    assert.equal(acp([...args, 'seed=x', '--force']).status, 2);
    assert.equal(readFileSync(path, 'utf8'), 'mine', 'a mistake changes nothing');

    assert.equal(acp([...args, '--force']).status, 0);
    assert.notEqual(readFileSync(path, 'latin1'), 'mine');
    assert.equal(statSync(path).mode & 0o777, 0o640);
  }
  const link = place('link.acp');
  symlinkSync(place('mine'), link);
  assert.equal(acp(['train', 'steps=200', `checkpoint=${link}`]).status, 2);
  assert.equal(acp(['train', 'steps=200', `checkpoint=${link}`, '--force']).status, 0);
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.equal(weights(place('mine')).environment_steps, 200);
  const nowhere = place('nowhere.acp');
  symlinkSync(place('not-yet'), nowhere);
  assert.match(acp(['train', `checkpoint=${nowhere}`]).stderr, /is there already/);
});

test('new files have the rights that others get, and their owner can read them', () => {
  for (const [given, rights] of [
    [0o027, 0o640],
    [0o777, 0o600],
  ]) {
    const path = place(`rights-${rights}.acp`);
    const mask = process.umask(given);
    const { status } = acp(['train', 'steps=200', `checkpoint=${path}`]);
    process.umask(mask);
    assert.equal(status, 0);
    assert.equal(statSync(path).mode & 0o777, rights);
  }
});

test('what cannot be written is refused before training', () => {
  const places = [
    ['/nowhere/x', /No such file/],
    [folder, /directory/],
    [place('unreal/x'), /No such file/],
  ];
  if (linux) places.push(['/proc/acp', /\/proc\/acp/]);
  for (const [path, why] of places) {
    for (const args of [[`checkpoint=${path}`], ['--out', path]]) {
      const { status, stderr } = acp(['train', 'steps=1e12', ...args]);
      assert.equal(status, 2);
      assert.match(stderr, /^(checkpoint|--out): cannot write /);
      assert.match(stderr, why);
    }
  }
  const long = 'x'.repeat(300);
  const twice = acp(['train', `checkpoint=${long}`, '--out', long]);
  assert.equal(twice.status, 2);
  assert.match(twice.stderr, /^checkpoint: cannot write x+: File name too long\n$/);
  const both = place('both');
  const { status, stderr } = acp(['train', `checkpoint=${both}`, '--out', `${folder}/./both`]);
  assert.equal(status, 2);
  assert.match(stderr, /^--out: .*both is the checkpoint's file\n$/);
});

const asUser = linux && process.getuid() !== 0;
test('a folder without rights is refused', { skip: !asUser }, () => {
  chmodSync(folder, 0o555);
  const { status, stderr } = acp(['train', `checkpoint=${place('x')}`]);
  chmodSync(folder, 0o755);
  assert.equal(status, 2);
  assert.match(stderr, /^checkpoint: cannot write .*Permission denied/);
});
