// What a visit to a page transfers: until its first picture, and until it wants nothing more.
import { setTimeout as pass } from 'node:timers/promises';
import { Failure } from './process.mjs';
import { serveCompressed } from './size-server.mjs';

const POLL = 50;
/** Milliseconds without a request after which a page has all that it wants by itself. */
const QUIET = 1000;
/** The icon of the tab, which browsers ask for when they like: no picture waits for it. */
const ICON = 'favicon.svg';

/**
 * @typedef {object} Visit
 * @property {import('./size-server.mjs').Sent[]} picture until something was drawn
 * @property {import('./size-server.mjs').Sent[]} whole until the page was idle
 */

/**
 * Opens a page of a folder in a new profile, and leaves it alone.
 * @param {import('playwright-core').Browser} browser
 * @param {string} folder
 * @param {readonly string[]} files all paths in the folder
 * @param {string} address relative to the folder
 * @param {number} [patience] milliseconds within which there must be a picture
 * @returns {Promise<Visit>}
 */
export async function visit(browser, folder, files, address, patience = 30_000) {
  const server = await serveCompressed(folder, files);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(noteFirstPicture);
    await page.goto(server.url + address);
    const drawn = await firstPicture(page, patience);
    if (drawn === undefined) throw new Failure(`/${address} never got its picture.`);
    for (let count; count !== server.sent.length; await pass(QUIET)) count = server.sent.length;
    const picture = server.sent.filter(({ at, path }) => at <= drawn && path !== ICON);
    return { picture, whole: server.sent };
  } finally {
    await context.close();
    server.close();
  }
}

/** When the first picture was drawn in any frame, in milliseconds since 1970. */
async function firstPicture(page, patience) {
  for (const end = performance.now() + patience; performance.now() < end; await pass(POLL)) {
    const times = await Promise.allSettled(page.frames().map(timeOfPicture));
    const drawn = times.flatMap(({ value }) => value ?? []); // a frame may leave while it is asked
    if (drawn.length > 0) return Math.min(...drawn);
  }
  return undefined;
}

const timeOfPicture = (frame) => frame.evaluate(() => globalThis.firstPicture);

/** In the page, before all else: grounds are rectangles, what stands on them has outlines. */
function noteFirstPicture() {
  const { prototype } = CanvasRenderingContext2D;
  for (const name of ['fill', 'stroke']) {
    const draw = prototype[name];
    prototype[name] = function (...path) {
      globalThis.firstPicture ??= performance.timeOrigin + performance.now();
      return draw.apply(this, path);
    };
  }
}
