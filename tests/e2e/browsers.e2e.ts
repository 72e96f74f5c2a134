import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium } from './browsers/chromium';
import type { Driver, Engine } from './browsers/driver';
import { enter, play, press, shown } from './browsers/find';
import { firefox } from './browsers/firefox';
import { complaintsOf, watched } from './browsers/watch';
import { webkit } from './browsers/webkit';
import { repository, servePage, type Server } from './server';

const golden = resolve(repository, 'tests/golden/digests.json');
const { digests } = JSON.parse(readFileSync(golden, 'utf8')) as { digests: Record<string, string> };
const recorded = (preset: string) => digests[`preset=${preset} seed=1 steps=2000`];
const robots = JSON.parse(
  readFileSync(resolve(repository, 'tests/golden/robots.json'), 'utf8'),
) as { settings: Record<string, string>; steps: number; digests: Record<string, string> };
const STEPS = '[data-figure="steps"]';

let server: Server;
beforeAll(async () => {
  server = await servePage('./', [watched()]);
});
afterAll(() => server.close());

/** Where a browser is not installed its tests are skipped, but never in continuous integration. */
function isSkipped({ name, programs }: Engine): boolean {
  const missing = programs.filter((path) => !existsSync(path));
  if (missing.length === 0 || process.env.CI) return false;
  process.stdout.write(`skipped: ${name}, no ${missing.join(', ')}\n`);
  return true;
}

describe.each([chromium, firefox, webkit])('$name', (engine) => {
  describe.skipIf(isSkipped(engine))('has what the page needs', () => {
    let driver: Driver;
    beforeAll(async () => {
      driver = await engine.launch();
    });
    afterAll(() => driver.close());

    // WebKitGTK sometimes stands still on a first visit; on a further one it has to train.
    const retry = engine.name === 'WebKit' ? 2 : 0;
    const visited = { timeout: 200_000, retry };
    let visits = 0;
    test('both runs end with the bits of every other build', visited, async () => {
      const start = performance.now();
      await driver.open(`${server.url}?visit=${++visits}#v=2&pair=score-function&seed=1`);
      await shown(driver, { selector: '[data-phase="ready"]', count: 2 });
      await press(driver, { selector: 'summary', text: 'More' });
      await enter(driver, { selector: '#stop-at' }, '2000');
      await play(driver);
      await shown(driver, { selector: '[data-activity="finished"]', count: 2 }, 120_000);
      const at = { selector: '[data-figure="digest"]', text: 'at step 2,000', count: 2 };
      const found = (await shown(driver, at)).map((text) => text.slice(0, 16));
      expect(found).toEqual([recorded('pendulum-sac-score-function'), recorded('pendulum-sac')]);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      process.stdout.write(`measured: ${engine.name}, 2,000 steps of two runs in ${seconds} s\n`);
    });

    test('a run goes on, takes a new parameter, pauses and is shared', async () => {
      await press(driver, { selector: 'button', text: 'Settings' });
      await press(driver, { selector: 'summary', text: 'Learning' });
      await enter(driver, { selector: '#stop-at' }, '');
      await play(driver);
      const field = { selector: '#control', host: '[data-key="sac.tau"]' };
      await enter(driver, field, '0.02');
      await shown(driver, { selector: '*', host: 'run-card', text: 'smoothing set to 0.02' });
      await press(driver, { selector: 'button', text: 'Pause' });
      await shown(driver, { selector: '[data-activity="paused"]', count: 2 });
      // Digests are there only while a run rests.
      await shown(driver, { selector: '[data-figure="digest"]', text: 'at step', count: 2 });
      const before = await shown(driver, { selector: STEPS, count: 2 });
      expect(Number(before[0]!.replaceAll(',', ''))).toBeGreaterThan(2000);
      await press(driver, { selector: 'button', text: 'Copy link' });
      await shown(driver, {
        selector: 'p',
        host: 'link-notes',
        text: 'It starts with the settings',
      });
      expect(await shown(driver, { selector: STEPS, count: 2 })).toEqual(before);
      expect(await driver.evaluate(() => location.hash, null)).toBe(
        '#v=2&pair=score-function&seed=1&sac.tau=0.02',
      );
    });

    test('the gradient lab measures', async () => {
      await press(driver, { selector: 'nav a', text: 'Gradient lab' });
      const rows = await shown(driver, { selector: 'tbody tr', host: 'lab-table', count: 2 });
      for (const row of rows) expect(row).toMatch(/\d/);
    });

    test('the embed builder shows what it makes', async () => {
      await press(driver, { selector: 'nav a', text: 'Embed' });
      await shown(driver, { selector: 'pre', text: 'seed=1' });
    });

    // By one worker, since no robot takes as long as the simulator does to be compiled.
    test('robots have the bits of Node', { timeout: 300_000, retry }, async () => {
      const settings = Object.entries(robots.settings).map((pair) => pair.join('='));
      const [first] = Object.keys(robots.digests);
      const pairs = ['v=2', 'runs=1', `environment=${first}`, ...settings];
      await driver.open(`${server.url}?robots=${++visits}#${pairs.join('&')}`);
      await press(driver, { selector: 'summary', text: 'More' });
      await enter(driver, { selector: '#stop-at' }, String(robots.steps));
      await press(driver, { selector: 'button', text: 'Settings' });
      for (const [robot, digest] of Object.entries(robots.digests)) {
        await enter(driver, { selector: '#environment', host: 'task-chooser' }, robot);
        const fresh = '[data-phase="ready"][data-activity="paused"]';
        await shown(driver, { selector: fresh }, 180_000);
        await press(driver, { selector: 'button', text: 'Play' });
        await shown(driver, { selector: '[data-activity="finished"]' }, 90_000);
        const at = { selector: '[data-figure="digest"]', text: `at step ${robots.steps}` };
        const [found] = await shown(driver, at);
        expect(found!.slice(0, 16), robot).toBe(digest);
      }
      expect(await driver.evaluate(complaintsOf, null)).toEqual([]);
    });

    test('and nothing went wrong', async () => {
      expect(await driver.evaluate(complaintsOf, null)).toEqual([]);
      expect(await driver.evaluate(() => document.querySelectorAll('app-root').length, null)).toBe(
        1,
      );
    });

    test('nor does it in a frame, or on a page that begins with the lab', async () => {
      await driver.open(`${server.url}embed.html#v=2&pair=score-function&seed=1`);
      await shown(driver, { selector: '[data-phase="ready"]', count: 2 });
      expect(await driver.evaluate(complaintsOf, null)).toEqual([]);
      await driver.open(`${server.url}?anew#lab=`); // no kept copy answers to this
      await shown(driver, { selector: 'tbody tr', host: 'lab-table', count: 2 });
      expect(await driver.evaluate(complaintsOf, null)).toEqual([]);
    });
  });
});
