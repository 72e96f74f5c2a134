import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe';
import {
  chooseTask,
  complaints,
  openDetails,
  restingBox,
  restingDigests,
  runTo,
  useStage,
} from './browser';

const stage = useStage();
const LINK = '#v=2&environment=hopper&algorithm=sac&sac.warmup_steps=100&evaluate_every=100000';
const MISSING = /MuJoCo did not start/;

const isSimulator = (url: URL) => url.pathname.includes('/mujoco-');
const block = (page: Page) => page.route(isSimulator, (route) => route.abort());

test('a robot is chosen, fetched, drawn, pushed, trained and forked', async () => {
  const page = await stage.open();
  const fetched: string[] = [];
  page.on('response', (response) => {
    if (isSimulator(new URL(response.url()))) fetched.push(response.url());
  });
  await chooseTask(page, 'environment', 'hopper');
  await page.locator('run-card header', { hasText: 'Hopper' }).nth(1).waitFor();
  await page.locator('#environment optgroup').waitFor({ state: 'detached' });
  expect(fetched.length).toBeGreaterThan(0);
  await page.locator('run-card .push.right').first().click();
  await runTo(page, 300);
  await openDetails(page);
  await page.getByRole('button', { name: 'Fork, run B' }).click();
  await page.locator('run-card [data-phase="ready"]').nth(2).waitFor();
  await expect.poll(async () => new Set((await restingDigests(page)).slice(1)).size).toBe(1);
  // What knows the tasks of the core alone is not offered.
  await expect.poll(() => page.locator('stepper-panel').count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: /^Freeze run/ }).count()).toBe(0);
  await expect.poll(() => violations(page)).toEqual([]);
  expect(complaints.get(page)).toEqual([]);
});

test('the quadruped is turned, by a pointer beside it and by keys', async () => {
  const page = await stage.open('#environment=quadruped&algorithm=sac');
  const canvas = page.locator('run-stage canvas').first();
  const picture = () => canvas.evaluate((each: HTMLCanvasElement) => each.toDataURL());
  const { x, y, width, height } = await restingBox(canvas);
  const before = await picture();
  await page.mouse.move(x + 8, y + 0.5 * height);
  await page.mouse.down();
  await page.mouse.move(x + 0.3 * width, y + 0.5 * height);
  await page.mouse.up();
  await expect.poll(picture).not.toBe(before);
  const turned = await picture();
  await page.locator('run-stage .stage').first().press('Shift+ArrowLeft');
  await expect.poll(picture).not.toBe(turned);
  expect(complaints.get(page)).toEqual([]);
});

test('further seeds of a robot train as its run does', async () => {
  const page = await stage.open(`${LINK}&runs=2&b.sac.tau=0.02&seed=1&seeds=2`);
  await runTo(page, 300);
  const caption = page.locator('band-curves .caption', { hasText: 'n = 2' });
  await caption.first().waitFor({ state: 'attached' });
  expect(complaints.get(page)).toEqual([]);
});

test('where the simulator cannot be fetched, one sentence says so and the runs go on', async () => {
  const page = await stage.open();
  await block(page);
  await runTo(page, 200);
  await chooseTask(page, 'environment', 'walker');
  await page.locator('task-chooser').getByText(MISSING).waitFor();
  await page.locator('run-card header', { hasText: 'Pendulum' }).nth(1).waitFor();
  await runTo(page, 400);
  await page.unroute(isSimulator);
  await chooseTask(page, 'environment', 'walker');
  await page.locator('run-card header', { hasText: 'Walker' }).nth(1).waitFor();
});

test('a link to a robot without the simulator says so too', async () => {
  const page = await stage.visit('about:blank');
  await block(page);
  await page.goto(stage.url + LINK);
  await page.getByRole('alert').getByText(MISSING).waitFor();
});
