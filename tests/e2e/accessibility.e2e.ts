import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import {
  chooseTask,
  drawFrames,
  openMore,
  openSettings,
  openTool,
  runTo,
  setUpStage,
  type Stage,
} from './browser';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setUpStage();
});
afterEach(() => page.context().close());
afterAll(() => stage.close());

/** A map to edit, and an algorithm that does not fit. */
async function openOtherTasks(): Promise<void> {
  await chooseTask(page, 'environment', 'gridworld', 'A');
  await page.getByText('takes its place').waitFor();
  await chooseTask(page, 'algorithm', 'sac', 'A');
  await page.getByText('cannot learn on Gridworld').waitFor();
  await openEverything();
}

async function openEverything(): Promise<void> {
  const hasPanels = (await page.locator('views-panel').count()) > 0;
  if (hasPanels) {
    await page.locator('views-panel summary').waitFor();
    await openSettings(page);
  }
  await openDetails();
  if (!hasPanels) return;
  for (const run of [0, 1]) {
    const views = page.locator('run-views').nth(run);
    await views.scrollIntoViewIfNeeded();
    await views.locator('figure-frame').nth(1).waitFor();
  }
  await page.locator('run-diagnostics').scrollIntoViewIfNeeded();
  await openDetails();
  await openTool(page.locator('learning-curves figure-frame'), 'Download');
  for (const figure of await page.locator('run-views figure-frame').all()) {
    await openTool(figure, 'Data table');
  }
}

async function openDetails(): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
}

/** The page for instructors, with all of its choices on display. */
async function openBuilder(options: BrowserContextOptions): Promise<void> {
  page = await stage.visit(`${stage.url}#builder=&hide=story,moon`, options);
  await page.getByText('hide=moon').waitFor();
  await openEverything();
}

async function openFrame(options: BrowserContextOptions): Promise<void> {
  page = await stage.visit(`${stage.url}embed.html#hide=settings,transport`, options);
  await page.locator('[data-phase="ready"]').nth(1).waitFor();
}

describe('axe-core finds nothing', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    /** What the dark theme changes is colours. */
    const rules = colorScheme === 'dark' ? ['color-contrast'] : undefined;
    const found = () => violations(page, 'html', rules);

    test(`in the ${colorScheme} theme, with everything open and an error shown`, async () => {
      page = await stage.open('#seed=x', { colorScheme });
      await runTo(page, 520);
      await openEverything();
      const control = page.locator('parameter-field[data-key="sac.tau"] #control');
      await control.fill('2');
      await control.press('Enter');
      await page.getByText('2 is outside').waitFor();
      await expect.poll(found).toEqual([]);
    });

    test(`in the ${colorScheme} theme, with other environments and an explanation`, async () => {
      page = await stage.open('', { colorScheme });
      await openOtherTasks();
      await expect.poll(found).toEqual([]);
    });

    test(`in the ${colorScheme} theme, with bands of several seeds`, async () => {
      const viewport = { width: 320, height: 800 };
      page = await stage.visit(`${stage.url}#v=2&pair=tables&seeds=3`, { colorScheme, viewport });
      const bands = page.locator('band-curves');
      await bands.getByText('0 of 6 whole').waitFor();
      await openMore(page);
      await page.locator('#stop-at').fill('1000');
      await page.locator('#stop-at').press('Enter');
      await page.getByRole('button', { name: 'Play' }).click();
      await bands.getByText('6 of 6 whole').waitFor();
      await openDetails();
      await openTool(bands, 'Data table');
      await expect.poll(found).toEqual([]);
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(width).toBe(viewport.width);
    });

    test(`in the ${colorScheme} theme, in the embed builder and in a frame`, async () => {
      await openBuilder({ colorScheme });
      await expect.poll(found).toEqual([]);
      await page.context().close();
      await openFrame({ colorScheme });
      await expect.poll(found).toEqual([]);
    });
  }
});

test('axe-core finds nothing in a figure that fills the window', async () => {
  page = await stage.open();
  await runTo(page, 520);
  const curves = page.locator('learning-curves figure-frame');
  await curves.getByRole('button', { name: /^Enlarge:/ }).click();
  await curves.getByRole('dialog').waitFor();
  await openTool(curves, 'Data table');
  await expect.poll(() => violations(page)).toEqual([]);
});

test('the theme follows the system, and the switch goes before it', async () => {
  page = await stage.open('', { colorScheme: 'dark' });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).color);
  const dark = await ground();
  await page.getByRole('switch', { name: 'Dark theme' }).click();
  const light = await ground();
  expect(light).not.toBe(dark);
  await page.reload();
  await page.locator('run-card').first().waitFor();
  await expect.poll(() => ground()).toBe(light);
});

test('nothing moves by itself when reduced motion is preferred', async () => {
  page = await stage.open('', { reducedMotion: 'reduce' });
  const picture = () =>
    page
      .locator('run-stage canvas')
      .first()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  await drawFrames(page, 20);
  const before = await picture();
  await drawFrames(page, 60);
  await expect.poll(() => picture()).toBe(before);
  await openMore(page);
  await page.getByLabel('Animate').check();
  await expect.poll(picture).not.toBe(before);
});

describe('at 320 px', () => {
  const options = { viewport: { width: 320, height: 640 } };
  const openPage = async (prepare: () => Promise<void>) => {
    page = await stage.open('', options);
    await prepare();
  };
  test.each([
    ['as it opens', () => openPage(openEverything)],
    ['with other environments and an explanation', () => openPage(openOtherTasks)],
    ['in the embed builder', () => openBuilder(options)],
    ['in a frame', () => openFrame(options)],
  ])('nothing is cut off and everything can be touched, %s', async (_name, open) => {
    await open();
    const { overflow, small } = await page.evaluate(() => {
      const found: string[] = [];
      const visit = (root: ParentNode) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) visit(element.shadowRoot);
          if (!element.matches('button, select, summary, input')) continue;
          const target = element.closest('label') ?? element;
          const { width, height } = target.getBoundingClientRect();
          if (width > 0 && (width < 44 || height < 44)) {
            found.push(`${element.outerHTML.slice(0, 80)} ${width} x ${height}`);
          }
        }
      };
      visit(document);
      return {
        overflow: document.documentElement.scrollWidth - innerWidth,
        small: found,
      };
    });
    expect(overflow).toBeLessThanOrEqual(0);
    expect(small).toEqual([]);
  });
});
