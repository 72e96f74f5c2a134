import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { complaints, drawFrames, fileOf, openTool, runTo, useStage } from './browser';

const stage = useStage();
let page: Page;

const curves = () => page.locator('learning-curves figure-frame');
const gradients = () => page.locator('gradient-curves figure-frame');
const metric = () => page.locator('run-diagnostics figure-frame').first();
const map = () => page.locator('run-views figure-frame.map').first();
const cloud = () => page.locator('[data-figure="cloud"]');

/** The playground with all of its figures, after some training. */
async function openFigures(options = {}): Promise<void> {
  page = await stage.open('#v=2&pair=score-function&seed=3', options);
  await page.locator('views-panel summary').first().click();
  await page.locator('diagnostics-panel summary').first().click();
  await runTo(page, 1500);
  await metric().scrollIntoViewIfNeeded();
  await map().scrollIntoViewIfNeeded();
  for (const figure of [curves(), gradients(), metric(), map()]) await figure.waitFor();
}

/** The label of what has the focus, in whatever shadow. */
function focused(): Promise<string | null> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? null;
  });
}

/** Enlarges a figure: its picture fills the window, until Escape. */
async function expectToEnlarge(figure: Locator): Promise<void> {
  const canvas = figure.locator('canvas').first();
  const size = () =>
    canvas.evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]);
  const pixels = () => canvas.evaluate((element) => (element as HTMLCanvasElement).width);
  const button = figure.getByRole('button', { name: /^Enlarge:/ });
  const name = await button.getAttribute('aria-label');
  await button.scrollIntoViewIfNeeded();
  const [before, scrolled] = [await size(), await page.evaluate(() => scrollY)];
  await button.click();
  const dialog = figure.getByRole('dialog');
  await dialog.waitFor();
  const { width, height } = page.viewportSize()!;
  await expect.poll(() => dialog.boundingBox()).toEqual({ x: 0, y: 0, width, height });
  await expect.poll(async () => (await size())[0]).toBeGreaterThan(0.8 * width);
  expect((await size())[1]).toBeGreaterThan(0.45 * height);
  await expect.poll(async () => (await pixels()) === (await size())[0]).toBe(true);
  await expect.poll(() => focused()).toMatch(/^Close: /);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(size).toEqual(before);
  await expect.poll(() => focused()).toBe(name);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled);
}

describe('every figure', () => {
  test('of the playground has tools, a table, files, and fills the window', async () => {
    await openFigures({ viewport: { width: 1280, height: 720 } });
    for (const figure of [curves(), gradients(), metric(), map()]) {
      await expectToEnlarge(figure);
      await openTool(figure, 'Data table');
      await expect.poll(() => figure.locator('tbody tr').count()).toBeGreaterThan(1);
      expect((await fileOf(figure, 'SVG')).toString()).toMatch(/^<svg .*seed.*3.*seed=3/s);
      // One thing is open at a time.
      await expect.poll(() => figure.locator('tbody').count()).toBe(0);
      expect((await fileOf(figure, 'PNG')).subarray(1, 4).toString()).toBe('PNG');
      const json = JSON.parse((await fileOf(figure, 'JSON')).toString()) as { caption: string };
      expect(json.caption).not.toBe('');
    }
    for (const [figure, hasFormula] of [
      [curves(), false],
      [gradients(), true],
      [metric(), true],
      [map(), false],
    ] as const) {
      const formula = figure.getByRole('button', { name: /^Formula:/ });
      await expect.poll(() => formula.count()).toBe(hasFormula ? 1 : 0);
      if (!hasFormula) continue;
      await openTool(figure, 'Formula');
      await expect.poll(() => figure.locator('math').first().isVisible()).toBe(true);
    }
    expect(complaints.get(page)).toEqual([]);
  });

  test('of the laboratory too, and its table of all numbers', async () => {
    page = await stage.openLab('#v=1&lab=step', { viewport: { width: 1280, height: 720 } });
    await expectToEnlarge(cloud());
    await openTool(cloud(), 'Formula');
    await expect.poll(() => cloud().locator('math').first().isVisible()).toBe(true);
    const numbers = page.locator('lab-table figure-frame');
    const table = await numbers.getByRole('button', { name: /^Data table/ }).count();
    expect(table).toBe(0); // it is one
    await openTool(numbers, 'Download');
    await expect
      .poll(() => numbers.locator('figure-panel button').allInnerTexts())
      .toEqual(['CSV', 'JSON']);
    expect((await fileOf(numbers, 'CSV')).toString()).toMatch(/^estimator,.*variance/);
    await numbers.getByRole('button', { name: /^Enlarge:/ }).click();
    await numbers.getByRole('dialog').waitFor();
    await numbers.getByRole('columnheader', { name: 'MSE, show formula' }).waitFor();
    expect(complaints.get(page)).toEqual([]);
  });

  test('goes on while it is enlarged, and gives way where it leads to another page', async () => {
    page = await stage.open('#v=2&pair=score-function&seed=3');
    await runTo(page, 1500);
    await gradients()
      .getByRole('button', { name: /^Enlarge:/ })
      .click();
    await gradients().getByRole('dialog').waitFor();
    await gradients().getByRole('radio', { name: 'signal to noise' }).check();
    await gradients().getByRole('button', { name: 'Freeze run B' }).click();
    await cloud().waitFor();
    await page.getByRole('link', { name: 'Playground' }).click();
    await page.locator('transport-bar').waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(complaints.get(page)).toEqual([]);
  });
});

describe('a printed page', () => {
  test('is up to date where nobody looks, though no animation frame comes', async () => {
    page = await stage.open('#v=2&pair=score-function&seed=3');
    await page.locator('diagnostics-panel summary').first().click();
    await page.locator('run-diagnostics').waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await drawFrames(page, 10);
    await page.evaluate(() => (globalThis.requestAnimationFrame = () => 0));
    await runTo(page, 1500);
    const drawn = () => metric().count();
    const reading = page.locator('learning-curves .read-out');
    await expect.poll(() => drawn()).toBe(0);
    await expect.poll(() => reading.textContent()).not.toContain('1,400 environment steps');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(drawn).toBe(1);
    await expect
      .poll(() => metric().locator('canvas').getAttribute('aria-label'))
      .toContain('step 1,500');
    await expect.poll(() => reading.textContent()).toMatch(/At 1,[45]00 environment steps/);
  });

  test('is black on white, without what can be pressed, and no figure is cut in two', async () => {
    await openFigures({ colorScheme: 'dark' });
    /** A sum over what is drawn. */
    const picture = () =>
      metric()
        .locator('canvas')
        .evaluate((canvas) => {
          const { width, height } = canvas as HTMLCanvasElement;
          const context = (canvas as HTMLCanvasElement).getContext('2d')!;
          const { data } = context.getImageData(0, 0, width, height);
          return data.reduce((sum, value) => (sum * 31 + value) % 1_000_000_007, 0);
        });
    const onScreen = await picture();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const colour = () => page.evaluate(() => getComputedStyle(document.body).color);
    await expect.poll(colour).toBe('rgb(0, 0, 0)');
    await expect.poll(picture).not.toBe(onScreen);
    const { pressable, cut } = await page.evaluate(() => {
      const found = { pressable: [] as string[], cut: [] as string[] };
      const visit = (root: ParentNode) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) visit(element.shadowRoot);
          if (element.getBoundingClientRect().width === 0) continue;
          if (element.matches('button, input, select')) found.pressable.push(element.outerHTML);
          if (!element.matches('section.surface:has(canvas, slot)')) continue;
          if (getComputedStyle(element).breakInside !== 'avoid') found.cut.push(element.outerHTML);
        }
      };
      visit(document);
      return found;
    });
    expect(pressable).toEqual([]);
    expect(cut).toEqual([]);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
    await expect.poll(picture).toBe(onScreen);
  });
});
