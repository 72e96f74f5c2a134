import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { complaints, setUpStage, type Stage } from './browser';

const MOST_STOPS = 120;
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

/** Presses Tab until an element has the focus that a selector matches and that has this text. */
async function tabTo(selector: string, text = ''): Promise<void> {
  const isThere = () =>
    page.evaluate(
      ([wanted, words]) => {
        let focused = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        return Boolean(focused?.matches(wanted!) && focused.textContent.includes(words!));
      },
      [selector, text],
    );
  for (let i = 0; i < MOST_STOPS; i++) {
    await page.keyboard.press('Tab');
    if (await isThere()) return;
  }
  throw new Error(`${MOST_STOPS} stops and no ${selector} ${text}`);
}

test('keys alone lead from the start page to the link of a changed experiment', async () => {
  page = await stage.open('', { permissions });
  await tabTo('button', 'Settings');
  await page.keyboard.press('Enter');
  await page.locator('settings-panel section').waitFor();
  await tabTo('#preset');
  await page.keyboard.press('ArrowDown');
  await page.waitForURL(/preset=/);
  const preset = new URL(page.url()).hash;

  await tabTo('button', 'Play');
  await page.keyboard.press('Enter');
  await page.locator('[data-activity="training"]').nth(1).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('[data-activity="paused"]').nth(1).waitFor();

  await tabTo('summary', 'Learning');
  await page.keyboard.press('Enter');
  await tabTo('input[type="number"], input[type="text"]');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('0.005');
  await page.keyboard.press('Enter');
  await page.waitForURL(/=0\.005/);

  await tabTo('button', 'Copy link');
  await page.keyboard.press('Enter');
  await page.getByText('Link copied.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());
  expect(new URL(link).hash).toMatch(new RegExp(`^${preset}.*=0\\.005$`));
  expect(complaints.get(page)).toEqual([]);
});
