// The command line as npm installs it: from the tarball of `npm pack`, in an empty folder.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after } from 'node:test';

export const NATIVE = resolve('build/native/acp');

export const folder = mkdtempSync(join(tmpdir(), 'npx-'));
const started = [];
after(() => {
  started.forEach((child) => child.kill('SIGKILL'));
  rmSync(folder, { recursive: true });
});

/**
 * What runs in the folder as `npx actor-critic-playground`, and the bytes of its tarball; without
 * what it can do without, whatever npm has of it.
 */
export function install() {
  execFileSync('npm', ['pack', '--pack-destination', folder], { stdio: 'pipe' });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const flags = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--omit=optional'];
  execFileSync('npm', ['install', ...flags, `./${tarball}`], { cwd: folder, stdio: 'pipe' });
  const program = join(folder, 'node_modules/.bin/actor-critic-playground');
  return { program, bytes: statSync(join(folder, tarball)).size };
}

export function run(program, args, input = '') {
  const options = { cwd: folder, input, encoding: 'utf8', maxBuffer: 1e9 };
  const { status, stdout, stderr } = spawnSync(program, args, options);
  return { status, stdout, stderr };
}

/** Starts a program; `ended` resolves to how it ended and what it said. */
export function start(program, args) {
  const child = spawn(program, args, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  started.push(child);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const ended = once(child, 'close').then(([status, signal]) => ({ status, signal, stderr }));
  return { child, ended };
}
