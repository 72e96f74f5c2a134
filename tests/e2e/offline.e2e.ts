import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { complaints, drawFrames, runTo, setUpStage, type Stage } from './browser';

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
    ['a frame', 'embed.html', 0],
    ['a page', 'index.html', 1],
  ])('%s, left to itself for a minute, keeps this many copies', async (_, name, copies) => {
    page = await stage.visit('about:blank');
    await page.clock.install();
    await page.goto(`${stage.url}${name}`);
    await page.locator('[data-phase="ready"]').nth(1).waitFor();
    await page.clock.fastForward(60_000);
    await expect.poll(registrations).toBe(copies);
    await drawFrames(page, 5);
    expect(await registrations()).toBe(copies);
  });
});
