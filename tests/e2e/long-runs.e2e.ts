import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  complaints,
  fileOf,
  figure,
  figureText,
  openChart,
  openMore,
  pressPlay,
  restingDigests,
  setStopAt,
  setUpStage,
  type Stage,
  waitForSteps,
} from './browser';
import { heapOf, longestTask } from './trace';

/** The fastest preset: a hundred thousand steps and thousands of episodes a second. */
const FASTEST = '#v=2&runs=2&preset=gridworld-q-learning';
/** Milliseconds of its processor that a task of the page may take. */
const TASK_BOUND = 50;

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setUpStage();
});
afterEach(() => page.context().close());
afterAll(() => stage.close());

async function trainWithoutEnd(): Promise<void> {
  page = await stage.open(FASTEST);
  await setStopAt(page, '');
  await openMore(page);
  await page.getByRole('checkbox', { name: 'In background' }).check();
  await pressPlay(page);
  await waitForSteps(page, 10_000);
}

/** Pauses, and returns the digests once they are there and the runs stand still. */
async function pause(): Promise<string[]> {
  await page.getByRole('button', { name: 'Pause' }).click();
  return restingDigests(page);
}

test('a minute of fast training leaves the page quick and its memory flat', async () => {
  await trainWithoutEnd();
  await page.waitForTimeout(20_000);
  const early = await heapOf(page);
  const task = await longestTask(page, () => page.waitForTimeout(38_000));
  const late = await heapOf(page);
  const steps = await figure(page, 'A', 'steps');
  process.stdout.write(
    `measured: at step ${steps} the longest task ${task.busy.toFixed(0)} ms, ` +
      `${task.passed.toFixed(0)} ms by the clock; heap ${early / 1e6} MB, then ${late / 1e6} MB\n`,
  );
  expect(task.busy).toBeGreaterThan(0);
  expect(task.busy).toBeLessThan(TASK_BOUND);
  expect(late).toBeLessThan(1.1 * early + 1e6);
  await openChart(page);
  await page.getByText(/each point the mean of up to [\d,]+; band/).waitFor();
  expect(await pause()).toHaveLength(2);
  expect(complaints.get(page)).toEqual([]);
});

test('a page out of sight trains on, and is right when it is back', async () => {
  await trainWithoutEnd();
  await page.evaluate(leave);
  const before = await figure(page, 'A', 'steps');
  await page.waitForTimeout(20_000);
  await page.evaluate(comeBack);
  await waitForSteps(page, before + 100_000);
  const digests = await pause();
  await expect.poll(() => page.locator('[data-phase="dead"]').count()).toBe(0);
  expect(complaints.get(page)).toEqual([]);
  const step = /at step ([\d,]+)/.exec(digests[0]!)?.[1];
  await expect.poll(() => figureText(page, 'A', 'steps')).toBe(step);
  const episodes = await figure(page, 'A', 'episodes');
  expect(await reportedEpisodes()).toBe(episodes);
});

test('a page without animation frames answers', async () => {
  await trainWithoutEnd();
  await page.evaluate(() => {
    globalThis.requestAnimationFrame = () => 0;
  });
  await page.waitForTimeout(1000); // the one that had been asked for has come
  const before = await figure(page, 'A', 'steps');
  await waitForSteps(page, before + 50_000);
  expect(await pause()).toHaveLength(2);
  expect(complaints.get(page)).toEqual([]);
});

/** By the rows of run A in the exported data. */
async function reportedEpisodes(): Promise<number> {
  const content = await fileOf(page.locator('learning-curves'), 'CSV');
  return content
    .toString()
    .split('\r\n')
    .map((line) => line.split(','))
    .filter(([run, row]) => run === 'A' && row === 'training episode')
    .reduce((sum, cells) => sum + Number(cells[5]), 0);
}

/** In the page: as behind another tab, without animation frames and with a timer a second. */
function leave(): void {
  const scope = globalThis as typeof globalThis & { comeBack: () => void };
  const { requestAnimationFrame, setTimeout } = scope;
  const waiting: FrameRequestCallback[] = [];
  const show = (isHidden: boolean) => {
    Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  scope.requestAnimationFrame = (callback) => waiting.push(callback);
  scope.setTimeout = ((handler: () => void, delay = 0) =>
    setTimeout(handler, Math.max(1000, delay))) as typeof setTimeout;
  scope.comeBack = () => {
    Object.assign(scope, { requestAnimationFrame, setTimeout });
    show(false);
    waiting.forEach((callback) => requestAnimationFrame(callback));
  };
  show(true);
}

/** In the page. */
function comeBack(): void {
  (globalThis as typeof globalThis & { comeBack: () => void }).comeBack();
}
