// What the built page costs: until it is there, while two runs train, and per frame.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { timeFrames } from './bench-frames.mjs';
import { onNewPage, play, until, withBuiltPage } from './browser.mjs';
import { median } from './median.mjs';
import { root } from './process.mjs';

const VISITS = 9;
const ROUNDS = 9;
/** Updates of each run before its rate counts: by then it learns, and its code is compiled. */
const WARM_UP = 1000;
const MILLISECONDS = 3000;

/** The same two runs as text for the core and as a link. */
const CONFIGS = [
  'preset=pendulum-sac seed=1',
  'preset=pendulum-sac seed=1 sac.estimator=score_function',
];
const HASH = '#v=2&preset=pendulum-sac&seed=1&b.sac.estimator=score_function';

/**
 * @typedef {object} PageFigures
 * @property {{module_ready_ms: number, first_frame_ms: number}} startup medians over visits with
 *   empty caches, from the first byte of the document: until every run's worker has started its
 *   module, and until every run's environment is drawn
 * @property {{page: number, bare: number, ratio: number}} together updates per second of two runs
 *   at full speed, on the page and in the same workers without it, in turns; medians over rounds
 * @property {{mean: number, p95: number}} frame_ms what a worker spends on a frame
 */

/** Builds and measures the page. @returns {Promise<PageFigures>} */
export function measurePage() {
  return withBuiltPage(async (browser, url) => ({
    startup: await measureStartup(browser, url),
    together: await measureTogether(browser, url),
    frame_ms: await timeFrames(CONFIGS[0]),
  }));
}

async function measureStartup(browser, url) {
  const visit = () =>
    onNewPage(browser, async (page) => {
      await page.goto(url);
      await until(page, isDrawn);
      return page.evaluate(startupOf);
    });
  await visit();
  const visits = [];
  for (let i = 0; i < VISITS; i++) visits.push(await visit());
  const medianOf = (key) => median(visits.map((each) => each[key]));
  return {
    module_ready_ms: medianOf('module_ready_ms'),
    first_frame_ms: medianOf('first_frame_ms'),
  };
}

/** In the page. */
function isDrawn() {
  return ['picture-A', 'picture-B'].every((name) => performance.getEntriesByName(name).length > 0);
}

/** In the page. */
function startupOf() {
  const [{ responseStart }] = performance.getEntriesByType('navigation');
  const times = (name) => performance.getEntriesByName(name).map(({ startTime }) => startTime);
  const drawn = ['picture-A', 'picture-B'].map((name) => times(name)[0]);
  return {
    module_ready_ms: Math.max(...times('worker-ready')) - responseStart,
    first_frame_ms: Math.max(...drawn) - responseStart,
  };
}

async function measureTogether(browser, url) {
  const rates = { page: [], bare: [] };
  for (let i = 0; i < ROUNDS; i++) {
    rates.page.push(await onNewPage(browser, (page) => rateOfPage(page, url)));
    rates.bare.push(await onNewPage(browser, (page) => rateOfWorkers(page, url)));
  }
  const ratios = rates.page.map((rate, i) => rate / rates.bare[i]);
  return { page: median(rates.page), bare: median(rates.bare), ratio: median(ratios) };
}

async function rateOfPage(page, url) {
  await page.addInitScript(readCounters);
  await page.goto(url + HASH);
  await play(page);
  return rateOfTraining(page);
}

/** The worker's file on a blank page, which asks for a frame now and then to read its counters. */
async function rateOfWorkers(page, url) {
  const address = `${url}blank.html`;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.addInitScript(readCounters);
  await page.goto(address);
  const file = readdirSync(join(root, 'dist/assets')).find((name) => /^worker-.*\.js$/.test(name));
  await page.evaluate(startWorkers, { file: `./assets/${file}`, configs: CONFIGS });
  return rateOfTraining(page);
}

/** In a page, before all else: keeps the counter of updates of each worker's last frame. */
function readCounters() {
  const STATUS = 1;
  const counters = (globalThis.counters = []);
  const updatesOf = (buffer) => {
    const words = new Uint32Array(buffer);
    const sections = Array.from({ length: words[2] }, (_, i) => 4 + 4 * i);
    const status = sections.find((at) => words[at] === STATUS);
    const [high, low] = new Float32Array(buffer).subarray(words[status + 1] + 2);
    return high * 2 ** 24 + low;
  };
  globalThis.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      const counter = { updates: 0, time: 0 };
      counters.push(counter);
      this.addEventListener('message', ({ data }) => {
        if (data.type !== 'frame') return;
        counter.updates = updatesOf(data.buffer);
        counter.time = performance.now();
      });
    }
  };
}

/** In the blank page. */
function startWorkers({ file, configs }) {
  const pace = { running: true, stepsPerSecond: null, stopAt: null };
  for (const config of configs) {
    const worker = new Worker(file, { type: 'module' });
    worker.postMessage({ type: 'call', id: 1, name: 'create', args: [config] });
    worker.postMessage({ type: 'call', id: 2, name: 'pace', args: [pace] });
    const ask = () => {
      const buffer = new ArrayBuffer(2 ** 14);
      worker.postMessage({ type: 'buffer', buffer }, [buffer]);
    };
    ask();
    setInterval(ask, 500);
  }
}

/** The sum of the updates per second of a page's workers. */
async function rateOfTraining(page) {
  await until(page, hasTrained, WARM_UP);
  const before = await page.evaluate(countersNow);
  await pass(MILLISECONDS);
  const after = await page.evaluate(countersNow);
  return after
    .map(({ updates, time }, i) => (updates - before[i].updates) / (time - before[i].time))
    .reduce((sum, rate) => sum + 1000 * rate, 0);
}

/** In the page. */
function hasTrained(updates) {
  return globalThis.counters.every((counter) => counter.updates >= updates);
}

/** In the page. */
function countersNow() {
  return globalThis.counters;
}
