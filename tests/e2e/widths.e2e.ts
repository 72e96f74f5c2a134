import type { Frame, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  drawFrames,
  openChart,
  openDetails,
  openTool,
  pressPlay,
  useStage,
  waitForSteps,
} from './browser';

const stage = useStage();
let page: Page;

/** A window that is made narrower, and as wide again; a tablet that is turned. */
const WIDTHS = [1280, 700, 360, 1280];
/** The least share of the content's width that its widest picture takes. */
const FILLED = 0.6;

interface Extent {
  /** of the document, in CSS pixels, and of what of it can be seen */
  scrolled: number;
  seen: number;
  /** how far the pictures on display reach beyond what can be seen */
  beyond: number;
  /** of the widest of them */
  widest: number;
}

function extentOf(frame: Page | Frame): Promise<Extent> {
  return frame.evaluate(() => {
    const canvases = (root: ParentNode): HTMLCanvasElement[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element instanceof HTMLCanvasElement ? [element] : []),
        ...(element.shadowRoot ? canvases(element.shadowRoot) : []),
      ]);
    const boxes = canvases(document)
      .map((canvas) => canvas.getBoundingClientRect())
      .filter(({ width }) => width > 0);
    return {
      scrolled: document.documentElement.scrollWidth,
      seen: innerWidth,
      beyond: Math.max(0, ...boxes.map(({ right }) => right - innerWidth)),
      widest: Math.max(0, ...boxes.map(({ width }) => width)),
    };
  });
}

/** Resizes the window, or what is given, again and again; nothing may stay wider than it. */
async function expectToFit(
  frame: Page | Frame,
  resize = (width: number) => page.setViewportSize({ width, height: 900 }),
): Promise<void> {
  const first = await extentOf(frame);
  for (const width of WIDTHS) {
    await resize(width);
    await expect.poll(async () => (await extentOf(frame)).seen).toBe(width);
    await expect
      .poll(async () => (await extentOf(frame)).scrolled, { message: `at ${width} px` })
      .toBeLessThanOrEqual(width);
    await drawFrames(page, 10);
    const { scrolled, beyond, widest } = await extentOf(frame);
    expect(scrolled, `the page at ${width} px`).toBeLessThanOrEqual(width);
    expect(beyond, `pictures at ${width} px`).toBeLessThan(1);
    if (width < 1000) expect(widest, `pictures at ${width} px`).toBeGreaterThan(FILLED * width);
  }
  await expect.poll(async () => (await extentOf(frame)).widest).toBeCloseTo(first.widest, -1);
}

describe('a page that is made narrower fits, and its pictures fill it again', () => {
  test('while it trains, with everything open', async () => {
    page = await stage.open('#v=2&pair=score-function&seed=3');
    await pressPlay(page);
    await waitForSteps(page, 1200);
    await page.locator('gradient-curves canvas').waitFor();
    await page.locator('views-panel summary').first().click();
    await page.locator('diagnostics-panel summary').first().click();
    await page.locator('policy-views canvas').nth(3).waitFor();
    await page.locator('run-diagnostics').scrollIntoViewIfNeeded();
    await page.locator('run-diagnostics canvas').nth(1).waitFor();
    await openChart(page);
    await openTool(page.locator('learning-curves'), 'Data table');
    await openDetails(page);
    await expectToFit(page);
  });

  test('with three runs of unequal kinds', async () => {
    page = await stage.open('#v=2&runs=3&preset=gridworld-q-learning&b.preset=reacher-sac');
    await page.locator('learning-curves canvas').waitFor();
    await expectToFit(page);
  });

  test('with the tables of a map open', async () => {
    page = await stage.open('#v=2&pair=tables&seed=1');
    await page.locator('policy-views figure-frame').nth(3).waitFor();
    for (const figure of await page.locator('run-views .map').all()) {
      await openTool(figure, 'Data table');
    }
    await expectToFit(page);
  });

  test('in the gradient lab, with its tables open', async () => {
    page = await stage.openLab('#v=1&lab=');
    await page.locator('lab-figures canvas').nth(3).waitFor();
    for (const figure of await page.locator('lab-figures figure-frame').all()) {
      await openTool(figure, 'Data table');
    }
    await page.getByRole('button', { name: 'Start the race' }).click();
    await page.locator('lab-race canvas').waitFor();
    await expectToFit(page);
  });

  test('in a frame', async () => {
    page = await stage.visit('about:blank', { viewport: { width: 1400, height: 900 } });
    await page.route('**/course.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="embed.html#v=2&pair=score-function&seed=3&hide=footer"
          width="1280" height="900" style="border: 0"></iframe>`,
      }),
    );
    await page.goto(`${stage.url}course.html`);
    const frame = page.frames()[1]!;
    await frame.locator('learning-curves canvas').waitFor();
    await frame.getByRole('button', { name: 'Play' }).click();
    await frame.locator('gradient-curves canvas').waitFor();
    await expectToFit(frame, async (width) => {
      await page
        .locator('iframe')
        .evaluate((node, to) => node.setAttribute('width', to), `${width}`);
    });
  });

  test('and one that comes back to the page draws, and fits, as before', async () => {
    page = await stage.open('#v=2&pair=score-function&seed=3');
    const chart = page.locator('learning-curves curve-plot');
    await chart.locator('canvas').waitFor();
    await chart.evaluate(async (element) => {
      const next = element.nextSibling;
      const parent = element.parentNode!;
      element.remove();
      await new Promise((done) => setTimeout(done, 100));
      parent.insertBefore(element, next);
    });
    await chart.locator('canvas').waitFor();
    await expectToFit(page);
  });
});
