import puppeteer from 'puppeteer-core';
import type { Driver, Engine } from './driver';

const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

/** Through WebDriver BiDi. */
export const firefox: Engine = {
  name: 'Firefox',
  programs: [FIREFOX],
  launch: async (): Promise<Driver> => {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX });
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
