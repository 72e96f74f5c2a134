// Runs other programs, and ends this one with a message instead of a stack trace.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, statSync } from 'node:fs';
import { constants as system } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/** The repository. */
export const root = resolve(import.meta.dirname, '../..');

/** An expected failure: `message` is all there is to say. */
export class Failure extends Error {}

/**
 * Runs a program in the repository.
 * @param {string} command a program name, found on PATH, or a path
 * @param {string[]} args
 * @param {object} [options]
 * @param {boolean} [options.capture] keep the output for the caller instead of showing it
 * @param {boolean} [options.aside] show all of it on standard error
 * @param {boolean} [options.allowFailure] return a non-zero exit code instead of throwing Failure
 * @param {NodeJS.ProcessEnv} [options.env] added to this process's environment
 * @param {string} [options.input] what it reads from standard input, together with `capture`
 * @param {string} [options.folder] where to run it, relative to the repository
 * @returns {Promise<{code: number, output: string, stdout: string}>} `output` is stdout and stderr,
 *   interleaved
 */
export function run(command, args, options = {}) {
  const { capture = false, aside = false, allowFailure = false } = options;
  const { env = {}, input, folder = '' } = options;
  const shown = ['inherit', aside ? 2 : 'inherit', 'inherit'];
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: join(root, folder),
      env: { ...process.env, ...env },
      stdio: capture ? [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] : shown,
    });
    child.stdin?.end(input);
    let output = '';
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    const line = [command, ...args].join(' ');
    child.on('error', (error) => fail(new Failure(`${line}: ${error.message}`)));
    child.on('close', (exitCode, signal) => {
      const code = exitCode ?? 1;
      if (code === 0 || allowFailure) return done({ code, output, stdout });
      const reason = signal ? `was ended by ${signal}` : `exited with ${String(code)}`;
      fail(new Failure(`${output}${line} ${reason}`));
    });
  });
}

/**
 * Lets another program do what this one was started for: it has the terminal, and decides itself
 * what a signal does.
 * @param {string[]} command a path and arguments
 * @param {string} folder where to run it
 * @returns {Promise<number>} its exit code, or as a shell has it: 128 and the signal that ended it
 */
export async function giveWayTo([path, ...args], folder) {
  const child = spawn(path, args, { cwd: folder, stdio: 'inherit' });
  // These a terminal sends to all it runs, so that the other has had them.
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code, signal] = await once(child, 'close');
  return code ?? 128 + system.signals[signal];
}

/** Runs a program that was installed by npm, by the path of its script inside node_modules. */
export function runNode(script, args, options) {
  return run(process.execPath, [join('node_modules', script), ...args], options);
}

/** The full path of a program on PATH, or undefined. */
export function which(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Runs `main` of a program: an expected failure prints its message, and the exit code is 1. */
export async function program(main) {
  try {
    await main();
  } catch (error) {
    const expected = error instanceof Failure || error.code?.startsWith('ERR_PARSE_ARGS');
    if (!expected) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
