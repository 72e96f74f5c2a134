import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { repository } from './server';

const run = promisify(execFile);
const PRESET = 'pendulum-sac';
const golden = resolve(repository, 'tests/golden/digests.json');

const typescript = `
import { createSession, Trainer, type Environment, type Progress } from 'actor-critic-playground';
const session = await createSession({ preset: '${PRESET}', seed: 1 });
const seen: Progress[] = [];
const trainer = new Trainer(session, { slice: 300 });
for await (const progress of trainer.trainTo(2000)) seen.push(progress);
export const limit = (environment: Environment): number => environment.timeLimit;
export const digest: string = session.digest();
export const last: number = session.evaluations.at(-1)!.mean;
`;

let project: string;
let expected: string | undefined;
beforeAll(async () => {
  const { digests } = JSON.parse(await readFile(golden, 'utf8')) as {
    digests: Record<string, string>;
  };
  expected = digests[`preset=${PRESET} seed=1 steps=2000`];
  project = await mkdtemp(join(tmpdir(), 'library-'));
  await run('npm', ['pack', '--pack-destination', project], { cwd: repository });
  const tarball = (await readdir(project)).find((name) => name.endsWith('.tgz'))!;
  await writeFile(join(project, 'package.json'), '{ "type": "module", "private": true }');
  const flags = ['--offline', '--no-audit', '--no-fund', '--omit=optional'];
  await run('npm', ['install', ...flags, `./${tarball}`], { cwd: project });
}, 180_000);
afterAll(() => rm(project, { recursive: true, force: true }));

async function taskOfReadme(): Promise<string> {
  const readme = await readFile(resolve(repository, 'README.md'), 'utf8');
  return /### A task of one's own\n\n```js\n([^`]+)```/.exec(readme)![1]!;
}

/** Runs a script with the package installed; what it prints. */
async function script(text: string): Promise<string> {
  const path = join(project, 'script.mjs');
  await writeFile(path, text);
  return (await run('node', [path])).stdout.trim();
}

describe('the tarball of npm pack', () => {
  test('holds the module, its types and its texts, and needs nothing else', async () => {
    const installed = join(project, 'node_modules/actor-critic-playground');
    const files = (await readdir(installed, { recursive: true })).sort();
    const types = ['library/index', 'tasks/environment', 'tasks/robots'];
    const built = ['acp_host.wasm', 'index.js', ...types.map((name) => `types/${name}.d.ts`)].map(
      (name) => `build/package/${name}`,
    );
    const launcher = ['acp', 'instance', 'robots-asked', 'shared', 'tasks'];
    const cli = [...launcher, 'robots'].map((name) => `${name}.mjs`);
    cli.push('acp_cli.js', 'acp_cli.wasm', 'package.json', 'robots.json');
    built.push(...cli.map((name) => `build/package/cli/${name}`));
    const texts = ['LICENSE', 'NOTICES', 'README.md', 'package.json'];
    expect(files.filter((name) => name.includes('.') || /^[A-Z]/.test(name))).toEqual(
      [...texts, ...built].sort(),
    );
    expect(await readdir(join(project, 'node_modules'))).toEqual([
      '.bin',
      '.package-lock.json',
      'actor-critic-playground',
    ]);
  });

  test('trains in Node to the bits of every other build', async () => {
    const text = await script(`
      import { createSession, Trainer } from 'actor-critic-playground';
      const session = await createSession('preset=${PRESET} seed=1');
      session.train(700);
      const other = await createSession({ preset: '${PRESET}', seed: 2 });
      other.load(session.save());
      const steps = [];
      for await (const progress of new Trainer(other, { slice: 500 }).trainTo(2000)) {
        steps.push(progress.steps);
      }
      session.train(1300);
      console.log(JSON.stringify([steps, other.digest(), session.digest(), session.progress]));
    `);
    const [steps, resumed, digest, progress] = JSON.parse(text) as [number[], ...unknown[]];
    expect(steps).toEqual([1200, 1700, 2000]);
    expect([resumed, digest]).toEqual([expected, expected]);
    expect(progress).toMatchObject({ steps: 2000, episodes: 10 });
  });

  test('trains on the task of the README, which goes on from a checkpoint', async () => {
    const printed = await script(`${await taskOfReadme()}
      const half = await createSession({ environment, algorithm: 'sac', seed: 1 });
      half.train(2345);
      const rest = await createSession({ environment, algorithm: 'sac', seed: 2 });
      rest.load(half.save());
      rest.train(2655);
      console.log(rest.digest());
    `);
    const [meanReturn, digest, resumed] = printed.split(/\s+/);
    expect(Number(meanReturn)).toBeGreaterThan(-5);
    expect(resumed).toBe(digest);
  });

  test('refuses what makes no sense, and keeps what is there', async () => {
    const text = await script(`
      import { createSession, Trainer } from 'actor-critic-playground';
      const said = [];
      const attempt = async (work) => {
        try { await work(); said.push('nothing'); } catch (error) { said.push(error.message); }
      };
      const session = await createSession({ preset: '${PRESET}', seed: 1 });
      session.train(300);
      const before = session.digest();
      await attempt(() => createSession({ preset: '${PRESET}', 'sac.tau': 2 }));
      await attempt(() => createSession({ preset: 'x&seed=3' }));
      await attempt(() => session.train(0.5));
      await attempt(() => session.tune({ 'sac.tau': -1 }));
      await attempt(() => session.load(new Uint8Array(40)));
      await attempt(() => new Trainer(session, { slice: 0 }));
      const abort = AbortSignal.abort(new Error('enough'));
      await attempt(() => new Trainer(session, { signal: abort }).trainTo(400).next());
      console.log(JSON.stringify([...said, before === session.digest()]));
    `);
    const said = JSON.parse(text) as unknown[];
    const wanted = [
      /^sac\.tau: 2 is outside/,
      /^preset: "x&seed=3"/,
      /^steps: 0\.5 is not a whole number from 0/,
      /^sac\.tau: -1 is outside/,
      /checkpoint/,
      /^slice: 0 is not a whole number from 1/,
      /^enough$/,
    ];
    wanted.forEach((pattern, i) => expect(said[i]).toMatch(pattern));
    expect(said.at(-1)).toBe(true);
  });

  test('has types for both ways to resolve them', async () => {
    const folder = join(project, 'types');
    await mkdir(folder);
    await writeFile(join(folder, 'use.mts'), typescript);
    const tsc = resolve(repository, 'node_modules/typescript/bin/tsc');
    for (const [module, resolution] of [
      ['nodenext', 'nodenext'],
      ['esnext', 'bundler'],
    ]) {
      const options = ['--strict', '--noEmit', '--target', 'es2023'];
      const how = ['--module', module!, '--moduleResolution', resolution!];
      await run('node', [tsc, ...options, ...how, join(folder, 'use.mts')], { cwd: project });
    }
  });

  test('trains in a page built by Vite, on a task of its own too', async () => {
    const page = '<!doctype html><title>…</title><script type="module" src="./main.ts"></script>';
    await writeFile(join(project, 'index.html'), page);
    const [, digestInNode] = (await script(await taskOfReadme())).split(/\s+/);
    await writeFile(join(project, 'task.js'), `${await taskOfReadme()}export { session };`);
    const shown = "import { session as own } from './task.js';\n";
    const title = 'document.title = `${digest} ${own.digest()}`;';
    await writeFile(join(project, 'main.ts'), `${shown}${typescript}${title}`);
    const plain = { root: project, configFile: false, logLevel: 'error' } as const;
    await build({ ...plain, build: { target: 'es2023' } });
    const server = await preview({ ...plain, preview: { port: 0, host: '127.0.0.1' } });
    const browser = await chromium.connect(inject('chromium'));
    try {
      const tab = await browser.newPage();
      await tab.goto(server.resolvedUrls!.local[0]!);
      await expect.poll(() => tab.title()).toBe(`${expected} ${digestInNode}`);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
