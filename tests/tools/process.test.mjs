import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root, run } from '../../tools/lib/process.mjs';

const module = pathToFileURL(join(root, 'tools/lib/process.mjs')).href;

/** A program that gives way to a script of Node's. */
function start(context, script) {
  const command = JSON.stringify([process.execPath, '-e', script]);
  const text = `import { giveWayTo } from '${module}';
    process.exitCode = await giveWayTo(${command}, '.');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', text], { stdio: 'pipe' });
  context.after(() => child.kill('SIGKILL'));
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  const ended = once(child, 'close').then(([code]) => ({ code, stdout }));
  return { child, ended };
}

test('what a program gives way to is asked to end, and has the time to', async (context) => {
  const { child, ended } = start(
    context,
    `setInterval(() => {}, 1000);
     process.on('SIGTERM', () => setTimeout(() => { console.log('saved'); process.exit(3); }, 100));
     for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => process.exit(4));
     console.log('ready');`,
  );
  await once(child.stdout, 'data');
  for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM']) child.kill(signal);
  assert.deepEqual(await ended, { code: 3, stdout: 'ready\nsaved\n' });
});

test('a signal that ends it is its exit code', async (context) => {
  const { ended } = start(context, `process.kill(process.pid, 'SIGKILL');`);
  assert.equal((await ended).code, 128 + 9);
});

test('what is shown aside leaves standard output alone', async () => {
  const text = `import { run } from '${module}';
    await run(process.execPath, ['-e', 'console.log("aside")'], { aside: true });`;
  const args = ['--input-type=module', '-e', text];
  const { stdout, output } = await run(process.execPath, args, { capture: true });
  assert.equal(stdout, '');
  assert.equal(output, 'aside\n');
});
