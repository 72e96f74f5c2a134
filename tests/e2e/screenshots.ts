import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { openDetails, setStopAt, setUpStage, type Stage, waitForSteps } from './browser';
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

/** Pictures of a robot after so many steps of training, a quarter of a second apart. */
async function stripOf(page: Page, steps: number): Promise<string[]> {
  if (steps > 0) {
    await setStopAt(page, String(steps));
    await page.getByRole('button', { name: 'Play' }).click();
    await page.locator('[data-activity="finished"]').waitFor({ timeout: 0 });
  }
  const strip: string[] = [];
  for (let i = 0; i < 5; i++) {
    await page.waitForTimeout(i === 0 ? 1500 : 250);
    strip.push((await page.locator('run-stage canvas').screenshot()).toString('base64'));
  }
  return strip;
}

const strips = [
  { preset: 'half-cheetah-sac', milestones: [0, 10_000, 30_000, 60_000] },
  { preset: 'quadruped-sac', milestones: [60_000] },
];

test('robots as they learn', { timeout: 1_200_000 }, async () => {
  const rows: string[] = [];
  for (const { preset, milestones } of strips) {
    const page = await stage.visit(`${stage.url}#v=2&preset=${preset}&seed=101`, {
      viewport: { width: 360, height: 740 },
    });
    await page.locator('[data-phase="ready"]').waitFor();
    for (const steps of milestones) {
      const pictures = (await stripOf(page, steps)).map(
        (picture) => `<img height="150" src="data:image/png;base64,${picture}">`,
      );
      rows.push(`<p>${preset}, ${steps.toLocaleString('en')} steps</p>${pictures.join(' ')}`);
    }
    await page.context().close();
  }
  const sheet = await stage.visit('about:blank', { viewport: { width: 1270, height: 900 } });
  const style =
    '<style>body { font: 15px sans-serif; margin: 12px } p { margin: 8px 0 4px }</style>';
  await sheet.setContent(style + rows.join(''));
  await sheet.screenshot({ path: resolve(repository, 'docs/robots.png'), fullPage: true });
  await sheet.context().close();
});
