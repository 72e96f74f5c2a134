import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  complaints,
  openDetails,
  openSettings,
  pressPlay,
  useStage,
  waitForSteps,
} from './browser';

const stage = useStage();
let page: Page;

const EXPERIMENT = '#v=2&pair=score-function&seed=3';
const refuse = (route: Route) => route.abort();
const missing = () => page.getByText('A part of the page could not be loaded.');
const again = () => page.getByRole('button', { name: 'Try again' }).click();

describe('a part of the page that cannot be loaded', () => {
  test.each([
    ['views-panel summary', 'policy-views', 'run-views'],
    ['diagnostics-panel summary', 'run-diagnostics', 'run-diagnostics .surface'],
    ['nav a[href="#lab="]', 'lab-page', 'lab-table'],
    ['run-card:first-child summary:has-text("Files")', 'run-files', 'run-files .buttons'],
  ])('behind %s is told of, and comes when it is tried again', async (press, file, shown) => {
    page = await stage.open(EXPERIMENT);
    await page.locator('views-panel summary').waitFor();
    await openDetails(page);
    await page.route(`**/${file}-*.js`, refuse);
    await page.locator(press).first().click();
    await missing().waitFor();
    await again();
    await page.getByText('still could not be loaded').waitFor();
    await page.getByRole('button', { name: 'Reload' }).waitFor();
    await page.unroute(`**/${file}-*.js`);
    await again();
    await page.locator(shown).first().waitFor();
    await expect.poll(() => page.locator('.notices p').count()).toBe(0);
  });

  test('of an answer leaves everything else to be used meanwhile', async () => {
    page = await stage.open(EXPERIMENT);
    await page.route('**/change-*.js', refuse);
    await openSettings(page);
    await page.locator('settings-panel summary', { hasText: 'Learning' }).click();
    const field = page.locator('parameter-field[data-key="sac.tau"]');
    await field.locator('#control').fill('1.5');
    await field.locator('#control').press('Enter');
    await missing().waitFor();
    await page.getByRole('button', { name: 'New seed' }).click();
    await page.waitForURL(/seed=4/);
    await pressPlay(page);
    await waitForSteps(page, 20);
    await page.unrouteAll();
    await again();
    await field.getByText('1.5 is outside').waitFor();
  });

  test('while the page starts, at the next sign of a network', async () => {
    page = await stage.visit('about:blank');
    await page.route('**/open-link-*.js', refuse);
    await page.goto(`${stage.url}#v=2&preset=cart-pole-dqn`);
    await missing().waitFor();
    await page.unrouteAll();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.locator('[data-phase="ready"]').first().waitFor();
  });

  test.each(['index.html', '#builder=&', 'embed.html'])(
    'be it the first of %s, leaves no blank page',
    async (name) => {
      page = await stage.visit('about:blank');
      await page.route('**/assets/page-*.js', refuse);
      await page.goto(stage.url + name);
      const text = page.locator('.fallback');
      await expect.poll(() => text.isVisible()).toBe(false);
      await text.waitFor();
      await expect.poll(() => text.innerText()).toMatch(/not been loaded/);
    },
  );

  test('and a page that is there has no word of it', async () => {
    page = await stage.open(EXPERIMENT);
    await expect.poll(() => page.locator('.fallback').count()).toBe(0);
    expect(complaints.get(page)).toEqual([]);
  });
});

describe('the address of the page', () => {
  test('is that of the experiment after a lab that was left before it was there', async () => {
    page = await stage.open(EXPERIMENT);
    const held: Route[] = [];
    await page.route('**/lab-page-*.js', (route) => void held.push(route));
    await page.getByRole('link', { name: 'Gradient lab' }).click();
    await expect.poll(() => held.length).toBe(1);
    await page.getByRole('link', { name: 'Playground' }).click();
    const loaded = page.waitForResponse(/lab-worker/);
    await held[0]!.continue();
    await loaded;
    await page.waitForTimeout(1000);
    await expect.poll(() => new URL(page.url()).hash).toBe(EXPERIMENT);
    await page.getByRole('link', { name: 'Gradient lab' }).click();
    await page.waitForURL(/lab=quadratic/);
    await page.getByRole('link', { name: 'Playground' }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe(EXPERIMENT);
  });

  test('opens another experiment while this one trains', async () => {
    page = await stage.open(EXPERIMENT);
    await pressPlay(page);
    await waitForSteps(page, 100);
    await page.evaluate(() => (location.hash = '#v=2&runs=2&preset=cart-pole-dqn&seed=5'));
    await page.getByText('Cart', { exact: false }).first().waitFor();
    await page.locator('run-card [data-phase="ready"]').nth(1).waitFor();
    await expect
      .poll(() => new URL(page.url()).hash)
      .toBe('#v=2&runs=2&preset=cart-pole-dqn&seed=5');
    await expect.poll(() => page.locator('[data-activity="training"]').count()).toBe(0);
    await pressPlay(page);
    await waitForSteps(page, 100);
    expect(complaints.get(page)).toEqual([]);
  });
});

test('a lab whose worker dies measures again, and says so', async () => {
  page = await stage.openLab('#v=1&lab=cosine:frequency=3');
  const kill = () =>
    page
      .workers()
      .at(-1)!
      .evaluate(() => {
        setTimeout(() => {
          throw new Error('killed by the test');
        });
      });
  await kill();
  await page.getByText(/all is measured anew: .*killed by the test/).waitFor();
  await page.locator('lab-table tbody tr').nth(1).waitFor();
  await page.getByRole('button', { name: 'Start the race' }).click();
  await page.locator('lab-race canvas').waitFor();
});
