import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { servePage } from './server';

export { repository } from './server';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium, headless and on its own. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** The built page on a free port, and a Chromium to open it with. */
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

export async function setUpStage(): Promise<Stage> {
  const server = await servePage();
  const { url } = server;
  const browser = await launchChromium();
  return {
    url,
    visit: async (address, options = {}) => {
      const page = await newPage(browser, options);
      await page.goto(address);
      return page;
    },
    open: async (hash = '', options = {}) => {
      const page = await newPage(browser, options);
      await page.goto(url + hash);
      await page.locator('run-card [data-phase="ready"]').nth(1).waitFor();
      return page;
    },
    openLab: async (hash, options = {}) => {
      const page = await newPage(browser, options);
      await page.goto(url + hash);
      await page.locator('lab-table tbody tr').nth(1).waitFor();
      return page;
    },
    openWith: async (script) => {
      const page = await newPage(browser, {});
      await page.addInitScript(script);
      await page.goto(url);
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
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

/** Chooses for all runs, or for one, in the settings panel. */
export async function chooseTask(
  page: Page,
  what: 'preset' | 'environment' | 'algorithm',
  id: string,
  run?: 'A' | 'B',
): Promise<void> {
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

export async function pressPlay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Play' }).click();
}

/** Trains both runs to exactly this environment step; returns their digests. */
export async function runTo(page: Page, step: number): Promise<string[]> {
  await page.locator('#stop-at').fill(String(step));
  await page.locator('#stop-at').press('Enter');
  await pressPlay(page);
  await page.locator('[data-activity="finished"]').nth(1).waitFor({ timeout: 90_000 });
  const at = `at step ${step.toLocaleString('en')}`;
  const digests = page.locator('[data-figure="digest"]', { hasText: at });
  await digests.nth(1).waitFor();
  return (await digests.allTextContents()).map((text) => text.trim().slice(0, 16));
}
