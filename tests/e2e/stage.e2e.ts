import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { complaints, openSettings, pressPlay, setStopAt, setUpStage, type Stage } from './browser';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setUpStage();
});
afterEach(async () => {
  await page.context().close();
});
afterAll(() => stage.close());

/** Whether all of an element is inside the window, without scrolling. */
async function isInView(element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  const { width, height } = page.viewportSize()!;
  if (!box) return false;
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  return box.x >= 0 && box.y >= 0 && right <= width && bottom <= height;
}

const play = () => page.locator('transport-bar .primary');
const picture = (arm: number) => page.locator('run-card canvas').nth(arm);
const score = (arm: number) => page.locator('[data-figure="evaluation"]').nth(arm);
const curve = () => page.locator('learning-curves curve-plot canvas');

describe.each([
  [1280, 720],
  [1024, 768],
])('at %i × %i', (width, height) => {
  test('one press of Play shows without scrolling that only one learns', async () => {
    page = await stage.open('', { viewport: { width, height } });
    await curve().waitFor();
    await pressPlay(page);
    const outcome = page.getByText(/^Run B reached −160.0 at step [\d,]+; run A has not yet/);
    await outcome.waitFor({ timeout: 60_000 });
    const all = [play(), picture(0), picture(1), score(0), score(1), curve(), outcome];
    for (const element of all)
      await expect.poll(() => isInView(element), { message: String(element) }).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(complaints.get(page)).toEqual([]);
  });
});

test('on a phone both agents are in view, and the curve comes by itself', async () => {
  page = await stage.open('', { viewport: { width: 390, height: 844 } });
  for (const element of [play(), picture(0), picture(1)]) {
    await expect.poll(() => isInView(element), { message: String(element) }).toBe(true);
  }
  await pressPlay(page);
  await expect.poll(() => isInView(curve()), { timeout: 60_000 }).toBe(true);
});

test('the next question is one press away from what has happened', async () => {
  page = await stage.open('#v=2&pair=score-function&seed=1');
  await pressPlay(page);
  await page.getByRole('button', { name: 'What does a baseline change?' }).click();
  await page.waitForURL(/pair=leave-one-out/);
});

test('a link with one preset is one run, and another can be put beside it', async () => {
  page = await stage.open('#v=2&preset=pendulum-sac&seed=3');
  await expect.poll(() => page.locator('run-card').count()).toBe(1);
  await page.getByRole('button', { name: 'Compare with' }).click();
  await page.locator('[data-exhibit="pendulum-ddpg"]').click();
  await page.locator('run-card [data-phase="ready"]').nth(1).waitFor();
  await page.waitForURL(/b\.preset=pendulum-ddpg/);
  expect(complaints.get(page)).toEqual([]);
});

test('every preset is in the gallery, with a picture, and starts at one press', async () => {
  page = await stage.open();
  await page.getByRole('button', { name: 'Other questions' }).click();
  await page.getByRole('radio', { name: 'by task' }).check();
  const exhibits = page.locator('gallery-dialog [data-exhibit]');
  await expect.poll(() => exhibits.count()).toBeGreaterThan(30);
  const colours = await page.locator('still-picture canvas').evaluateAll((all) =>
    (all as HTMLCanvasElement[]).map((canvas) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    }),
  );
  for (const count of colours) expect(count).toBeGreaterThan(3);
  await page.locator('[data-exhibit="reacher-sac"]').click();
  await page.locator('run-card header', { hasText: 'Reacher' }).first().waitFor();
  expect(complaints.get(page)).toEqual([]);
});

test('the question on six joints shows what seeds came to before a robot is fetched', async () => {
  page = await stage.open();
  await page.getByRole('button', { name: 'Other questions' }).click();
  await page.getByText('What 8 seeds came to').click();
  const picture = page.getByRole('img', { name: /four estimates of the gradient/ });
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  expect(complaints.get(page)).toEqual([]);
});

test('settings come and go without moving the stage', async () => {
  page = await stage.open('', { viewport: { width: 1280, height: 720 } });
  const before = await picture(0).boundingBox();
  await openSettings(page);
  await expect.poll(() => picture(0).boundingBox()).toEqual(before);
  await page.keyboard.press('Escape');
  await page.locator('.drawer').waitFor({ state: 'hidden' });
});

test('a frame is the stage and nothing else, in a column of 760 pixels', async () => {
  const viewport = { width: 760, height: 560 };
  page = await stage.visit(`${stage.url}embed.html#v=2&pair=score-function`, { viewport });
  await page.locator('run-card [data-phase="ready"]').nth(1).waitFor();
  await curve().waitFor();
  const height = () => page.evaluate(() => document.body.getBoundingClientRect().height);
  await expect.poll(() => height()).toBeLessThanOrEqual(560);
  const all = [play(), picture(0), picture(1), curve()];
  for (const element of all)
    await expect.poll(() => isInView(element), { message: String(element) }).toBe(true);

  await pressPlay(page);
  await page.locator('.outcome b').waitFor();
  await expect.poll(() => height()).toBeLessThanOrEqual(560);
  for (const element of all)
    await expect.poll(() => isInView(element), { message: String(element) }).toBe(true);
  await page.locator('learning-curves .u-over').hover();
  await page.locator('learning-curves .read-out').waitFor();
  await expect.poll(() => height()).toBeLessThanOrEqual(560);
});

test.each([
  ['#v=2&pair=tables', ''],
  ['#v=2&pair=tables&seeds=3', 'band-curves'],
  ['#v=2&pair=score-function&seeds=2', 'band-curves'],
])('a frame of %s is as high before and after it has learned', async (hash, bands) => {
  const viewport = { width: 760, height: 560 };
  page = await stage.visit(`${stage.url}embed.html${hash}`, { viewport });
  await page.locator('run-card [data-phase="ready"]').nth(1).waitFor();
  await curve().waitFor();
  const height = () => page.evaluate(() => document.body.getBoundingClientRect().height);
  await expect.poll(() => height()).toBeLessThanOrEqual(560);
  await pressPlay(page);
  if (bands === '') await page.locator('.outcome b').waitFor({ timeout: 60_000 });
  else await page.locator(`${bands} curve-plot`).waitFor({ timeout: 60_000 });
  await expect.poll(() => height()).toBeLessThanOrEqual(560);
});

test('what two runs of several seeds come to is above the fold', async () => {
  const viewport = { width: 1280, height: 720 };
  page = await stage.open('#v=2&pair=tables&seeds=4', { viewport });
  await setStopAt(page, '3000');
  await pressPlay(page);
  const bands = page.locator('band-curves');
  await bands.getByText('8 of 8 whole').waitFor({ timeout: 60_000 });
  const sentence = bands.getByText(/for \d of 4 seeds/);
  await expect
    .poll(() => sentence.evaluate((each) => each.getBoundingClientRect().bottom))
    .toBeLessThanOrEqual(720);
});

test('why no run could be added is said in the gallery', async () => {
  page = await stage.open('#v=2&preset=pendulum-sac');
  await page.evaluate(() => {
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' })));
      }
    };
  });
  await page.getByRole('button', { name: 'Compare with' }).click();
  await page.getByRole('button', { name: 'The same again' }).click();
  const alert = page.locator('gallery-dialog').getByRole('alert');
  await alert.getByText('No run was added: out of memory. The others are as they were.').waitFor();
  await expect.poll(() => page.locator('run-card').count()).toBe(1);
});
