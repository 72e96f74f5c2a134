import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './axe';
import { complaints, openTool, repository, restingBox, useStage } from './browser';

const stage = useStage();

async function open(hash = '#surrogate=', options = {}): Promise<Page> {
  const page = await stage.visit(stage.url + hash, options);
  await page.locator('[data-figure="line"] canvas').waitFor();
  await page.locator('[data-figure="rounds"] canvas').waitFor();
  return page;
}

/** The rows of a figure's data table, without the headings. */
async function tableOf(page: Page, figure: string): Promise<string[][]> {
  const frame = page.locator(`[data-figure="${figure}"]`);
  await openTool(frame, 'Data table');
  await frame.locator('tbody tr').first().waitFor();
  return frame
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
    );
}

const number = (text?: string) => Number(text?.replace('−', '-'));

interface Cursor {
  readonly eta: number;
  readonly j: number;
  readonly surrogate: number;
}

/** J and its surrogate where the cursor stands, by the table. */
async function atCursor(page: Page): Promise<Cursor> {
  const rows = await tableOf(page, 'line');
  const [, eta, j, surrogate] = rows.find(([name]) => name?.includes('cursor')) ?? [];
  return { eta: number(eta), j: number(j), surrogate: number(surrogate) };
}

/** The same, once the cursor has left `eta` and rests, which the address tells. */
async function restingCursor(page: Page, eta: number): Promise<Cursor> {
  const rests = async () => {
    const now = (await atCursor(page)).eta;
    return now !== eta && new URLSearchParams(new URL(page.url()).hash).get('eta') === String(now);
  };
  await expect.poll(rests).toBe(true);
  return atCursor(page);
}

/** Drags the cursor by mouse to a share of the canvas. */
async function drag(page: Page, from: number, to: number): Promise<void> {
  const box = await restingBox(page.locator('[data-figure="line"] canvas'));
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + from * box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + to * box.width, y, { steps: 5 });
  await page.mouse.up();
}

describe('the surrogate laboratory', () => {
  test('past its best step the return falls while the promise rises', async () => {
    const page = await open();
    const best = (await tableOf(page, 'line')).find(([name]) => name?.includes('largest J'))!;
    const start = await atCursor(page);
    await drag(page, 0.3, 0.5);
    const past = await restingCursor(page, start.eta);
    const { width } = await restingBox(page.locator('[data-figure="line"] canvas'));
    expect(past.eta).toBeCloseTo((20 * (width / 2 - 52)) / (width - 66), 0);
    expect(past.eta).toBeGreaterThan(number(best[1]));
    await drag(page, 0.5, 0.95);
    const far = await restingCursor(page, past.eta);
    expect(far.eta).toBeGreaterThan(past.eta);
    expect(far.j).toBeLessThan(past.j);
    expect(far.surrogate).toBeGreaterThan(past.surrogate);
    await page.getByText(/the return has fallen to/).waitFor();
    expect(complaints.get(page)).toEqual([]);
  });

  test('is worked by keyboard', async () => {
    const page = await open();
    const before = await atCursor(page);
    await page.getByRole('slider', { name: 'Step size η' }).focus();
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await atCursor(page)).eta).toBeCloseTo(before.eta + 1, 6);
  });

  test('with 1,000 steps per round the return ends lower than with 10', async () => {
    const page = await open();
    await page.getByRole('button', { name: /^Why only a few steps\?/ }).click();
    await page.getByText(/gone where its data knows nothing/).waitFor();
    const rows = await tableOf(page, 'rounds');
    const last = (steps: string) => number(rows.findLast(([k]) => k === steps)?.[2]);
    expect(last('1000')).toBeLessThan(last('10') - 1);
    expect(last('10')).toBeGreaterThan(number(rows[0]?.[2]));
  });

  test('leads to two runs that differ by their gradient steps, in a tab of their own', async () => {
    const page = await open();
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Watch a network take 1 or 16 steps' }).click();
    const runs = await opened;
    await runs.locator('run-card [data-phase="ready"]').nth(1).waitFor();
    await expect.poll(() => runs.url()).toContain('pair=many-updates');
  });

  test('hides J until the reader has said where it is largest', async () => {
    const page = await open();
    await page.getByRole('button', { name: /^Where does the promise break\?/ }).click();
    await page.getByRole('heading', { name: 'Return and promise' }).waitFor();
    await drag(page, 0.3, 0.6);
    const shown = async () =>
      (await tableOf(page, 'line')).filter(([name, , j]) => j !== '–' || name?.includes('largest'));
    await expect.poll(shown).toEqual([]);
    await expect.poll(() => page.url()).toContain('predict=1');
    await page.getByRole('button', { name: 'Show J' }).click();
    await page.getByText(/You said η = .* it is largest at η = 3\.8/).waitFor();
    await expect.poll(async () => (await atCursor(page)).j).toBeGreaterThan(3);
  });

  test('weighs states as asked, and only one way ends below the start', async () => {
    const page = await open('#surrogate=counterexample');
    const rows = await tableOf(page, 'states');
    const ends = rows.filter(([, step]) => step === '300');
    const of = (name: string) => number(ends.find(([path]) => path?.startsWith(name))?.[4]);
    expect(number(rows[0]?.[4])).toBeCloseTo(1.63, 6);
    expect(of('d_π, discounted')).toBeGreaterThan(1.98);
    expect(of('d_μ with emphasis')).toBeGreaterThan(1.98);
    expect(of('d_μ, as off-policy')).toBeLessThan(1.01);
  });

  test('the start of the paths is dragged', async () => {
    const page = await open('#surrogate=counterexample');
    const canvas = page.locator('[data-figure="states"] canvas');
    await page.locator('[data-figure="visits"] canvas').waitFor();
    await canvas.click();
    await expect.poll(() => page.url()).toMatch(/p=0\.(4[5-9]|5\d),q=0\.(4[5-9]|5\d),/);
  });

  test('more episodes narrow the bands, and known advantages do too', async () => {
    const page = await open('#surrogate=&eta=4&span=5');
    const last = async () => (await tableOf(page, 'estimates')).at(-1)!.map(number);
    const [, , , , single, , known] = await last();
    expect(known).toBeLessThan(single!);
    await page.getByRole('radio', { name: '1000', exact: true }).check();
    await expect.poll(async () => (await last())[4]).toBeLessThan(single! / 2);
    await expect.poll(() => page.url()).toContain('episodes=1000');
  });

  test('two episodes begin alike and end apart, others with another seed', async () => {
    const page = await open('#surrogate=gridworld&eta=10');
    const episodes = async () => {
      const rows = await tableOf(page, 'rollouts');
      const of = (name: string) =>
        rows.filter(([kind]) => kind === name).map((row) => row.slice(1));
      return { alone: of('π alone'), once: of('π once, then μ') };
    };
    const { alone, once } = await episodes();
    expect(once[0]).toEqual(alone[0]);
    expect(once).not.toEqual(alone);
    const before = JSON.stringify(alone);
    await page.getByRole('button', { name: 'Another pair of episodes' }).click();
    await expect.poll(async () => JSON.stringify((await episodes()).alone)).not.toBe(before);
    await expect.poll(() => page.url()).toContain('seed=2');
    await page
      .locator('[data-figure="rollouts"]')
      .getByText(/Seed 2,/)
      .waitFor();
    const again = await open(new URL(page.url()).hash);
    expect(await tableOf(again, 'rollouts')).toEqual(await tableOf(page, 'rollouts'));
  });

  test('two baselines that are as noisy lead elsewhere', async () => {
    const page = await stage.visit(`${stage.url}#surrogate=simplex:ascent=natural,offset=-0.5`);
    await page.locator('[data-figure="simplex"] canvas').waitFor();
    const headline = page.locator('[data-figure="verdict"] .headline');
    await headline.getByText(/0\.5 below that of least variance/).waitFor();
    const runs = async () => (await headline.textContent())!.match(/\d+(?= of 200|(?= do))/g)!;
    const [below, above] = (await runs()).map(Number);
    expect(above).toBeGreaterThan(below! + 45);
    const ends = async () =>
      (await tableOf(page, 'simplex')).filter(([, step]) => step === '200').map((row) => row[2]);
    const before = await ends();
    expect(before).toHaveLength(9);
    expect(number(before[0])).toBeGreaterThan(0.99);
    await page.getByLabel('Baseline offset', { exact: false }).last().fill('0.5');
    await page.keyboard.press('Enter');
    await headline.getByText(/0\.5 above that of least variance/).waitFor();
    expect((await runs()).map(Number)).toEqual([above, below]);
    await expect.poll(() => page.url()).toContain('offset=0.5');
    await expect.poll(() => page.locator('[data-figure="line"]').count()).toBe(0);
    await page.getByRole('button', { name: /^Where does the promise break\?/ }).click();
    await page.locator('[data-figure="line"] canvas').waitFor();
    expect(complaints.get(page)).toEqual([]);
  });

  test('a direction is drawn, by arrow and by keyboard', async () => {
    const page = await open('#surrogate=two_states&eta=4');
    await page.getByLabel('Direction', { exact: true }).selectOption('drawn');
    const along = await atCursor(page);
    const pad = page.locator('surrogate-drawn svg');
    await pad.waitFor();
    await expect.poll(() => page.url()).toContain('direction=drawn&drawn=');
    const box = await restingBox(pad);
    await page.mouse.click(box.x + 0.9 * box.width, box.y + 0.5 * box.height);
    await expect.poll(() => page.url()).toMatch(/drawn=0\.9\d?,-0\.9\d?,0(\.0\d)?,-?0/);
    await expect.poll(async () => (await atCursor(page)).j).toBeLessThan(along.j);
    const stayed = await atCursor(page);
    await page.getByRole('slider', { name: 'go in near' }).focus();
    await page.keyboard.press('End');
    await expect.poll(() => page.url()).toMatch(/drawn=0\.9\d?,1,/);
    await expect.poll(async () => (await atCursor(page)).j).not.toBe(stayed.j);
    const again = await open(new URL(page.url()).hash);
    await expect.poll(() => atCursor(again)).toEqual(await atCursor(page));
    await page.getByRole('button', { name: 'Begin with the gradient' }).click();
    await expect.poll(async () => (await atCursor(page)).j).toBeCloseTo(along.j, 1);
    expect(complaints.get(page)).toEqual([]);
  });

  test('the natural gradient does not wait on the plateau of the gradient', async () => {
    const page = await open();
    await expect.poll(() => page.locator('[data-figure="speed"]').count()).toBe(0);
    await page.getByRole('button', { name: /^Why does the natural gradient not/ }).click();
    await page.getByText(/the natural gradient is ahead for good/).waitFor();
    const rows = await tableOf(page, 'speed');
    const at = (name: string, step: string) =>
      number(rows.find(([direction, each]) => direction === name && each === step)?.[2]);
    expect(at('gradient', '0')).toBe(at('natural gradient', '0'));
    const [slow, fast] = ['gradient', 'natural gradient'].map((name) => at(name, '60'));
    expect(fast).toBeGreaterThan(slow! + 2);
    expect(at('gradient', '300') - slow!).toBeLessThan(0.5);
    expect(complaints.get(page)).toEqual([]);
  });

  test('the paths of another process do not stay', async () => {
    const page = await open('#surrogate=polytope');
    await page.locator('[data-figure="polytope"] canvas').waitFor();
    await page.getByLabel('Process', { exact: true }).selectOption('gridworld');
    await page.locator('[data-figure="polytope"]').waitFor({ state: 'detached' });
    await page.getByLabel('Process', { exact: true }).selectOption('two_states');
    await page
      .locator('[data-figure="polytope"]')
      .getByText(/two_states:/)
      .waitFor();
  });

  test('a run leads here with its policy, and so does its file', async () => {
    const page = await stage.open('#v=2&preset=gridworld-actor-critic&seed=1');
    await page.getByLabel('Details of run A').click();
    await page.getByRole('button', { name: 'Surrogate lab, run A' }).click();
    await page.locator('[data-figure="line"] canvas').waitFor();
    await page.getByText(/^Run A at step/).waitFor();
    await page
      .locator('[data-figure="line"]')
      .getByText(/gridworld:.*Run A at step/)
      .waitFor();
    await expect.poll(async () => (await tableOf(page, 'line')).length).toBeGreaterThan(10);
    await page.getByRole('button', { name: 'Back to the processes' }).click();
    await page.getByLabel('Process', { exact: true }).waitFor();
    await page.setInputFiles('surrogate-panel input[type="file"]', {
      name: 'no-run.acp',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('no run'),
    });
    await page
      .getByRole('alert')
      .getByText(/checkpoint/)
      .waitFor();
    await page.getByLabel('Process', { exact: true }).waitFor();

    const file = join(mkdtempSync(join(tmpdir(), 'acp-')), 'run.acp');
    const acp = resolve(repository, 'build/native/acp');
    execFileSync(acp, ['train', 'preset=cliff-sarsa', 'steps=1000', `checkpoint=${file}`]);
    await page.setInputFiles('surrogate-panel input[type="file"]', file);
    await page
      .locator('[data-figure="line"]')
      .getByText(/gridworld:.*run\.acp/)
      .waitFor();
    await expect.poll(async () => (await tableOf(page, 'line')).length).toBeGreaterThan(10);
    expect(complaints.get(page)).toEqual([]);
  });

  test('policy iteration reaches the best corner of the polytope', async () => {
    const page = await open('#surrogate=polytope');
    const rows = await tableOf(page, 'polytope');
    const end = rows.findLast(([name]) => name === 'policy iteration')!;
    expect(number(end[2])).toBeCloseTo(4.0334, 3);
    expect(number(end[3])).toBeCloseTo(4.3576, 3);
  });

  test('opens as its link says, and names what it cannot use', async () => {
    const hash = '#v=1&surrogate=chain:length=4,slip=0.2&direction=natural&span=5&eta=1.5&x=1';
    const page = await open(hash);
    await page.getByText('x: unknown').waitFor();
    await expect.poll(async () => (await atCursor(page)).eta).toBe(1.5);
    await expect.poll(() => page.url()).toContain('chain:length=4,slip=0.2,near=0.05,gamma=0.95');
  });

  test('a map is edited, and one without a goal is not possible', async () => {
    const page = await open('#surrogate=gridworld&eta=10');
    const before = await atCursor(page);
    await page.getByRole('button', { name: 'Row 1, column 1: floor' }).click();
    await page.getByRole('button', { name: 'Row 1, column 1: wall' }).waitFor();
    await expect.poll(async () => (await atCursor(page)).j).not.toBe(before.j);
    const refused = await open('#surrogate=gridworld:map=s..');
    await refused.getByRole('alert').getByText(/map/).waitFor();
  });

  test('every question is answered', async () => {
    const page = await open();
    const questions = page.locator('[data-example]');
    for (let i = 0; i < (await questions.count()); i++) {
      await questions.nth(i).click();
      await page.locator('[data-example][aria-pressed="true"]').waitFor();
      const isOfArms = (await questions.nth(i).getAttribute('data-example')) === 'baseline';
      const figure = isOfArms ? 'simplex' : 'line';
      await expect.poll(async () => (await tableOf(page, figure)).length).toBeGreaterThan(10);
      await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    }
    expect(complaints.get(page)).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('axe-core finds nothing in the %s theme', async (theme) => {
    const page = await open('#surrogate=gridworld', { colorScheme: theme });
    await page.locator('[data-figure="visits"] canvas').waitFor();
    await expect.poll(() => violations(page)).toEqual([]);
  });

  test('fits into 320 pixels', async () => {
    const page = await open('#surrogate=gridworld', { viewport: { width: 320, height: 640 } });
    const { scrollWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
    }));
    expect(scrollWidth).toBeLessThanOrEqual(320);
  });

  test('shows cursor and verdict without scrolling', async () => {
    const page = await open('#surrogate=', { viewport: { width: 1280, height: 720 } });
    for (const selector of ['[data-figure="line"] canvas', '[data-figure="verdict"] .headline']) {
      const box = await restingBox(page.locator(selector));
      expect(box.y + box.height).toBeLessThanOrEqual(720);
    }
  });

  test('shows the cursor in a lesson, too, where its questions are folded away', async () => {
    const viewport = { width: 1280, height: 720 };
    const page = await stage.visit(`${stage.url}#lesson=surrogate&step=1`, { viewport });
    const box = await restingBox(page.locator('[data-figure="line"] canvas'));
    expect(box.y + box.height).toBeLessThanOrEqual(720);
    await expect.poll(() => page.locator('[data-example]').count()).toBe(0);
    await page.getByRole('link', { name: 'Surrogate', exact: true }).click();
    await page.locator('[data-example]').first().waitFor();
  });
});
