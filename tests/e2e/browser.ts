import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Download,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

export { repository } from './server';

/** The built page on a free port, and the Chromium of the whole run to open it with. */
export interface Stage {
  /** the folder of the page */
  url: string;
  /** A new profile with the page open and its runs ready. Close its context. */
  open(hash?: string, options?: BrowserContextOptions): Promise<Page>;
  /** A new profile with the gradient lab open and measuring. */
  openLab(hash: string, options?: BrowserContextOptions): Promise<Page>;
  /** A new profile with any page open. */
  visit(url: string, options?: BrowserContextOptions): Promise<Page>;
  /** The playground, after `script` has run in the page and without waiting for anything. */
  openWith(script: () => void): Promise<Page>;
  close(): Promise<void>;
}

/** The stage of a file of tests: what one of them opens is closed after it. */
export function useStage(): Stage {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.connect(inject('chromium'));
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(() => browser.close());
  return stageOf(() => browser);
}

export async function setUpStage(): Promise<Stage> {
  const browser = await chromium.connect(inject('chromium'));
  return stageOf(() => browser);
}

function stageOf(browser: () => Browser): Stage {
  const url = inject('page');
  return {
    url,
    visit: async (address, options = {}) => {
      const page = await newPage(browser(), options);
      await page.goto(address);
      return page;
    },
    open: async (hash = '', options = {}) => {
      const page = await newPage(browser(), options);
      await page.goto(url + hash);
      await page.locator('run-card [data-phase="ready"]').first().waitFor();
      await page.locator('run-card [data-phase="starting"]').waitFor({ state: 'detached' });
      await page.locator('learning-curves section').waitFor();
      return page;
    },
    openLab: async (hash, options = {}) => {
      const page = await newPage(browser(), options);
      await page.goto(url + hash);
      await page.locator('lab-table tbody tr').nth(1).waitFor();
      return page;
    },
    openWith: async (script) => {
      const page = await newPage(browser(), {});
      await page.addInitScript(script);
      await page.goto(url);
      return page;
    },
    close: () => browser().close(),
  };
}

/** What the browser complained about on a page: errors, warnings, violations of the policy. */
export const complaints = new WeakMap<Page, string[]>();

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const messages: string[] = [];
  complaints.set(page, messages);
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') messages.push(message.text());
  });
  return page;
}

/** Opens the drawer, unless it is. */
export async function openSettings(page: Page | FrameLocator): Promise<void> {
  if (await page.locator('.drawer').isVisible()) return;
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.locator('settings-panel section').waitFor();
}

/** Shows the details of all cards. */
export async function openDetails(page: Page): Promise<void> {
  const details = page.locator('run-card details.rest').first();
  if ((await details.getAttribute('open')) === null)
    await details.locator('summary').first().click();
}

/** Shows what else there is to the learning curves. */
export async function openChart(page: Page): Promise<void> {
  const details = page.locator('learning-curves details.about');
  if ((await details.getAttribute('open')) === null)
    await details.locator('summary').first().click();
}

/** Opens the secondary controls, unless they are. */
export async function openMore(page: Page | FrameLocator): Promise<void> {
  const more = page.locator('transport-bar details.more');
  if ((await more.getAttribute('open')) === null) await more.locator('summary').click();
}

/** Where runs pause by themselves; nowhere, if the text is empty. */
export async function setStopAt(page: Page | FrameLocator, text: string): Promise<void> {
  await openMore(page);
  await page.locator('#stop-at').fill(text);
  await page.locator('#stop-at').press('Enter');
  await page.locator('transport-bar details.more summary').click();
}

/** Chooses for all runs, or for one, in the settings panel. */
export async function chooseTask(
  page: Page,
  what: 'preset' | 'environment' | 'algorithm',
  id: string,
  run?: 'A' | 'B',
): Promise<void> {
  await openSettings(page);
  const scope = run ? `run ${run}` : 'all runs';
  await page.locator('settings-panel').getByRole('radio', { name: scope }).check();
  await page.locator(`task-chooser #${what}`).selectOption(id);
}

/** One figure of a run's card as a number. */
export async function figure(page: Page, run: 'A' | 'B', name: string): Promise<number> {
  const text = await figureText(page, run, name);
  return Number(text.replaceAll(',', '').replace('−', '-'));
}

export async function figureText(page: Page, run: 'A' | 'B', name: string): Promise<string> {
  const card = page.locator('run-card').nth(run === 'A' ? 0 : 1);
  const text = await card.locator(`[data-figure="${name}"]`).textContent();
  return text?.trim() ?? '';
}

/** Waits until both runs have taken at least so many environment steps. */
export async function waitForSteps(page: Page, steps: number): Promise<void> {
  for (const run of ['A', 'B'] as const) {
    while ((await figure(page, run, 'steps')) < steps) await page.waitForTimeout(50);
  }
}

/** Opens what a tool of a figure opens, unless it is; by keyboard, as a drawer may cover it. */
export async function openTool(
  figure: Locator,
  tool: 'Data table' | 'Formula' | 'Download',
): Promise<void> {
  const button = figure.getByRole('button', { name: new RegExp(`^${tool}( of|:)`) });
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.press('Enter');
  await figure.locator('figure-panel').waitFor();
}

/** Takes a file of a figure away. */
export async function fileOf(
  figure: Locator,
  kind: 'CSV' | 'JSON' | 'PNG' | 'SVG',
): Promise<Buffer> {
  await openTool(figure, 'Download');
  const [file] = await Promise.all([
    figure.page().waitForEvent('download'),
    figure.getByRole('button', { name: new RegExp(`^Download .* as ${kind}$`) }).click(),
  ]);
  return contentOf(file);
}

/** What a download brought; the browser keeps the file to itself. */
export async function contentOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** Where an element rests: two looks in a row agree. */
export async function restingBox(element: Locator): Promise<Box> {
  let box: Box | null = null;
  const rests = async () => {
    const before = box;
    box = await element.boundingBox();
    return box !== null && JSON.stringify(box) === JSON.stringify(before);
  };
  await expect.poll(rests).toBe(true);
  return box!;
}

/** Waits until the page has drawn so many frames. */
export function drawFrames(page: Page, count: number): Promise<void> {
  return page.evaluate(async (frames) => {
    for (let i = 0; i < frames; i++) await new Promise((done) => requestAnimationFrame(done));
  }, count);
}

/** The digests of both runs, which are there only while a run rests, and the step of each. */
export async function restingDigests(page: Page): Promise<string[]> {
  const digests = page.locator('[data-figure="digest"]', { hasText: 'at step' });
  await digests.nth(1).waitFor({ state: 'attached' });
  return digests.allTextContents();
}

export async function pressPlay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Play' }).click();
}

/** Trains both runs to exactly this environment step; returns their digests. */
export async function runTo(page: Page, step: number): Promise<string[]> {
  await setStopAt(page, String(step));
  await pressPlay(page);
  await page.locator('[data-activity="finished"]').nth(1).waitFor({ timeout: 90_000 });
  const at = `at step ${step.toLocaleString('en')}`;
  const digests = page.locator('[data-figure="digest"]', { hasText: at });
  await digests.nth(1).waitFor({ state: 'attached' });
  return (await digests.allTextContents()).map((text) => text.trim().slice(0, 16));
}
