// What takes long says on a terminal how far it is and how long it will take.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { ACP, acp, makeFolder } from './support.mjs';

const { folder, file } = makeFolder();
// A terminal for a program, of util-linux.
const skip =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') !== true;

function onTerminal(args) {
  const command = [ACP, ...args].join(' ');
  return spawnSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8' }).stdout;
}

test('commands that take long show progress on a terminal', { skip }, () => {
  const checkpoint = join(folder, 'run.acp');
  acp(['train', 'steps=600', `checkpoint=${checkpoint}`]);
  const states = file('states.txt', '3 0\n'.repeat(20_000));
  const config = ['preset=gridworld-q-learning', 'evaluate_every=0'];
  for (const [args, line] of [
    [['train', ...config, 'steps=3e6', '--out', '/dev/null'], /\d of 3000000 steps, \d+ steps\/s/],
    [['digest', ...config, 'steps=3e6'], /\d of 3000000 steps, \d+ steps\/s, \d+ s left/],
    [['evaluate', `checkpoint=${checkpoint}`, `states=${states}`], /\d of 100 %, .* left/],
    [
      ['lab', 'policy=gaussian', 'objective=bimodal', 'repeats=3e7'],
      /\d of 30000000 estimates, \d+ estimates\/s, \d+ s left/,
    ],
  ]) {
    assert.match(onTerminal(args), line);
  }
});

test('nothing is shown where there is no terminal', () => {
  const args = ['digest', 'preset=gridworld-q-learning', 'evaluate_every=0', 'steps=3e6'];
  assert.equal(acp(args).stderr, '');
});
