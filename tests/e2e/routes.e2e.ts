import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import { complaints, figure, pressPlay, setUpStage, type Stage, waitForSteps } from './browser';

const EXPERIMENT = '#v=2&pair=score-function&seed=3';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setUpStage();
});
afterEach(async () => {
  await page.context().close();
});
afterAll(() => stage.close());

const link = (name: string) => page.locator('nav').getByRole('link', { name });
const shown = () => page.locator('main:visible').getAttribute('data-page');
const hash = () => new URL(page.url()).hash;

describe('the pages of one frame', () => {
  test('are left and come back to by Back and Forward, each with its address', async () => {
    page = await stage.open(EXPERIMENT);
    await pressPlay(page);
    await waitForSteps(page, 20);
    await link('Gradient lab').click();
    await page.locator('lab-table tbody tr').nth(1).waitFor();
    await expect.poll(hash).toMatch(/lab=\w/);
    const lab = hash();
    await expect.poll(() => page.title()).toMatch(/^Gradient lab/);

    await page.goBack();
    await expect.poll(() => shown()).toBe('playground');
    await expect.poll(hash).toBe(EXPERIMENT);
    await expect.poll(() => page.title()).toBe('Actor-Critic Playground');
    await expect.poll(() => figure(page, 'A', 'steps')).toBeGreaterThanOrEqual(20);

    await page.goForward();
    await expect.poll(() => shown()).toBe('lab');
    await expect.poll(hash).toBe(lab);
    await link('Embed').click();
    await page.locator('embed-builder #element').getByText('seed=3').waitFor();
    await expect.poll(hash).toBe(`#builder=&${EXPERIMENT.slice(1)}`);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => shown()).toBe('playground');
    await expect.poll(hash).toBe(EXPERIMENT);
    expect(complaints.get(page)).toEqual([]);
  });

  test.each([390, 360, 320])(
    'are in a menu where %i pixels have no room for them',
    async (width) => {
      page = await stage.open(EXPERIMENT, { viewport: { width, height: 740 } });
      const bar = page.locator('app-root header').first();
      const hidden = () => bar.evaluate((element) => element.scrollWidth - element.clientWidth);
      await expect.poll(hidden).toBe(0);
      const menu = bar.getByRole('button', { name: 'Pages' });
      await expect.poll(() => link('Gradient lab').isVisible()).toBe(false);
      await menu.press('Enter');
      await link('Gradient lab').waitFor();
      await page.keyboard.press('Tab');
      await expect.poll(() => link('Start').evaluate((each) => each.matches(':focus'))).toBe(true);
      await expect.poll(() => violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => link('Start').isVisible()).toBe(false);
      await expect.poll(() => menu.evaluate((each) => each.matches(':focus'))).toBe(true);
      await menu.press('Enter');
      await link('Gradient lab').press('Enter');
      await page.locator('lab-table tbody tr').nth(1).waitFor();
      await expect.poll(() => link('Gradient lab').isVisible()).toBe(false);
      await expect.poll(hidden).toBe(0);
      expect(complaints.get(page)).toEqual([]);
    },
  );

  test('open in a tab of their own by the middle button', async () => {
    page = await stage.open(EXPERIMENT);
    const opened = page.context().waitForEvent('page');
    await link('Embed').click({ button: 'middle' });
    const tab = await opened;
    await tab.locator('embed-builder #element').getByText('seed=3').waitFor();
    await expect.poll(() => shown()).toBe('playground');
    await expect.poll(hash).toBe(EXPERIMENT);
  });

  test('begin with the one that the link is about, and load the others when asked', async () => {
    page = await stage.openLab('#lab=');
    await expect.poll(() => page.locator('run-card').count()).toBe(0);
    await link('Playground').click();
    await page.locator('run-card [data-phase="ready"]').first().waitFor();
    await page.goBack();
    await expect.poll(() => shown()).toBe('lab');
    await page.goForward();
    await expect.poll(() => shown()).toBe('playground');
    await expect.poll(() => page.locator('run-card [data-phase="ready"]').count()).toBe(2);
    expect(complaints.get(page)).toEqual([]);
  });

  test('begin anew with another experiment in the address', async () => {
    page = await stage.open(EXPERIMENT);
    await page.evaluate(() => (location.hash = '#v=2&preset=cart-pole-dqn'));
    await expect.poll(() => page.locator('run-card').count()).toBe(1);
    await page.goBack();
    await expect.poll(() => page.locator('run-card').count()).toBe(2);
    await expect.poll(hash).toBe(EXPERIMENT);
  });

  test('are about what was asked for, however late their parts come', async () => {
    page = await stage.visit('about:blank');
    const held: (() => void)[] = [];
    await page.route('**/address-*.js', (route) => void held.push(() => void route.continue()));
    await page.goto(`${stage.url}#v=2&preset=cart-pole-dqn&seed=5`);
    await page.locator('run-card [data-phase="ready"]').first().waitFor();
    await link('Embed').click();
    for (const go of held) go();
    await page.unrouteAll();
    await page.locator('embed-builder #element').getByText('preset=cart-pole-dqn').waitFor();
    await expect
      .poll(() => page.locator('embed-builder #element').textContent())
      .toContain('seed=5');
  });

  test('take another hash while they are on their way', async () => {
    page = await stage.visit('about:blank');
    const held: (() => void)[] = [];
    await page.route('**/lab-page-*.js', (route) => void held.push(() => void route.continue()));
    await page.goto(`${stage.url}#v=1&lab=cosine`);
    await expect.poll(() => held.length).toBe(1);
    await page.evaluate(() => (location.hash = '#v=1&lab=step'));
    for (const go of held) go();
    await page.locator('lab-table tbody tr').nth(1).waitFor();
    await expect.poll(hash).toMatch(/lab=step/);
  });

  test('leave no workers of a builder that was left before it was there', async () => {
    page = await stage.open(EXPERIMENT);
    const held: (() => void)[] = [];
    await page.route(
      '**/embed-builder-*.js',
      (route) => void held.push(() => void route.continue()),
    );
    await link('Embed').click();
    await expect.poll(() => held.length).toBe(1);
    await link('Playground').click();
    const before = page.workers().length;
    for (const go of held) go();
    await page.locator('run-card [data-phase="ready"]').nth(1).waitFor();
    await page.waitForTimeout(1000);
    expect(page.workers().length).toBe(before);
  });

  test('in a frame come and go without its address', async () => {
    const address = `${stage.url}embed.html${EXPERIMENT}&show=transport,curves&lock=all`;
    page = await stage.visit(address);
    await page.locator('run-card [data-phase="ready"]').nth(1).waitFor();
    await page.evaluate(() => {
      const view = document.querySelector('app-root')!.shadowRoot!.querySelector('playground-view');
      view!.dispatchEvent(new CustomEvent('visit', { detail: 'lab', bubbles: true }));
    });
    await page.locator('lab-table tbody tr').nth(1).waitFor();
    await expect.poll(() => page.url()).toBe(address);
    await page.getByRole('button', { name: 'Playground' }).click();
    await expect.poll(() => shown()).toBe('playground');
    await page.goBack();
    await expect.poll(() => shown()).toBe('lab');
    await page.goBack();
    await expect.poll(() => shown()).toBe('playground');
    await expect.poll(() => page.locator('run-card [data-phase="ready"]').count()).toBe(2);
    await expect.poll(() => page.url()).toBe(address);
  });
});
