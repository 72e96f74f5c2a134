import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import {
  complaints,
  openDetails,
  openTool,
  pressPlay,
  repository,
  setStopAt,
  useStage,
} from './browser';

const stage = useStage();
const folder = mkdtempSync(join(tmpdir(), 'seed-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const acp = (...words: string[]) =>
  execFileSync(join(repository, 'build/native/acp'), words, {
    ...{ cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  });

const PAIR = 'preset=cart-pole-a2c&evaluate_every=200&seed=1&a2c.gamma=0.9&b.a2c.gamma=0.99';

async function trained(hash: string, step: string): Promise<Page> {
  const page = await stage.open(hash);
  await setStopAt(page, step);
  await pressPlay(page);
  await page.locator('band-curves').getByText('6 of 6 whole').waitFor({ timeout: 60_000 });
  await openDetails(page);
  await files(page).locator('summary', { hasText: 'Files' }).press('Enter');
  return page;
}
const files = (page: Page) => page.locator('run-card').first();

/** Presses a button that hands out a file; resolves to its path. */
async function taken(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    files(page).getByRole('button', { name: button }).click(),
  ]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** The cells of a row of the data table: seeds, step, and what they come to. */
async function cellsOf(page: Page, arm: string): Promise<string[]> {
  const row = page
    .locator('band-curves tbody tr')
    .filter({ has: page.locator(`th:text-is("${arm}")`) });
  await expect.poll(() => row.locator('td').count()).toBeGreaterThan(7);
  return row.locator('td').allInnerTexts();
}

test('the runs of the page are saved as a sweep, which acp report and the page read', async () => {
  const page = await trained(`#v=2&runs=2&seeds=3&${PAIR}`, '400');
  await openTool(page.locator('band-curves'), 'Data table');
  const shown = [await cellsOf(page, 'A'), await cellsOf(page, 'B')];
  const path = await taken(page, 'Save as sweep');
  expect(path).toMatch(/cart-pole-sweep-6-400\.zip$/);
  await page.getByText('cart-pole-sweep-6-400.zip, 6 of 6 runs whole at step 400.').waitFor();
  for (const [name, content] of Object.entries(unzipSync(readFileSync(path)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const own = join(folder, 'cart-pole-sweep-6-400');
  const words = ['preset=cart-pole-a2c', 'evaluate_every=200', 'seeds=1..3'];
  acp('sweep', ...words, 'a2c.gamma=0.9,0.99', 'steps=400', '--out', 'native', '--jobs', '1');
  expect(acp('report', own)).toBe(acp('report', join(folder, 'native')));
  const digests = (of: string) => acp('sweep', 'collect', '--out', of) && lastLines(of);
  expect(digests(own)).toEqual(digests(join(folder, 'native')));

  await files(page).locator('input[aria-label="Open sweep"]').setInputFiles(path);
  await page.locator('band-curves').getByText('R2 · recorded').waitFor();
  expect([await cellsOf(page, 'R1'), await cellsOf(page, 'R2')]).toEqual(shown);
  expect(complaints.get(page)).toEqual([]);
});

/** What the runs of a sweep ended with. */
function lastLines(of: string): string[] {
  const lines = readFileSync(join(of, 'results.jsonl'), 'utf8').trim().split('\n');
  return lines.filter((line) => line.startsWith('{"type":"end"'));
}

test('a checkpoint of a further seed has the bits of acp train', async () => {
  const page = await trained(`#v=2&runs=2&seeds=3&${PAIR}`, '300');
  await files(page).getByLabel('Further seed').selectOption('3');
  const path = await taken(page, 'Save its checkpoint');
  expect(path).toMatch(/cart-pole-a2c-a-seed-3-300\.acp$/);
  const words = ['preset=cart-pole-a2c', 'evaluate_every=200', 'seed=3', 'a2c.gamma=0.9'];
  const native = join(folder, 'native.acp');
  acp('train', ...words, 'steps=300', `checkpoint=${native}`);
  const [ours, theirs] = [path, native].map((each) => readFileSync(each));
  expect(ours!.length).toBe(theirs!.length);
  // All but the seconds that training took, and the checksum over them.
  const other = [...ours!.keys()].filter((at) => ours![at] !== theirs![at]);
  const ends = ours!.length - 8;
  const inside = other.filter((at) => at < ends);
  expect(Math.max(...inside) - Math.min(...inside)).toBeLessThan(8);
  expect(complaints.get(page)).toEqual([]);
});

test('what has not come to its end is not saved, and the reason is said', async () => {
  const page = await trained(`#v=2&runs=2&seeds=3&${PAIR}`, '200');
  await setStopAt(page, '5000');
  await files(page).getByRole('button', { name: 'Save as sweep' }).click();
  const alert = page.locator('run-files [role="alert"]');
  await alert.getByText('Nothing was saved: no run has come to step 5,000').waitFor();
  await setStopAt(page, '');
  await files(page).getByRole('button', { name: 'Save as sweep' }).click();
  await alert.getByText('Nothing was saved: a sweep has an end; set “Stop at step”.').waitFor();
  expect(complaints.get(page)).toEqual([]);
});
