import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { complaints, openTool, runTo, setUpStage, type Stage } from './browser';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setUpStage();
});
afterEach(async () => {
  await page.context().close();
});
afterAll(() => stage.close());

const chart = (metric: string) => page.locator(`figure-frame[data-metric="${metric}"]`);

async function openPanel(): Promise<void> {
  await page.locator('diagnostics-panel summary').first().click();
  await page.locator('run-diagnostics').getByText('Press Play').waitFor();
}

/** Trains to a step and looks at the panel again. */
async function train(step: number): Promise<string[]> {
  const digests = await runTo(page, step);
  await page.locator('run-diagnostics').scrollIntoViewIfNeeded();
  return digests;
}

/** The rows of a chart's data table. */
async function rows(metric: string): Promise<string[][]> {
  await openTool(chart(metric), 'Data table');
  await chart(metric).locator('tbody tr').first().waitFor();
  const all = await chart(metric).locator('tbody tr').all();
  return Promise.all(all.map((row) => row.locator('th, td').allInnerTexts()));
}

test('losses are drawn for both runs, and do not change training', async () => {
  page = await stage.open('#v=2&pair=score-function&seed=3');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => url.includes('run-diagnostics'))).toEqual([]);
  await openPanel();
  const digests = await train(1500);
  await chart('critic_loss').waitFor();
  await expect
    .poll(() => chart('critic_loss').locator('canvas').getAttribute('aria-label'))
    .toMatch(/^Critic loss over environment steps\. Run A: .* at step 1,500; Run B: .* 1,500\.$/);
  const hundreds = Array.from({ length: 11 }, (_, i) => String(500 + 100 * i));
  for (const run of ['A', 'B']) {
    const steps = async () =>
      (await rows('critic_loss')).filter(([id]) => id === run).map(([, step]) => step);
    await expect.poll(steps).toEqual(hundreds);
  }
  const table = await rows('critic_loss');
  for (const [, , , , loss] of table) expect(Number(loss)).toBeGreaterThan(0);
  await chart('critic_loss').getByText('One seed per run (A: 3, B: 3)').waitFor();
  expect(complaints.get(page)).toEqual([]);

  await page.context().close();
  page = await stage.open('#v=2&pair=score-function&seed=3');
  expect(await runTo(page, 1500)).toEqual(digests);
});

test('each has its formula within one click', async () => {
  page = await stage.open('#v=2&pair=score-function&seed=3');
  await openPanel();
  await train(1000);
  const figures = page.locator('run-diagnostics figure-frame');
  await expect.poll(() => figures.count()).toBe(8);
  for (const figure of await figures.all()) {
    await openTool(figure, 'Formula');
    const formula = figure.locator('math');
    await expect.poll(() => formula.first().textContent()).not.toBe('');
    await expect.poll(() => formula.first().isVisible()).toBe(true);
  }
  expect(complaints.get(page)).toEqual([]);
});

test('the replay is a mixture of more and more policies, or of the last ones', async () => {
  page = await stage.open('#v=2&preset=pendulum-sac&seed=3&b.sac.recent_iterations=100');
  await openPanel();
  const label = () => chart('replay').locator('canvas').getAttribute('aria-label');
  await train(700);
  await expect
    .poll(label)
    .toMatch(/Run A: 700 transitions of iterations 0 to 201; Run B: 100 .* 101 to 201\.$/);
  await train(1200);
  await expect
    .poll(label)
    .toMatch(/Run A: 1,200 transitions of iterations 0 to 701; Run B: 100 .* 601 to 701\.$/);
  const table = await rows('replay');
  const sum = (run: string) =>
    table.filter(([id]) => id === run).reduce((total, row) => total + Number(row[3]), 0);
  expect([sum('A'), sum('B')]).toEqual([1200, 100]);
  expect(complaints.get(page)).toEqual([]);
});

test('of two algorithms each metric names those that do not have it', async () => {
  page = await stage.open('#v=2&environment=cart_pole&algorithm=dqn&b.algorithm=a2c');
  await openPanel();
  await train(2000);
  await chart('epsilon')
    .getByText(/Not measured by run B \(/)
    .waitFor();
  await chart('entropy')
    .getByText(/Not measured by run A \(/)
    .waitFor();
  expect(complaints.get(page)).toEqual([]);
});
