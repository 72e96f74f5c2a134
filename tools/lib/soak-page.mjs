// A page that trains its fastest presets for a long time, minute by minute.
import { setTimeout as pass } from 'node:timers/promises';
import { onNewPage, play, withBuiltPage } from './browser.mjs';

/** Those whose steps cost least, and whose episodes are shortest. */
const HASH = '#v=2&preset=gridworld-q-learning&b.preset=cart-pole-a2c-one-step';
const SLICE = 5000;

/**
 * @typedef {object} Sample
 * @property {number} minutes since training began
 * @property {number[]} steps of each run
 * @property {number} heap of the page after its garbage is collected, bytes
 * @property {number} longest the longest time between two animation frames, ms
 */

/**
 * Trains, and says each minute how it is.
 * @param {number} minutes
 * @param {(sample: Sample) => void} tell
 * @returns {Promise<{samples: Sample[], complaints: string[]}>}
 */
export function soak(minutes, tell) {
  return withBuiltPage((browser, url) =>
    onNewPage(browser, async (page) => {
      const complaints = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      await page.goto(url + HASH);
      await play(page);
      const devtools = await page.context().newCDPSession(page);
      await page.evaluate(watchFrames);
      const samples = [];
      for (let minute = 1; minute <= minutes && complaints.length === 0; minute++) {
        const end = Date.now() + 60_000;
        while (Date.now() < end) await pass(Math.min(SLICE, end - Date.now()));
        samples.push({ minutes: minute, ...(await sample(page, devtools)) });
        tell(samples.at(-1));
      }
      return { samples, complaints };
    }),
  );
}

/** Whether more is kept at the end than after a third of the time. @param {Sample[]} samples */
export function grows(samples) {
  const early = samples[Math.floor(samples.length / 3)];
  return samples.at(-1).heap > 1.1 * early.heap + 1e6;
}

async function sample(page, devtools) {
  const longest = await page.evaluate(takeLongest);
  const texts = await page.locator('[data-figure="steps"]').allTextContents();
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await page.evaluate(takeLongest); // what collecting took is not the page's
  return { steps: texts.map((text) => Number(text.replaceAll(',', ''))), heap: usedSize, longest };
}

/** In the page: keeps the longest time between two animation frames. */
function watchFrames() {
  let last = performance.now();
  globalThis.longestFrame = 0;
  const turn = (now) => {
    globalThis.longestFrame = Math.max(globalThis.longestFrame, now - last);
    last = now;
    requestAnimationFrame(turn);
  };
  requestAnimationFrame(turn);
}

/** In the page. */
function takeLongest() {
  const longest = globalThis.longestFrame;
  globalThis.longestFrame = 0;
  return longest;
}
