import { expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import {
  complaints,
  fileOf,
  openChart,
  openDetails,
  openTool,
  pressPlay,
  setStopAt,
  useStage,
} from './browser';

const stage = useStage();
const PAIR = '#v=2&pair=tables';
const STEPS = 3000;

const bandsOf = (page: Page) => page.locator('band-curves');

/** By keyboard alone. */
async function chooseSeeds(page: Page, count: number): Promise<void> {
  const control = page.locator('seed-control');
  const summary = control.locator('summary');
  await summary.press('Enter');
  await control.locator('#seeds').fill(String(count));
  await control.locator('#seeds').press('Enter');
  await control.locator('#seeds').press('Escape');
  await expect.poll(() => control.locator('.panel').isVisible()).toBe(false);
  await bandsOf(page).locator('section').waitFor();
}

async function train(page: Page, seeds: number): Promise<void> {
  await setStopAt(page, String(STEPS));
  await pressPlay(page);
  await bandsOf(page).getByText(`${seeds} of ${seeds} whole`).waitFor({ timeout: 60_000 });
}

/** The cells of the row of an arm, once they are of so many seeds at a step. */
async function rowOf(table: Locator, arm: string, seeds: number, step: string): Promise<string[]> {
  const row = table.locator('tbody tr', { has: table.page().locator(`th:text-is("${arm}")`) });
  const cells = () => row.locator('td').allInnerTexts();
  await expect.poll(async () => (await cells()).slice(0, 2)).toEqual([String(seeds), step]);
  return cells();
}

const valueOf = (text: string) => Number(text.replaceAll(',', '').replace('−', '-'));

test('further seeds make a band, a table and a sentence, and go into the link', async () => {
  const page = await stage.open(PAIR);
  await chooseSeeds(page, 4);
  await expect.poll(() => new URL(page.url()).hash).toContain('seeds=4');
  await train(page, 8);
  const bands = bandsOf(page);
  await bands.getByText('A · Advantage actor-critic (A2C)').first().waitFor();

  await openTool(bands, 'Data table');
  for (const arm of ['A', 'B']) {
    const [, , iqm, low, high, mean, , worst, best] = (
      await rowOf(bands, arm, 4, STEPS.toLocaleString('en'))
    ).map(valueOf);
    expect(worst).toBeLessThanOrEqual(low!);
    expect(low).toBeLessThanOrEqual(iqm!);
    expect(iqm).toBeLessThanOrEqual(high!);
    expect(high).toBeLessThanOrEqual(best!);
    expect(mean).toBeGreaterThanOrEqual(worst!);
  }
  await bands.getByText(/(ends above|to tell) .* of 4 seeds, so for \d+ to \d+ % of all/).waitFor();
  await openChart(page);
  await bands.getByText('of n seeds (4 seeds, 1 to 4)').waitFor();
  await bands.getByText('2,000 resamples').waitFor();
  await bands
    .getByText(/n = 4: such an interval was measured to hold the truth in \d+ %/)
    .waitFor();

  const csv = (await fileOf(bands, 'CSV')).toString().split('\r\n');
  const last = csv.filter((line) => /^B,evaluation,\d,1,3000,/.test(line));
  expect(last.map((line) => line.split(',')[2])).toEqual(['1', '2', '3', '4']);
  expect(csv.some((line) => line.startsWith('A,interquartile mean of all seeds,,4,'))).toBe(true);

  await bands.getByRole('radio', { name: 'median' }).check();
  await bands.getByText('Thick lines: median of the evaluations').waitFor();
  expect(complaints.get(page)).toEqual([]);
});

test('a link opens with its seeds; one alone has no band again', async () => {
  const page = await stage.visit(`${stage.url}${PAIR}&seeds=3`);
  await bandsOf(page).getByText('0 of 6 whole').waitFor();
  await page.locator('seed-control').getByText('3 seeds').waitFor();
  const progress = bandsOf(page).locator('progress');
  await setStopAt(page, '');
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.position)).toBe(-1);
  await expect.poll(() => progress.getAttribute('max')).toBeNull();
  await setStopAt(page, String(STEPS));
  await expect.poll(() => progress.getAttribute('max')).toBe(String(6 * STEPS));
  await openChart(page);
  const another = bandsOf(page).getByRole('button', { name: 'Another 10 seeds' });
  await another.press('Enter');
  await bandsOf(page).getByText('0 of 26 whole').waitFor();
  await expect.poll(() => new URL(page.url()).hash).toContain('seeds=13');

  const control = page.locator('seed-control');
  await control.locator('summary').press('Enter');
  await control.locator('#seeds').fill('65');
  await control.locator('#seeds').press('Enter');
  await control.getByText('A whole number from 1 to 64.').waitFor();
  await control.getByRole('radio', { name: '1', exact: true }).check();
  await bandsOf(page).waitFor({ state: 'detached' });
  await page.locator('learning-curves').getByText('an anecdote').first().waitFor();
  await expect.poll(() => new URL(page.url()).hash).not.toContain('seeds=');
  expect(complaints.get(page)).toEqual([]);
});

test('a run that goes or comes replaces the plot alone: what is open stays', async () => {
  const page = await stage.visit(`${stage.url}${PAIR}&seeds=2`);
  const bands = bandsOf(page);
  await bands.getByText('0 of 4 whole').waitFor();
  await openChart(page);
  await openDetails(page);
  const about = await bands.locator('details.about').elementHandle();
  const isKept = () => about.evaluate((details) => details.isConnected);
  await page.getByRole('button', { name: 'Remove run B' }).click();
  await bands.getByText('0 of 2 whole').waitFor();
  expect(await isKept()).toBe(true);
  await page.getByRole('button', { name: 'Fork, run A' }).click();
  await bands.getByText('0 of 4 whole').waitFor();
  expect(await isKept()).toBe(true);
  await bands.getByText('of n seeds (2 seeds, 1 to 2)').waitFor();
  expect(complaints.get(page)).toEqual([]);
});
