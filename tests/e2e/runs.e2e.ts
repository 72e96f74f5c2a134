import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  complaints,
  openTool,
  openDetails,
  openMore,
  openSettings,
  pressPlay,
  runTo,
  setStopAt,
  setUpStage,
  type Stage,
} from './browser';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setUpStage();
});
afterEach(async () => {
  await page.context().close();
});
afterAll(() => stage.close());

const card = (id: string) => page.locator('run-card').nth('ABCD'.indexOf(id));
const fork = (id: string) => page.getByRole('button', { name: `Fork, run ${id}` });
const remove = (id: string) => page.getByRole('button', { name: `Remove run ${id}` });
const digest = async (id: string) =>
  (await card(id).locator('[data-figure="digest"]').innerText()).trim();

/** Trains every run on display to a step. */
async function trainAll(step: number): Promise<void> {
  await setStopAt(page, String(step));
  await pressPlay(page);
  const at = `at step ${step.toLocaleString('en')}`;
  const done = page.locator('[data-figure="digest"]', { hasText: at });
  const runs = await page.locator('run-card').count();
  await expect.poll(() => done.count(), { timeout: 90_000 }).toBe(runs);
}

/** The rows of the table of evaluations, without the head. */
async function evaluations(): Promise<string[][]> {
  const curves = page.locator('learning-curves');
  await openTool(curves, 'Data table');
  await curves.locator('tbody tr').first().waitFor();
  const rows = await curves.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

/** The rows in which run C is not what another is. */
async function evaluationsApart(id: string): Promise<string[][]> {
  const column = 1 + 'ABCD'.indexOf(id);
  return (await evaluations()).filter((row) => row[3] !== row[column]);
}

describe('a fork', () => {
  test('goes on as its origin does, until one thing is changed', async () => {
    page = await stage.open('#v=2&pair=score-function&seed=3');
    await openDetails(page);
    await runTo(page, 1200);
    await fork('B').click();
    await card('C').getByText('Forked from run B at step 1,200').waitFor();
    await expect.poll(() => digest('C')).toBe(await digest('B'));
    await card('C').getByText('Differs from run A in: gradient estimator').waitFor();
    await expect.poll(() => evaluationsApart('B')).toEqual([]);

    await trainAll(1600);
    expect(await digest('C')).toBe(await digest('B'));
    await openSettings(page);
    const settings = page.locator('settings-panel');
    await settings.getByRole('radio', { name: 'run C' }).check();
    await settings.getByRole('combobox', { name: 'gradient estimator' }).selectOption({
      label: 'score function',
    });
    await card('C').getByText('gradient estimator set to score function at step 1,600').waitFor();
    await trainAll(2000);
    expect(await digest('C')).not.toBe(await digest('B'));
    await expect.poll(async () => (await evaluations()).at(-1)).toHaveLength(4);
    expect(complaints.get(page)).toEqual([]);
  });

  test('while training pauses first, and keeps the curves', async () => {
    page = await stage.open('#v=2&pair=score-function&seed=3');
    await openDetails(page);
    await pressPlay(page);
    await expect
      .poll(() => card('A').locator('[data-figure="evaluation"]').innerText())
      .not.toBe('–');
    await fork('A').click();
    await card('C').getByText('Forked from run A at step').waitFor();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    await expect.poll(() => digest('C')).toBe(await digest('A'));
    await expect.poll(() => evaluationsApart('A')).toEqual([]);
    expect(complaints.get(page)).toEqual([]);
  });

  test('adds up to four runs, which the link has too; the last can be removed', async () => {
    page = await stage.open('#v=2&pair=score-function&seed=3');
    await openDetails(page);
    await fork('A').click();
    await card('C').locator('[data-phase="ready"]').waitFor();
    await expect.poll(() => remove('B').count()).toBe(0);
    await fork('C').click();
    await card('D').locator('[data-phase="ready"]').waitFor();
    await expect.poll(() => fork('A').isDisabled()).toBe(true);
    await expect.poll(() => page.url()).toMatch(/[&]d\./);
    const { hash } = new URL(page.url());

    await page.context().close();
    page = await stage.open(hash);
    await openDetails(page);
    await card('D').locator('[data-phase="ready"]').waitFor();
    await openSettings(page);
    const settings = page.locator('settings-panel');
    await settings.getByRole('radio', { name: 'run D' }).check();
    await remove('D').click();
    await expect
      .poll(() => settings.getByRole('radio', { name: 'all runs' }).isChecked())
      .toBe(true);
    await remove('C').click();
    await remove('B').waitFor();
    await expect.poll(() => page.locator('run-card').count()).toBe(2);
    await expect.poll(() => new URL(page.url()).hash).toBe('#v=2&pair=score-function&seed=3');
    await trainAll(300);
    expect(complaints.get(page)).toEqual([]);
  });
});

describe('what is on display', () => {
  test('says the return so far; actions can be drawn without changing training', async () => {
    page = await stage.open('#v=2&pair=score-function&seed=3');
    await openDetails(page);
    const shown = card('A').locator('[data-figure="shown"]');
    await expect.poll(() => shown.innerText()).toMatch(/return −[\d.]+ in [1-9]\d* steps/);
    const before = await runTo(page, 600);
    await page.getByRole('button', { name: 'Reset' }).click();
    await openMore(page);
    await page.getByRole('checkbox', { name: 'Random actions' }).check();
    expect(await runTo(page, 600)).toEqual(before);
    expect(complaints.get(page)).toEqual([]);
  });
});
