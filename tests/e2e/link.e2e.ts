import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  complaints,
  figure,
  openDetails,
  openSettings,
  pressPlay,
  runTo,
  setUpStage,
  type Stage,
} from './browser';

const TUNED = '#v=2&pair=score-function&seed=3&b.sac.tau=0.02';
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

/** The hash of the link that the page copies. */
async function copyLink(): Promise<string> {
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Link copied.').waitFor();
  return new URL(await page.evaluate(() => navigator.clipboard.readText())).hash;
}

const verdict = (name: string) => page.locator(`link-notes [data-verdict="${name}"]`);

describe('the link of an experiment', () => {
  test('holds a setting of one run, and opens with it', async () => {
    page = await stage.open(TUNED, { permissions });
    await openDetails(page);
    await page.getByText('Differs from run A in: gradient estimator, target smoothing').waitFor();
    await expect.poll(() => copyLink()).toBe(TUNED);
    await expect.poll(() => new URL(page.url()).hash).toBe(TUNED);
    expect(complaints.get(page)).toEqual([]);
  });

  test('says what the runs came to, and another profile comes to the same', async () => {
    page = await stage.open(TUNED, { permissions });
    const digests = await runTo(page, 2000);
    const link = await copyLink();
    expect(link).toBe(`${TUNED}&at=2000&digest=${digests.join(',')}`);

    await page.context().close();
    page = await stage.open(link);
    await verdict('pending').waitFor();
    await expect.poll(() => new URL(page.url()).hash).toBe(link);
    await pressPlay(page);
    await verdict('met').waitFor({ timeout: 90_000 });
    for (const run of ['A', 'B'] as const)
      await expect.poll(() => figure(page, run, 'steps')).toBe(2000);
    expect(complaints.get(page)).toEqual([]);
  });

  test('is told apart from one whose digest is not met', async () => {
    const wrong = ['0123456789abcdef', 'fedcba9876543210'].join(',');
    page = await stage.open(`${TUNED}&at=600,400&digest=${wrong}`);
    await pressPlay(page);
    await page
      .getByText('Not reproduced: at step 600 and 400 the fingerprint of run A and B is not')
      .waitFor({ timeout: 60_000 });
    await verdict('missed').waitFor();
    await expect.poll(() => figure(page, 'A', 'steps')).toBe(600);
    await expect.poll(() => figure(page, 'B', 'steps')).toBe(400);
  });

  test('claims nothing after a change during training, and the page no more', async () => {
    page = await stage.open('#v=2&pair=score-function&seed=1', { permissions });
    await runTo(page, 60);
    await openSettings(page);
    await page.locator('settings-panel summary', { hasText: 'Learning' }).click();
    const field = page.locator('parameter-field[data-key="sac.tau"] #control');
    await field.fill('0.02');
    await field.press('Enter');
    await page.waitForURL(/sac\.tau=0\.02/);
    await expect.poll(() => copyLink()).toBe('#v=2&pair=score-function&seed=1&sac.tau=0.02');
    await page.getByText('depends on what they were before').waitFor();
  });
});
