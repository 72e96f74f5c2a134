// What takes long says on a terminal how far it is and how long it will take.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { ACP, acp, makeFolder } from './support.mjs';

const { folder, file } = makeFolder();
// A terminal for a program, of util-linux.
const skip =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') !== true;

/**
 * Runs a command that would take hours until its terminal shows `line`, or a minute; what it has
 * shown.
 */
function shownOnTerminal(args, line) {
  const command = ['exec', ACP, ...args].join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
  });
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    shown += text;
    if (line.test(shown)) child.kill('SIGTERM');
  });
  return new Promise((done) => child.on('close', () => done(shown)));
}

test('commands that take long show progress on a terminal', { skip }, async () => {
  const checkpoint = join(folder, 'run.acp');
  acp(['train', 'steps=600', `checkpoint=${checkpoint}`]);
  const states = file('states.txt', '3 0\n'.repeat(500_000));
  const config = ['preset=gridworld-q-learning', 'evaluate_every=0'];
  for (const [args, line] of [
    [
      ['train', ...config, 'steps=1e12', '--out', '/dev/null'],
      /\d of 1000000000000 steps, \d+ steps\/s/,
    ],
    [
      ['digest', ...config, 'steps=1e12'],
      /\d of 1000000000000 steps, \d+ steps\/s, \d+ h \d+ min left/,
    ],
    [['evaluate', `checkpoint=${checkpoint}`, `states=${states}`], /\d of 100 %, .* left/],
    [
      ['lab', 'policy=gaussian', 'objective=bimodal', 'repeats=1e12'],
      /\d of 1000000000000 estimates, \d+ estimates\/s, \d+ h \d+ min left/,
    ],
  ]) {
    assert.match(await shownOnTerminal(args, line), line);
  }
});

test('nothing is shown where there is no terminal', () => {
  const args = ['digest', 'preset=gridworld-q-learning', 'evaluate_every=0', 'steps=2e7'];
  assert.equal(acp(args).stderr, '');
});
