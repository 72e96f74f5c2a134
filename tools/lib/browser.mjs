// The built page, served, and a Chromium to open it with.
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { runnerImport } from 'vite';
import { buildPage } from './page.mjs';
import { Failure, root } from './process.mjs';
import { findBrowser } from './requirements.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const POLL = 100;
const PATIENCE = 60_000;

/**
 * Does something with a browser.
 * @template T
 * @param {(browser: import('playwright-core').Browser) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withBrowser(work) {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Failure('There is no Chromium.');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/**
 * Builds the page, and does something with it in a browser.
 * @template T
 * @param {(browser: import('playwright-core').Browser, url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withBuiltPage(work) {
  await buildPage();
  const { module } = await runnerImport(join(root, 'tests/e2e/server.ts'), { configFile: false });
  const server = await module.servePage();
  try {
    return await withBrowser((browser) => work(browser, server.url));
  } finally {
    await server.close();
  }
}

/** Does something with a page of a new profile, which keeps no copy to be read offline. */
export async function onNewPage(browser, work) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Asks the page until it says yes. */
export async function until(page, question, argument) {
  for (let left = PATIENCE; !(await page.evaluate(question, argument)); left -= POLL) {
    if (left <= 0) throw new Failure(`${page.url()} has not got ready to be measured.`);
    await pass(POLL);
  }
}

/** Lets the runs of an open page train for ever. */
export async function play(page) {
  await page.locator('run-card [data-phase="ready"]').nth(1).waitFor();
  await page.locator('transport-bar details.more summary').click();
  await page.locator('#stop-at').fill('');
  await page.locator('#stop-at').press('Enter');
  await page.getByRole('button', { name: 'Play' }).click();
}
