import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe';
import {
  complaints,
  openChart,
  openDetails,
  openTool,
  repository,
  restingBox,
  useStage,
} from './browser';

const stage = useStage();
const folder = mkdtempSync(join(tmpdir(), 'sweeps-'));
afterAll(() => rmSync(folder, { recursive: true }));

const acp = (...words: string[]) =>
  execFileSync(join(repository, 'build/native/acp'), words, {
    ...{ cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  });

interface ReportedArm {
  name: string;
  seeds: number;
  iqm: number;
  iqm_interval: [number, number];
  mean: number;
  median: number;
  worst: number;
  best: number;
}
let reported: ReportedArm[];
beforeAll(() => {
  const words = ['preset=cart-pole-a2c', 'seeds=1..6', 'a2c.gamma=0.9,0.99', 'steps=400'];
  acp('sweep', ...words, 'evaluate_every=200', '--out', 'gamma', '--jobs', '1');
  const report = acp('report', 'gamma', '--format', 'json');
  reported = (JSON.parse(report) as { arms: ReportedArm[] }).arms;
});

const bandsOf = (page: Page) => page.locator('band-curves');

async function openFiles(page: Page): Promise<void> {
  await openDetails(page);
  await page.locator('run-card').first().locator('summary', { hasText: 'Files' }).press('Enter');
  await page
    .locator('run-files')
    .first()
    .getByRole('button', { name: 'Open sweep folder' })
    .waitFor();
}

const chooser = (page: Page, name: string) =>
  page.locator('run-files').first().locator(`input[aria-label="${name}"]`);

const valueOf = (text: string) => Number(text.replaceAll(',', '').replace('−', '-'));

async function cellsOf(page: Page, arm: string): Promise<string[]> {
  const row = bandsOf(page).locator('tbody tr', { has: page.locator(`th:text-is("${arm}")`) });
  await expect.poll(() => row.locator('td').count()).toBeGreaterThan(8);
  return row.locator('td').allInnerTexts();
}

test('a folder of a sweep stands beside the runs, with the figures of its report', async () => {
  const page = await stage.open('#v=2&preset=cart-pole-a2c');
  await openFiles(page);
  await chooser(page, 'Open sweep folder').setInputFiles(join(folder, 'gamma'));
  const bands = bandsOf(page);
  for (const [i, { name }] of reported.entries()) {
    await bands.getByText(`R${i + 1} · recorded: ${name} · 6 seeds, 1 to 6`).waitFor();
  }
  await bands.getByText(/“gamma”: 2 arms of 12 runs, made by version/).waitFor();
  await bands.getByText(/R2 from R1: above for|R2 ends above R1 for/).waitFor();

  await openTool(bands, 'Data table');
  for (const [i, arm] of reported.entries()) {
    const [seeds, step, ...figures] = (await cellsOf(page, `R${i + 1}`)).map(valueOf);
    expect([seeds, step]).toEqual([arm.seeds, 400]);
    const expected = [arm.iqm, ...arm.iqm_interval, arm.mean, arm.median, arm.worst, arm.best];
    expected.forEach((value, k) => expect(Math.abs(figures[k]! - value)).toBeLessThan(0.051));
  }
  await openChart(page);
  await bands.getByText('as in acp report, each counts by its last evaluation').waitFor();
  await bands.getByText('n = 6: such an interval was measured').first().waitFor();

  await expect.poll(() => violations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(320);
  expect(complaints.get(page)).toEqual([]);
});

test('recorded arms come and go, and run here; what cannot be read changes nothing', async () => {
  const page = await stage.open('#v=2&preset=pendulum-sac');
  await openFiles(page);
  const results = join(folder, 'gamma/results.jsonl');
  await chooser(page, 'Load checkpoint').setInputFiles(results);
  const bands = bandsOf(page);
  await bands.getByText(/R1 is of .*, A of .*: their returns cannot be compared/).waitFor();

  const wrong = join(folder, 'wrong.jsonl');
  writeFileSync(wrong, readFileSync(results, 'utf8').replace('"updates":', '"updates":-'));
  await chooser(page, 'Open sweep').setInputFiles(wrong);
  const alert = page.locator('run-files').first().getByRole('alert');
  await alert.getByText(/“wrong.jsonl” was not opened: wrong.jsonl, line 2: updates:/).waitFor();
  await bands.getByText(/R1 · recorded/).waitFor();

  const first = bands.getByRole('checkbox', { name: reported[0]!.name });
  await first.press('Space');
  await bands.getByText(/R1 · recorded/).waitFor({ state: 'detached' });
  await first.press('Space');
  await bands.getByText(/R1 · recorded/).waitFor();

  const again = bands.getByRole('button', {
    name: `Run these settings here: ${reported[0]!.name}`,
  });
  await again.press('Enter');
  await expect.poll(() => page.locator('run-card').count()).toBe(2);
  await expect
    .poll(() => new URL(page.url()).hash)
    .toMatch(/a2c.gamma=0.9.*b.environment=cart_pole/);

  await bands.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  await bands.waitFor({ state: 'detached' });
  expect(complaints.get(page)).toEqual([]);
});

test('a folder is opened where the mouse lets it go', async () => {
  const page = await stage.open('#v=2&preset=cart-pole-a2c');
  const card = await restingBox(page.locator('run-card').first());
  const [x, y] = [card.x + card.width / 2, card.y + card.height / 2];
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [join(folder, 'gamma')], dragOperationsMask: 1 };
  await browser.send('Input.dispatchDragEvent', { type: 'dragEnter', x, y, data });
  await page.waitForFunction(() => customElements.get('run-files') !== undefined);
  for (const type of ['dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  const bands = bandsOf(page);
  await bands.getByText(/“gamma”: 2 arms of 12 runs, made by version/).waitFor();
  for (const [i, { name }] of reported.entries()) {
    await bands.getByText(`R${i + 1} · recorded: ${name} · 6 seeds, 1 to 6`).waitFor();
  }
  expect(complaints.get(page)).toEqual([]);
});
