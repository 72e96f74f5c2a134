import type { Page } from 'playwright-core';
import type { Plugin } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { complaints, drawFrames, pressPlay, runTo, setUpStage, type Stage } from './browser';
import { servePage, type Server } from './server';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setUpStage();
});
afterEach(async () => {
  await page.context().close();
});
afterAll(() => stage.close());

const registrations = () =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

describe('without a network', () => {
  test('the whole page opens again after one visit: runs, lab and embed builder', async () => {
    page = await stage.open('#v=2&pair=score-function&seed=3');
    const online = await runTo(page, 300);
    await page.evaluate(() => navigator.serviceWorker.ready);

    await page.context().setOffline(true);
    await page.reload();
    expect(await runTo(page, 300)).toEqual(online);
    await page.goto(`${stage.url}#lab=`);
    await page.locator('lab-table tbody tr').nth(1).waitFor();
    await page.goto(`${stage.url}builder.html`);
    await page.frameLocator('iframe').locator('[data-phase="ready"]').nth(1).waitFor();
    expect(complaints.get(page)).toEqual([]);
  });

  test.each([
    ['stays half a minute', () => page.clock.fastForward(15_000)],
    ['trains', () => pressPlay(page)],
  ])('a visitor has a copy only once he %s', async (_, act) => {
    page = await stage.visit('about:blank');
    await page.clock.install();
    await page.goto(stage.url);
    await page.locator('[data-phase="ready"]').nth(1).waitFor();
    await page.waitForLoadState('networkidle');
    await page.clock.fastForward(15_000);
    await drawFrames(page, 5);
    await expect.poll(() => registrations()).toBe(0);
    await act();
    await expect.poll(registrations).toBe(1);
  });

  test.each([
    ['a frame', 'embed.html', 0],
    ['a page', 'index.html', 1],
  ])('%s, left to itself for a minute, keeps this many copies', async (_, name, copies) => {
    page = await stage.visit('about:blank');
    await page.clock.install();
    await page.goto(`${stage.url}${name}`);
    await page.locator('[data-phase="ready"]').nth(1).waitFor();
    await page.waitForLoadState('networkidle');
    // What counts the time may itself still be on its way.
    const later = async () => {
      await page.clock.fastForward(60_000);
      return registrations();
    };
    await expect.poll(later).toBe(copies);
    await drawFrames(page, 5);
    await expect.poll(() => registrations()).toBe(copies);
  });
});

describe('a new version', () => {
  let server: Server;
  let version = 1;
  /** Another version of the service worker has other bytes. */
  const versions: Plugin = {
    name: 'versions',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        if (!request.url?.endsWith('sw.js')) return next();
        void fetch(`${stage.url}sw.js`).then(async (original) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.setHeader('Cache-Control', 'no-cache');
          response.end(`${await original.text()}\n// ${version}`);
        });
      });
    },
  };
  beforeAll(async () => {
    server = await servePage('./', [versions]);
  });
  afterAll(() => server.close());

  const offer = () => page.getByText('A new version of this page is there.');
  const kept = () => page.evaluate(() => localStorage.getItem('kept-runs'));

  /** Opens the page under the control of the worker of an earlier visit. */
  async function openAgain(): Promise<void> {
    page = await stage.visit(`${server.url}#v=2&pair=score-function&seed=3`);
    await page.evaluate(() => navigator.serviceWorker.register('./sw.js'));
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await page.locator('[data-phase="ready"]').nth(1).waitFor();
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  }

  const publish = async () => {
    version += 1;
    // The page registers the worker some seconds after it was opened, and so looks for another.
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  };

  test('is told of, and comes when it is asked for, with the runs as they were', async () => {
    await openAgain();
    const digests = await runTo(page, 600);
    await expect.poll(kept).toBe('1');
    await publish();
    await offer().waitFor();
    await page.evaluate(() => Object.assign(window, { isOld: true }));
    await page.waitForTimeout(2000);
    expect(await page.evaluate(() => 'isOld' in window)).toBe(true);

    await page.getByRole('button', { name: 'Reload' }).click();
    await page.waitForFunction(() => !('isOld' in window));
    const restore = page.getByRole('button', { name: 'Restore' });
    await restore.click();
    await page
      .locator('[data-figure="digest"]', { hasText: digests[0]! })
      .waitFor({ state: 'attached' });
    await expect.poll(() => offer().count()).toBe(0);
  });

  test('is no matter when put off, or while it would cost what has been trained', async () => {
    await openAgain();
    await page.evaluate(() => {
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
    });
    await publish();
    await offer().waitFor();
    await pressPlay(page);
    await offer().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.waitForTimeout(500);
    await expect.poll(() => offer().count()).toBe(0);
    await page.getByRole('button', { name: 'Reset' }).click();
    await offer().waitFor();
    await page.getByRole('button', { name: 'Not now' }).click();
    await offer().waitFor({ state: 'detached' });
    expect(complaints.get(page)).toEqual([]);
  });
});
