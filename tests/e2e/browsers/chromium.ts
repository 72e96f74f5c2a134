import { CHROMIUM, launchChromium } from '../browser';
import type { Driver, Engine } from './driver';

export const chromium: Engine = {
  name: 'Chromium',
  programs: [CHROMIUM],
  launch: async (): Promise<Driver> => {
    const browser = await launchChromium();
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
