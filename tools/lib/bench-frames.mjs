// What a worker spends on a frame.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { runnerImport } from 'vite';
import { root } from './process.mjs';

/** Milliseconds until the page gives a buffer back, which it does as it repaints. */
const REPAINT = 1000 / 60;
/** That the viewer rests between two steps of the environment. */
const SECONDS_PER_STEP = 0.05;
const WARM_UP = 60;
const FRAMES = 600;

/**
 * Lets the page's `Trainer` train one run here, on the module and through the wrapper that the
 * page has, against a clock and a message channel that are Node's. A frame's time is that of all
 * calls for it since the frame before: the viewer's steps, packing, copying out of the module,
 * and posting.
 * @param {string} config
 * @returns {Promise<{mean: number, p95: number}>} milliseconds
 */
export async function timeFrames(config) {
  const { wrapModule } = await load('web/src/core/core.ts');
  const { Trainer } = await load('web/src/worker/trainer.ts');
  const { default: start } = await import(pathToFileURL(join(root, 'build/wasm/acp.mjs')).href);
  const module = await start({ wasmBinary: await readFile(join(root, 'build/wasm/acp.wasm')) });
  const core = wrapModule(module);

  let spent = 0;
  const timed = (work) => {
    const since = performance.now();
    const result = work();
    spent += performance.now() - since;
    return result;
  };
  const open = (text) => {
    const session = core.open(text);
    const watch = (...args) => timed(() => session.watch(...args));
    const packFrame = (buffer) => timed(() => session.packFrame(buffer));
    return { ...session, watch, packFrame };
  };

  const { port1, port2 } = new MessageChannel();
  const times = [];
  const post = (message, transfer) => {
    timed(() => port1.postMessage(message, transfer));
    times.push(spent);
    spent = 0;
  };
  let isPosted = false;
  const soon = () => {
    if (isPosted) return;
    isPosted = true;
    setImmediate(() => {
      isPosted = false;
      trainer.turn();
    });
  };
  // At full speed there is always a next step to take, so that `later` is as good as `soon`.
  const scheduler = { now: () => performance.now(), soon, later: soon };
  const trainer = new Trainer({ ...core, open }, post, scheduler);

  const { handlers } = trainer;
  handlers.create(config);
  handlers.watch(SECONDS_PER_STEP, false);
  handlers.pace({ running: true, stepsPerSecond: null, stopAt: null });
  for (let i = 0; i < 2; i++) trainer.addBuffer(new ArrayBuffer(2 ** 14));
  await new Promise((done) => {
    port2.on('message', ({ buffer }) => {
      if (times.length >= WARM_UP + FRAMES) done();
      else setTimeout(() => trainer.addBuffer(buffer), REPAINT);
    });
  });
  handlers.watch(null, false);
  handlers.pace({ running: false, stepsPerSecond: null, stopAt: null });
  port2.close();
  return summary(times.slice(WARM_UP));
}

async function load(path) {
  const { module } = await runnerImport(join(root, path), { configFile: false });
  return module;
}

function summary(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    mean: times.reduce((sum, time) => sum + time, 0) / times.length,
    p95: sorted[Math.ceil(0.95 * sorted.length) - 1],
  };
}
