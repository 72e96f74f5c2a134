import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  complaints,
  fileOf,
  openMore,
  openTool,
  runTo,
  setUpStage,
  type Stage,
  waitForSteps,
} from './browser';

let stage: Stage;
beforeAll(async () => {
  stage = await setUpStage();
});
afterAll(() => stage.close());

const STEPS = 1400;

async function openViews(page: Page): Promise<void> {
  await page.locator('views-panel summary').first().click();
  await page.locator('policy-views figure-frame').nth(3).waitFor();
}

/** How many colours the middle of a run's map has, and a sum over all its pixels. */
function look(page: Page, run = 0): Promise<{ colors: number; sum: number }> {
  return page
    .locator('run-views')
    .nth(run)
    .locator('.map canvas')
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const { width, height } = canvas;
      const context = canvas.getContext('2d')!;
      const { data } = context.getImageData(0.2 * width, 0.1 * height, 0.7 * width, 0.5 * height);
      const colors = new Set<number>();
      let sum = 0;
      for (let i = 0; i < data.length; i += 4) {
        const color = data[i]! * 65536 + data[i + 1]! * 256 + data[i + 2]!;
        colors.add(color);
        sum = (sum * 31 + color) % 1_000_000_007;
      }
      return { colors: colors.size, sum };
    });
}

/** The extremes that the sentence about a run's map names. */
async function sentence(page: Page, run = 0): Promise<string> {
  const canvas = page.locator('run-views').nth(run).locator('.map canvas');
  return (await canvas.getAttribute('aria-label')) ?? '';
}

test('critic and policy are loaded when opened, and do not change training', async () => {
  const page = await stage.open();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => url.includes('policy-views'))).toEqual([]);
  await openViews(page);
  expect(requests.filter((url) => url.includes('policy-views'))).toHaveLength(1);
  const untrained = await sentence(page);
  expect(untrained).toMatch(/^Run A: critic, Q\(s, π\(s\)\) over θ .* lowest .* highest/);
  await expect.poll(async () => (await look(page)).colors).toBeGreaterThan(50);

  const digests = await runTo(page, STEPS);
  const map = page.locator('run-views').first().locator('.map');
  await map.locator('canvas').scrollIntoViewIfNeeded();
  await expect.poll(() => map.locator('figcaption').innerText()).toContain('at step 1,400');
  await expect.poll(() => sentence(page)).not.toBe(untrained);
  expect(complaints.get(page)).toEqual([]);
  await page.context().close();

  const alone = await stage.open();
  expect(await runTo(alone, STEPS)).toEqual(digests);
  await alone.context().close();
});

test('the map is drawn anew while a run trains, and rests when closed', async () => {
  const page = await stage.open();
  await openViews(page);
  await openMore(page);
  await page.getByRole('checkbox', { name: 'Animate' }).uncheck();
  await expect.poll(async () => (await look(page)).colors).toBeGreaterThan(50);
  const before = await look(page);
  await page.getByRole('button', { name: 'Play' }).click();
  await waitForSteps(page, 1300);
  await expect.poll(async () => (await look(page)).sum).not.toBe(before.sum);
  await page.locator('views-panel summary').first().click();
  await expect.poll(() => page.locator('policy-views').count()).toBe(0);
  await page.context().close();
});

test('axes are chosen for all runs of a task; an action among them shows the density', async () => {
  const page = await stage.open();
  await openViews(page);
  await page.getByLabel('Up, run B').selectOption({ label: 'torque (N m)' });
  await expect.poll(() => sentence(page, 0)).toMatch(/Q\(s, a\) over θ \(rad\) and torque \(N m\)/);
  await expect.poll(() => sentence(page, 1)).toMatch(/Q\(s, a\) over θ \(rad\) and torque \(N m\)/);
  await expect
    .poll(() => page.locator('run-views figcaption').first().innerText())
    .toContain('one standard deviation to each side');

  const figure = page.locator('run-views').first().locator('.map');
  await openTool(figure, 'Data table');
  await expect.poll(() => figure.locator('tbody tr').count()).toBe(64);
  await figure.locator('.picture').press('End');
  await expect.poll(() => figure.locator('.read-out').innerText()).toMatch(/^64 of 64: θ/);
  expect((await fileOf(figure, 'CSV')).toString().split('\r\n').length).toBeGreaterThan(1024);
  expect(complaints.get(page)).toEqual([]);
  await page.context().close();
});

test('choices are bars, and a run without a critic says so', async () => {
  const page = await stage.open(
    '#v=2&environment=cart_pole&algorithm=dqn&b.algorithm=reinforce&b.reinforce.baseline=none',
  );
  await openViews(page);
  await expect
    .poll(() => sentence(page, 0))
    .toMatch(/max Q\(s, ·\) over θ \(rad\) and θ̇ \(rad\/s\)/);
  await expect.poll(() => sentence(page, 1)).toBe('Run B: policy over θ (rad) and θ̇ (rad/s).');
  await expect
    .poll(() => page.locator('run-views').nth(1).locator('.map figcaption').innerText())
    .toContain('REINFORCE, as it is set, has no critic');
  const chances = page.locator('run-views').nth(1).locator('.now canvas');
  await expect
    .poll(() => chances.getAttribute('aria-label'))
    .toMatch(/push left \d+\.\d %, push right \d+\.\d %\.$/);
  expect(complaints.get(page)).toEqual([]);
  await page.context().close();
});

/** The columns of a run's data table of the map, by their heads. */
async function columnsOf(page: Page, run: number): Promise<Map<string, number[]>> {
  const table = page.locator('run-views').nth(run).locator('.map table');
  const cells = await table.evaluate((element) =>
    Array.from((element as HTMLTableElement).rows, (row) =>
      Array.from(row.cells, (cell) => cell.textContent.trim()),
    ),
  );
  const [heads = [], ...rows] = cells;
  const number = (text: string) => (/\d/.test(text) ? Number(text.replace('−', '-')) : NaN);
  return new Map(heads.map((head, i) => [head, rows.map((row) => number(row[i]!))]));
}

/** How far what a run has learned is from what is exact, as a mean over the cells. */
async function distanceOf(page: Page, run: number): Promise<number> {
  const columns = await columnsOf(page, run);
  const known = (columns.get('learned − exact') ?? []).filter(Number.isFinite).map(Math.abs);
  return known.reduce((sum, x) => sum + x, 0) / known.length;
}

test('what tables have learned comes near the exact values, which are beside it', async () => {
  const page = await stage.open('#v=2&pair=tables&seed=1');
  await page.locator('policy-views figure-frame').nth(3).waitFor();
  for (const run of [0, 1]) {
    await openTool(page.locator('run-views').nth(run).locator('.map'), 'Data table');
    // Nine cells where somebody acts, known once the core of exact values is there.
    await expect.poll(() => distanceOf(page, run)).toBeGreaterThan(0);
  }
  const untrained = [await distanceOf(page, 0), await distanceOf(page, 1)];
  await runTo(page, 20_000);
  for (const run of [0, 1]) {
    const frame = page.locator('run-views').nth(run).locator('.map');
    await frame.scrollIntoViewIfNeeded();
    await expect.poll(() => frame.locator('figcaption').innerText()).toContain('at step 20,000');
    await expect.poll(() => distanceOf(page, run)).toBeLessThan(0.5 * untrained[run]!);
    const columns = await columnsOf(page, run);
    const [learned, policy, best] = [...columns.values()].slice(2, 5);
    learned!.forEach((value, cell) => {
      expect(Number.isFinite(value)).toBe(![3, 5, 7].includes(cell));
      if (Number.isFinite(value)) expect(policy![cell]!).toBeLessThanOrEqual(best![cell]! + 1e-3);
    });
    const sums = [...columns.values()].slice(6).reduce((a, b) => a.map((x, i) => x + b[i]!));
    for (const sum of sums) expect(sum).toBeCloseTo(1, 1);
  }
  expect(complaints.get(page)).toEqual([]);
  await page.context().close();
});

test('a map shows what was learned, what is exact, or how they differ, for all runs', async () => {
  const page = await stage.open('#v=2&pair=tables&seed=1');
  await page.locator('policy-views figure-frame').nth(3).waitFor();
  const values = page.getByLabel('Values, run B');
  await values.waitFor();
  const titles: [string, RegExp][] = [
    ['exact V of this policy', /^Run A: exact V of this policy over column and row: lowest /],
    ['exact V of the best policy', /^Run A: exact V of the best policy .*; highest 0\.9/],
    ['learned − exact', /^Run A: learned − exact /],
    ['learned', /^Run A: critic, V\(s\) /],
  ];
  for (const [label, expected] of titles) {
    await values.selectOption({ label });
    await expect.poll(() => sentence(page)).toMatch(expected);
  }
  await page.getByLabel('Up, run A').selectOption({ label: 'action' });
  await expect.poll(() => values.count()).toBe(0);
  expect(complaints.get(page)).toEqual([]);
  await page.context().close();
});
