import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { HEADLESS_SHELL, LAUNCH_OPTIONS } from './chromium';
import { servePage, type Server } from './server';

declare module 'vitest' {
  export interface ProvidedContext {
    /** the address of the built page */
    page: string;
    /** where the one Chromium of the run listens */
    chromium: string;
  }
}

let server: Server;
let browser: BrowserServer;

/** Serves the page and starts a browser, once for all files. */
export async function setup(project: TestProject): Promise<void> {
  server = await servePage();
  browser = await chromium.launchServer({ ...LAUNCH_OPTIONS, executablePath: HEADLESS_SHELL });
  project.provide('page', server.url);
  project.provide('chromium', browser.wsEndpoint());
}

export async function teardown(): Promise<void> {
  await browser.close();
  await server.close();
}
