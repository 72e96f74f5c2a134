export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** The same without what draws windows, or else with it. */
export const HEADLESS_SHELL = process.env.HEADLESS_SHELL ?? CHROMIUM;

/** How Chromium starts, headless. */
export const LAUNCH_OPTIONS = {
  executablePath: CHROMIUM,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
