// What the tests of the command line share.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

export const ACP = 'build/native/acp';

/** A run that would take days, of quick steps and many rows. */
export const ENDLESS = ['train', 'preset=gridworld-q-learning', 'steps=1e9', 'evaluate_every=0'];

/** A folder that is removed after the tests of a file. */
export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'acp-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = (name, content) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return { folder, file };
}

export function acp(args, input = '') {
  const { status, stdout, stderr } = spawnSync(ACP, args, { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

export const lines = (text) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const started = [];
after(() => started.forEach((child) => child.kill('SIGKILL')));

/** Starts `acp`; `ended` resolves to how it ended and what it said. */
export function start(args) {
  const child = spawn(ACP, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  started.push(child);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const ended = once(child, 'close').then(([status, signal]) => ({ status, signal, stderr }));
  return { child, ended };
}
