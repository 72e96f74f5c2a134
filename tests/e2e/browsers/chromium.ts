import { chromium as playwright } from 'playwright-core';
import { CHROMIUM, LAUNCH_OPTIONS } from '../chromium';
import type { Driver, Engine } from './driver';

export const chromium: Engine = {
  name: 'Chromium',
  programs: [CHROMIUM],
  launch: async (): Promise<Driver> => {
    const browser = await playwright.launch(LAUNCH_OPTIONS);
    const page = await browser.newPage();
    return {
      open: async (url) => {
        await page.goto(url);
      },
      evaluate: (script, argument) =>
        page.evaluate(script as (argument: unknown) => never, argument),
      close: () => browser.close(),
    };
  },
};
