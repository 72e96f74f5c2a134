import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { openDetails, setUpStage, type Stage, waitForSteps } from './browser';
import { repository } from './server';

const folder = resolve(repository, 'build/screenshots');
const shots = [
  { name: 'light', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'dark', width: 1280, height: 900, colorScheme: 'dark' },
  { name: 'projector', width: 1280, height: 720, colorScheme: 'light' },
  { name: 'phone', width: 360, height: 740, colorScheme: 'light' },
] as const;

let stage: Stage;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  stage = await setUpStage();
});
afterAll(() => stage.close());

for (const { name, width, height, colorScheme } of shots) {
  const options = { viewport: { width, height }, colorScheme };
  const take = async (page: Page, view: string) => {
    await page.screenshot({ path: resolve(folder, `${view}${name}.png`) });
    await page.screenshot({ path: resolve(folder, `${view}${name}-full.png`), fullPage: true });
    await page.context().close();
  };

  test(`the playground, ${name}`, async () => {
    const page = await stage.open('', options);
    await page.getByRole('button', { name: 'Play' }).click();
    await waitForSteps(page, 5000);
    await page.getByRole('button', { name: 'Pause' }).click();
    await openDetails(page);
    await page.getByRole('button', { name: 'Fork, run B' }).click();
    await page.locator('run-card [data-phase="ready"]').nth(2).waitFor();
    await page.locator('views-panel summary').first().click();
    await page.locator('run-views').first().scrollIntoViewIfNeeded();
    await page.locator('run-views figure-frame').first().waitFor();
    await page.locator('diagnostics-panel summary').first().click();
    await page.locator('run-diagnostics').scrollIntoViewIfNeeded();
    await page.locator('run-diagnostics figure-frame').first().waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(1500);
    await take(page, '');
  });

  test(`the gradient lab, ${name}`, async () => {
    const page = await stage.openLab('#lab=', options);
    await page.waitForTimeout(3000);
    await take(page, 'lab-');
  });

  test(`the embed builder, ${name}`, async () => {
    const page = await stage.visit(`${stage.url}#builder=&hide=story`, options);
    await page.locator('actor-critic-playground').scrollIntoViewIfNeeded();
    await page.frameLocator('iframe').locator('[data-phase="ready"]').nth(1).waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await take(page, 'builder-');
  });

  test(`a frame, ${name}`, async () => {
    const page = await stage.visit(`${stage.url}embed.html#hide=header,settings,footer`, options);
    await page.locator('[data-phase="ready"]').nth(1).waitFor();
    await take(page, 'embed-');
  });
}

const publicFolder = resolve(repository, 'web/public');

test('the social card', async () => {
  const page = await stage.open('#v=2&pair=score-function&seed=3', {
    viewport: { width: 1200, height: 630 },
    colorScheme: 'light',
  });
  await page.getByRole('button', { name: 'Play' }).click();
  await page.locator('[data-activity="finished"]').nth(1).waitFor();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: resolve(publicFolder, 'card.png') });
  await page.context().close();
});

test.each([180, 512])('the icon of %i pixels', async (size) => {
  const page = await stage.visit(`${stage.url}favicon.svg`, {
    viewport: { width: size, height: size },
  });
  await page.evaluate(() => document.documentElement.querySelector('rect')!.removeAttribute('rx'));
  await page.screenshot({ path: resolve(publicFolder, `icon-${String(size)}.png`) });
  await page.context().close();
});
