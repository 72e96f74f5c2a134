// A Slurm of its own for a test: two processors of this machine, and all its state in one folder.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Failure, root, run } from './process.mjs';

/** Seconds after which a machine that has not answered will not. */
const PATIENCE = 60;

/** Where Debian has daemons, which is not on everybody's PATH. */
const PATH = [process.env.PATH, '/usr/sbin'].join(delimiter);

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function configure(folder) {
  const values = {
    folder,
    host: hostname().split('.')[0],
    user: userInfo().username,
    slurmctldPort: await freePort(),
    slurmdPort: await freePort(),
  };
  const text = fs.readFileSync(join(root, 'tests/slurm/slurm.conf'), 'utf8');
  fs.writeFileSync(
    join(folder, 'slurm.conf'),
    text.replace(/\{(\w+)\}/g, (_, name) => values[name]),
  );
  for (const name of ['state', 'spool']) fs.mkdirSync(join(folder, name));
  fs.writeFileSync(join(folder, 'munge.key-file'), randomBytes(1024), { mode: 0o400 });
  fs.chmodSync(folder, 0o755); // munged wants everybody to reach its socket
}

/** Starts a daemon that stays a child; what it says is in the folder under its name. */
async function startDaemon(folder, env, name, args) {
  const log = fs.openSync(join(folder, `${name}.log`), 'w');
  const child = spawn(name, args, { env: { ...process.env, ...env }, stdio: ['ignore', log, log] });
  fs.closeSync(log);
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')]).catch(() => {});
  return { child, ended };
}

async function stopDaemon({ child, ended }) {
  child.kill('SIGTERM');
  const killed = setTimeout(10_000, 'late', { ref: false }).then(() => child.kill('SIGKILL'));
  await Promise.race([ended, killed]);
  await ended;
}

/** Asks until the answer is the one that is waited for; false if it never is. */
async function ask(env, [command, ...args], expected) {
  const end = performance.now() + PATIENCE * 1000;
  while (performance.now() < end) {
    const { stdout } = await run(command, args, { capture: true, allowFailure: true, env });
    if (expected.test(stdout)) return true;
    await setTimeout(100);
  }
  return false;
}

/** Starts the daemons, each once the one before it answers; whether all do. */
async function startDaemons(folder, env, daemons) {
  const file = (name) => join(folder, name);
  const places = ['key-file', 'socket', 'pid-file', 'log-file', 'seed-file'];
  const munge = places.map((name) => `--${name}=${file(`munge.${name}`)}`);
  const start = async (name, args) => daemons.push(await startDaemon(folder, env, name, args));
  await start('munged', ['--foreground', '--force', ...munge]);
  const credential = ['munge', '--no-input', `--socket=${file('munge.socket')}`];
  if (!(await ask(env, credential, /^MUNGE:/))) return false;
  await start('slurmctld', ['-D']);
  await start('slurmd', ['-D']);
  return ask(env, ['sinfo', '--noheader', '--format=%T'], /^idle$/m);
}

/** What the daemons have said last. */
const logs = (folder) =>
  fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => `${name}:\n${fs.readFileSync(join(folder, name), 'utf8').slice(-2000)}`)
    .join('\n');

/**
 * @returns {Promise<{env: NodeJS.ProcessEnv, stop: () => Promise<void>}>} by `env` the programs of
 *   Slurm know this one; `stop` ends its jobs and daemons, and removes its folder
 * @throws {Failure} where it does not start, with what its daemons have said
 */
export async function startSlurm() {
  const folder = fs.mkdtempSync(join(tmpdir(), 'acp-slurm-'));
  const env = { PATH, SLURM_CONF: join(folder, 'slurm.conf') };
  const daemons = [];
  const clear = async () => {
    for (const daemon of daemons.reverse()) await stopDaemon(daemon);
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    await configure(folder);
    if (!(await startDaemons(folder, env, daemons))) {
      throw new Failure(`Slurm does not start.\n${logs(folder)}`);
    }
  } catch (error) {
    await clear();
    throw error;
  }
  const stop = async () => {
    const options = { capture: true, allowFailure: true, env };
    await run('scancel', [`--user=${userInfo().username}`], options);
    await ask(env, ['squeue', '--noheader'], /^$/);
    await clear();
  };
  return { env, stop };
}
