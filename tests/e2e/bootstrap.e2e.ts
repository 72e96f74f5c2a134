import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './axe';
import {
  complaints,
  contentOf,
  openDetails,
  openTool,
  restingBox,
  runTo,
  useStage,
} from './browser';

const stage = useStage();

async function open(hash = '#bootstrap=', options = {}): Promise<Page> {
  const page = await stage.visit(stage.url + hash, options);
  await page.locator('[data-figure="value"]').waitFor();
  return page;
}

/** The rows of a figure's data table, which opens for it. */
async function table(page: Page, figure: string): Promise<number[][]> {
  await openTool(page.locator(`[data-figure="${figure}"]`), 'Data table');
  return rowsOf(page, figure);
}

/** The rows of an open table. */
async function rowsOf(page: Page, figure: string): Promise<number[][]> {
  const rows = page.locator(`[data-figure="${figure}"] tbody tr`);
  await rows.first().waitFor();
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
  );
  return texts.map((row) => row.map((text) => Number(text.replace('−', '-'))));
}

/** The length with the least sum of squared bias and variance, from the table. */
async function best(page: Page, figure = 'value'): Promise<number> {
  const rows = await table(page, figure);
  return rows.reduce((least, row) => (row[4]! < least[4]! ? row : least))[0]!;
}

const headline = (page: Page) => page.locator('[data-figure="verdict"] .headline').textContent();

async function setError(page: Page, percent: number): Promise<void> {
  await page.locator('#error').fill(String(percent));
  await page.locator('#error').press('Enter');
  const about = page.locator('[data-figure="value"] figcaption');
  await about.getByText(`critic ${percent} % off`).waitFor();
}

const BOTH = ['After 250 steps', 'After 1,000 steps'];

async function drop(page: Page, name: string, bytes: readonly number[]): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([name, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], name));
      return transfer;
    },
    [name, bytes] as const,
  );
  await page.locator('bootstrap-page').dispatchEvent('drop', { dataTransfer });
}

describe('the bootstrapping laboratory', () => {
  test('the best n moves from small to large as the critic’s error grows', async () => {
    const page = await open();
    const found: number[] = [];
    for (const percent of [0, 10, 30, 60, 100]) {
      await setError(page, percent);
      found.push(await best(page));
    }
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect([found[0], found[2], found[4]]).toEqual([1, 4, 32]);
    await expect.poll(() => headline(page)).toContain('n = 32 is best');
    expect(complaints.get(page)).toEqual([]);
  });

  test('lambda goes the same way: 0 for a good critic, towards 1 for a bad one', async () => {
    const page = await open('#bootstrap=&axis=lambda');
    const found: number[] = [];
    for (const percent of [0, 30, 100]) {
      await setError(page, percent);
      found.push(await best(page));
    }
    expect(found).toEqual([0, 0.85, 0.98]);
    const rows = await table(page, 'value');
    const [first, last] = [rows[0]!, rows.at(-1)!];
    expect([first[0], last[0]]).toEqual([0, 1]);
    expect(first[1]).toBeGreaterThan(last[1]!);
    expect(first[2]).toBeLessThan(last[2]!);
  });

  test('a larger batch looks farther, for the policy gradient too', async () => {
    const page = await open('#bootstrap=&samples=1');
    const one = [await best(page), await best(page, 'gradient')];
    await page.locator('[data-example="batch"]').click();
    await expect.poll(() => headline(page)).toContain('64 returns averaged');
    expect(one).toEqual([1, 1]);
    await expect.poll(() => best(page)).toBe(32);
    await expect.poll(() => best(page, 'gradient')).toBe(8);
  });

  test('the sheet fills with runs and comes out as the book has it', async () => {
    const page = await open();
    const caption = page.locator('[data-figure="learning"] figcaption');
    await page.locator('bootstrap-figures .sheet').scrollIntoViewIfNeeded();
    const runs = async () => parseInt(/\d+ runs each/.exec(await caption.innerText())?.[0] ?? '0');
    await expect.poll(runs, { timeout: 20_000 }).toBeGreaterThanOrEqual(100);
    const [, , rms, error, count] = (await table(page, 'learning')).find(
      ([n, stepSize]) => n === 4 && stepSize === 0.4,
    )!;
    expect(count).toBeGreaterThanOrEqual(100);
    expect(Math.abs(rms! - 0.2649)).toBeLessThan(4 * Math.hypot(error!, 0.0013));
  });

  test('is all in its link, and by keyboard', async () => {
    const page = await open();
    await page.locator('#own').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('#process').selectOption('gridworld');
    await expect.poll(() => page.url()).toMatch(/bootstrap=gridworld:[^&]*&n=8$/);
    const again = await open(new URL(page.url()).hash);
    await expect.poll(() => again.locator('#own').getAttribute('aria-valuetext')).toBe('8');
    const before = await headline(page);
    await expect.poll(() => headline(again)).toBe(before);
  });

  test('the map of a gridworld can be edited, and is in the link', async () => {
    const page = await open('#bootstrap=gridworld:map=s..-..g');
    const before = await table(page, 'value');
    await page.getByRole('button', { name: 'Row 1, column 2: floor' }).click();
    await expect.poll(() => page.url()).toContain('gridworld:map=sx.-..g,');
    await expect.poll(() => rowsOf(page, 'value')).not.toEqual(before);
    const after = await rowsOf(page, 'value');
    const again = await open(new URL(page.url()).hash);
    expect(await table(again, 'value')).toEqual(after);
    const refused = await stage.visit(`${stage.url}#bootstrap=gridworld:map=...`);
    await refused.getByRole('alert').getByText(/map/).waitFor();
  });

  test('a pressed pointer moves the reader’s own length', async () => {
    const page = await open();
    const box = await restingBox(page.locator('[data-figure="value"] canvas'));
    await page.mouse.move(box.x + box.width - 20, box.y + 100);
    await page.mouse.down();
    await expect.poll(() => page.url()).toContain('n=512');
    await page.mouse.move(box.x + 60, box.y + 100);
    await page.mouse.up();
    await expect.poll(() => page.url()).toContain('&n=1');
  });

  test('names what it cannot use of a link', async () => {
    const page = await open('#bootstrap=none&error=7&n=3');
    const notice = await page.locator('bootstrap-page .notice').innerText();
    expect(notice).toContain('bootstrap=none: not one of');
    expect(notice).toContain('error=7: not a number from 0 to 1');
  });

  test('as the critic of a run learns, the best n moves from large to small', async () => {
    const page = await open();
    await page.locator('[data-example="learning"]').click();
    const least = (rows: number[][]) => rows.reduce((a, b) => (b[6]! < a[6]! ? b : a));
    for (const figure of ['frozen-0', 'frozen-1']) {
      await page.locator(`[data-figure="${figure}"]`).waitFor({ timeout: 20_000 });
      await openTool(page.locator(`[data-figure="${figure}"]`), 'Data table');
    }
    const states = async (figure: string) => (await rowsOf(page, figure))[0]![8];
    await expect.poll(() => states('frozen-0'), { timeout: 60_000 }).toBe(64);
    await expect.poll(() => states('frozen-1'), { timeout: 60_000 }).toBe(64);
    const [early, late] = [await rowsOf(page, 'frozen-0'), await rowsOf(page, 'frozen-1')];
    expect([least(early)[0], least(late)[0]]).toEqual([64, 1]);
    for (const [n, bias, , variance, , samples, sum, error] of [...early, ...late]) {
      expect([n, sum]).toEqual([n, expect.closeTo(bias! + variance! / samples!, 3)]);
      expect(error).toBeGreaterThan(0);
    }
    expect(await headline(page)).toBe(
      'After 250 steps n = 64 is best; after 16,000 this critic is so good that n = 1 is.',
    );
    await expect
      .poll(() => page.url())
      .toMatch(/bootstrap=run:preset=gridworld-actor-critic,early/);
    expect(complaints.get(page)).toEqual([]);
  }, 150_000);

  test('opens a run of the playground, early and as it is, and a file of it', async () => {
    const page = await stage.open('#v=2&runs=2&preset=gridworld-actor-critic');
    await runTo(page, 1000);
    await openDetails(page);
    const card = page.locator('run-card').first();
    await card.locator('summary', { hasText: 'Files' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      card.getByRole('button', { name: 'Save checkpoint' }).click(),
    ]);
    await page.getByRole('button', { name: 'How far to look?, run A' }).click();
    const titles = page.locator('frozen-figures h2');
    await expect.poll(() => titles.allInnerTexts()).toEqual(BOTH);
    await page.getByText('Run A of the playground').waitFor();
    await page.getByRole('button', { name: 'Back to the processes' }).click();
    await page.locator('[data-figure="value"]').waitFor();

    await drop(page, 'notes.acp', [1, 2, 3]);
    await expect.poll(() => headline(page)).toMatch(/^Not applied: checkpoint/);
    const buffer = await contentOf(file);
    const [name, mimeType] = [file.suggestedFilename(), 'application/octet-stream'];
    await page.locator('bootstrap-panel #file').setInputFiles({ name, mimeType, buffer });
    await expect.poll(() => titles.allInnerTexts()).toEqual(BOTH.slice(1));
    await expect.poll(() => headline(page)).toMatch(/^After 1,000 steps this critic is/);
    expect(complaints.get(page)).toEqual([]);
  }, 90_000);

  test('leads to three runs of A2C, in a tab of their own', async () => {
    const page = await open();
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Watch n = 1, 5 and 64 learn' }).click();
    const runs = await opened;
    await runs.locator('run-card [data-phase="ready"]').nth(2).waitFor();
    await expect.poll(() => runs.url()).toMatch(/a\.a2c\.n=1&b\.a2c\.n=5&c\.a2c\.n=64/);
  });

  test.each([
    ['light', 1280, 'value', '#bootstrap='],
    ['dark', 1280, 'value', '#bootstrap='],
    ['light', 320, 'value', '#bootstrap='],
    ['light', 1280, 'frozen-1', '#bootstrap=run'],
    ['dark', 320, 'frozen-1', '#bootstrap=run'],
  ] as const)('has nothing wrong with it, %s and %i wide: %s', async (...look) => {
    const [colorScheme, width, figure, hash] = look;
    const viewport = { width, height: 720 };
    const page = await stage.visit(stage.url + hash, { colorScheme, viewport });
    await page.locator(`[data-figure="${figure}"]`).waitFor({ timeout: 20_000 });
    await expect.poll(() => violations(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    if (width < 1280 || figure !== 'value') return;
    const box = await restingBox(page.locator('[data-figure="value"] canvas'));
    expect(box.y + box.height).toBeLessThanOrEqual(viewport.height);
  });
});
