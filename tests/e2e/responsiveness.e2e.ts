import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  drawFrames,
  figure,
  figureText,
  pressPlay,
  restingDigests,
  setUpStage,
  type Stage,
  waitForSteps,
} from './browser';

/** Generous: test machines are shared. What was measured is printed. */
const LONG_TASK_BOUND = 250;
const FRAME_RATE_BOUND = 15;

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setUpStage();
});
afterEach(() => page.context().close());
afterAll(() => stage.close());

// That it is honoured after at most one slice of training is a test of the worker; how long that
// takes depends on who else uses the machine.
test('a pause takes effect and lasts, and the page measures how long it took', async () => {
  page = await stage.open();
  const durations: number[] = [];
  for (let i = 0; i < 5; i++) {
    await pressPlay(page);
    await waitForSteps(page, (await figure(page, 'B', 'steps')) + 100);
    await page.getByRole('button', { name: 'Pause' }).click();
    const measured = () =>
      page.evaluate(() => performance.getEntriesByName('pause').map(({ duration }) => duration));
    await expect.poll(async () => (await measured()).length).toBe(i + 1);
    durations.push((await measured())[i]!);
    const resting = await restingDigests(page);
    const step = /at step ([\d,]+)/.exec(resting[0]!)?.[1];
    await expect.poll(() => figureText(page, 'A', 'steps')).toBe(step);
    await drawFrames(page, 20);
    expect(await restingDigests(page)).toEqual(resting);
  }
  report(`measured: pause ${durations.map((duration) => duration.toFixed(1)).join(', ')} ms`);
});

test('the page stays smooth while both runs train', async () => {
  page = await stage.open();
  await pressPlay(page);
  await waitForSteps(page, 600);
  const { frames, longTasks } = await page.evaluate(async () => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ type: 'longtask' });
    const times: number[] = [];
    const start = performance.now();
    await new Promise<void>((done) => {
      const count = (now: number) => {
        times.push(now);
        if (now - start < 4000) requestAnimationFrame(count);
        else done();
      };
      requestAnimationFrame(count);
    });
    observer.disconnect();
    return { frames: times, longTasks: tasks };
  });
  const rate = (1000 * (frames.length - 1)) / (frames.at(-1)! - frames[0]!);
  const longest = Math.max(0, ...longTasks);
  report(
    `measured: frames ${rate.toFixed(1)} per second; tasks over 50 ms: ${longTasks.length}, ` +
      `longest ${longest.toFixed(0)} ms`,
  );
  expect(rate).toBeGreaterThan(FRAME_RATE_BOUND);
  expect(longest).toBeLessThan(LONG_TASK_BOUND);
});

/** The figures are read by people; only their bounds are asserted. */
function report(text: string): void {
  process.stdout.write(`${text}\n`);
}
