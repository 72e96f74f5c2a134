import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { complaints, openDetails, pressPlay, repository, runTo, useStage } from './browser';
import { compiledLesson } from './compiled-lessons';
import { doStep, openLesson, panelOf } from './walking';

const folder = mkdtempSync(join(tmpdir(), 'hand-in-'));
const stage = useStage();
afterAll(() => rmSync(folder, { recursive: true }));

const card = (page: Page) => page.locator('run-card').first();
const dialog = (page: Page) => card(page).getByRole('dialog', { name: 'Hand in' });

async function openDialog(page: Page): Promise<void> {
  await card(page).getByRole('button', { name: 'Hand in…' }).click();
}

async function openFiles(page: Page): Promise<void> {
  await openDetails(page);
  await card(page).locator('summary', { hasText: 'Files' }).click();
}

/** Presses a button that hands out a file; resolves to where it is. */
async function taken(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

function verified(path: string): unknown {
  const { status, stdout } = spawnSync(
    resolve(repository, 'build/native/acp'),
    ['verify', path, '--format', 'json'],
    { encoding: 'utf8' },
  );
  return { status, ...(JSON.parse(stdout) as object) };
}

interface Said {
  experiments: { link: string; runs: { evaluation: { mean_return: number } }[] }[];
}

test('what runs came to is handed in, and reproduced elsewhere unless it was changed', async () => {
  const page = await stage.open('#v=2&pair=score-function&seed=3');
  await openFiles(page);
  await openDialog(page);
  await dialog(page).getByText('press Play first').waitFor();
  await dialog(page).getByRole('button', { name: 'Close' }).click();

  await runTo(page, 600);
  await openDialog(page);
  const save = () => dialog(page).getByRole('button', { name: 'Save file' }).click();
  await dialog(page).getByLabel('Your name').fill('  ');
  await save();
  await dialog(page).locator('input:invalid').waitFor();
  await dialog(page).getByLabel('Your name').fill('Ada |Lovelace');
  await dialog(page).getByLabel('What did you find?').fill('One learns.\nThe other does not.');
  const path = await taken(page, save);
  expect(path).toMatch(/hand-in-ada-lovelace\.json$/);
  expect(verified(path)).toMatchObject({
    status: 0,
    name: 'Ada |Lovelace',
    runs: 2,
    reproduced: true,
    answers: [{ answer: 'One learns.\nThe other does not.' }],
  });

  const said = JSON.parse(readFileSync(path, 'utf8')) as Said;
  const [experiment] = said.experiments;
  experiment!.runs[1]!.evaluation.mean_return = -100;
  writeFileSync(path, JSON.stringify(said));
  expect(verified(path)).toMatchObject({
    status: 1,
    mismatches: [{ field: 'experiments[0].runs[1].evaluation.mean_return', claimed: '-100' }],
  });
  expect(complaints.get(page)).toEqual([]);

  const reader = await stage.open(experiment!.link.replace(/^[^#]*/, ''));
  await pressPlay(reader);
  await reader.getByText('✓ Reproduced: at step 600').waitFor();
});

test('what nobody could run again from a link is not handed in', async () => {
  const page = await stage.open('#v=2&pair=score-function&seed=3');
  await runTo(page, 300);
  await openFiles(page);
  const save = () => card(page).getByRole('button', { name: 'Save checkpoint' }).click();
  const path = await taken(page, save);
  await card(page).locator('input.run').setInputFiles(path);
  await card(page).getByText('Goes on from').waitFor();
  await openDialog(page);
  await dialog(page).getByText('nobody could run them again from a link').waitFor();
});

test('a lesson is handed in with its answers and all that was run for it', async () => {
  const lesson = compiledLesson('two-gradients');
  const [predicted] = lesson.steps;
  const page = await stage.visit(`${stage.url}#start=`);
  await page.locator('start-page').waitFor();
  await openLesson(page, lesson);
  await doStep(page, predicted!, false);
  const key = `lesson.${lesson.id}.experiments`;
  const kept = () => page.evaluate((name) => localStorage.getItem(name), key);
  await expect.poll(kept).toContain('"steps":3000');

  // Another visit, in which nothing is run.
  await page.reload();
  await panelOf(page).getByRole('heading', { level: 1, name: predicted!.title }).waitFor();
  for (const { title } of lesson.steps) {
    await panelOf(page).getByRole('heading', { level: 1, name: title }).waitFor();
    await panelOf(page).locator('.next').click();
  }
  await panelOf(page).getByRole('button', { name: 'Hand in…' }).click();
  const form = page.getByRole('dialog', { name: 'Hand in' });
  await form.getByLabel('Your name').fill('Grace');
  const path = await taken(page, () => form.getByRole('button', { name: 'Save file' }).click());
  expect(verified(path)).toMatchObject({
    status: 0,
    name: 'Grace',
    lesson: lesson.id,
    mismatches: [],
    errors: [],
    runs: 2,
    reproduced: true,
    answers: [{ question: predicted!.title, answer: 'A is ahead' }],
  });
  expect(complaints.get(page)).toEqual([]);
});
