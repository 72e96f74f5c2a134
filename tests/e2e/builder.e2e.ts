import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { complaints, setUpStage, type Stage } from './browser';

const EXPERIMENT = '#v=2&pair=score-function&seed=3';
const BUILDER = `#builder=&${EXPERIMENT.slice(1)}`;
const permissions = ['clipboard-read', 'clipboard-write'];

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setUpStage();
});
afterEach(async () => {
  await page.context().close();
});
afterAll(() => stage.close());

const preview = () => page.frameLocator('embed-builder iframe');
const snippet = (what: 'element' | 'frame') => page.locator(`embed-builder #${what}`);

describe('the embed builder', () => {
  test('is one press away from a copied link', async () => {
    page = await stage.open(EXPERIMENT, { permissions });
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('link', { name: 'Put it into a page of your own' }).click();
    await snippet('element').getByText('pair=score-function').waitFor();
    await expect.poll(() => page.url()).toBe(stage.url + BUILDER);
    await page.getByRole('link', { name: 'Back to the playground' }).click();
    await page.waitForURL(stage.url + EXPERIMENT);
    expect(complaints.get(page)).toEqual([]);
  });

  test('shows at once what is chosen, and copies markup that says the same', async () => {
    page = await stage.visit(`${stage.url}${BUILDER}&show=transport,curves,story`, {
      permissions,
    });
    await page.locator('actor-critic-playground').scrollIntoViewIfNeeded();
    const story = preview().locator('story-text');
    // What comes above it meanwhile moves it out of view again.
    await expect
      .poll(async () => {
        await story.scrollIntoViewIfNeeded();
        return story.locator('h2').count();
      })
      .toBeGreaterThan(0);
    await page.getByRole('checkbox', { name: 'explanation' }).uncheck();
    await page.getByRole('checkbox', { name: 'every setting' }).check();
    await page.getByRole('radio', { name: 'dark' }).check();
    await preview().locator('html[data-theme="dark"]').waitFor();
    await preview().locator('[data-phase="ready"]').nth(1).waitFor();
    await expect.poll(() => preview().locator('story-text').count()).toBe(0);
    await preview().getByRole('button', { name: 'New seed' }).waitFor();
    await expect
      .poll(() => preview().getByRole('button', { name: 'New seed' }).isDisabled())
      .toBe(true);

    await page.waitForURL(`${stage.url}${BUILDER}&lock=all&theme=dark`);
    const height = () =>
      page.locator('embed-builder iframe').evaluate((node) => node.getBoundingClientRect().height);
    await expect
      .poll(async () => (await snippet('frame').textContent())!.includes(`"${await height()}"`))
      .toBe(true);
    await page.getByRole('button', { name: 'Copy element' }).click();
    await page.getByText('Copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await snippet('element').textContent());
    expect(copied).toContain('lock="all"\n  theme="dark"');
    expect(complaints.get(page)).toEqual([]);
  });

  test('has not gone where links to its old page lead', async () => {
    page = await stage.visit(`${stage.url}builder.html${EXPERIMENT}&lock=all`);
    await snippet('element').getByText('lock="all"').waitFor();
    await expect.poll(() => page.url()).toBe(`${stage.url}${BUILDER}&lock=all`);
  });

  test('takes another link, keeps the choices, and names what it cannot use', async () => {
    page = await stage.visit(`${stage.url}${BUILDER}&show=story,moon`);
    await page.getByText('show=moon: not one of').waitFor();
    const link = page.getByLabel('Link of the experiment');
    await link.fill(`${stage.url}#v=2&preset=pendulum-sac&seed=7&bogus=1`);
    await link.press('Enter');
    await page.getByText('bogus').waitFor();
    await snippet('element').getByText('preset=pendulum-sac&amp;seed=7').waitFor();
    await expect.poll(() => snippet('element').textContent()).toContain('show="story"');
  });
});
