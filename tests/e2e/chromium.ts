export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

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
