import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  complaints,
  figure,
  figureText,
  openTool,
  openDetails,
  openSettings,
  pressPlay,
  repository,
  runTo,
  useStage,
  waitForSteps,
} from './browser';

const stage = useStage();
let page: Page;

describe('the pair', () => {
  test('trains from one press of Play: steps advance, curves fill, nothing is wrong', async () => {
    page = await stage.open();
    const titles = await page.locator('run-card h2').allTextContents();
    expect(titles.map((title) => title.replace(/\s+/g, ' ').trim())).toEqual([
      'Run A: score function',
      'Run B: reparameterization',
    ]);
    await pressPlay(page);
    await waitForSteps(page, 1000);
    await page.getByRole('button', { name: 'Pause' }).click();
    for (const run of ['A', 'B'] as const) {
      await expect.poll(() => figure(page, run, 'updates')).toBeGreaterThan(400);
      await expect.poll(() => figure(page, run, 'evaluation')).toBeLessThan(-100);
    }
    await openTool(page.locator('learning-curves'), 'Data table');
    await page.locator('learning-curves tbody tr').nth(1).waitFor();
    await page.locator('learning-curves curve-plot canvas').waitFor();
    await expect.poll(() => paintedPixels(page)).toBeGreaterThan(100);
    expect(complaints.get(page)).toEqual([]);
  });

  test('is another one with two presses', async () => {
    page = await stage.open();
    await page.getByRole('button', { name: 'Other questions' }).click();
    await page.getByRole('button', { name: 'What does a baseline change?' }).click();
    await page.getByText('baseline: leave-one-out').first().waitFor();
    await page.waitForURL(/pair=leave-one-out/);
    await runTo(page, 520);
    expect(complaints.get(page)).toEqual([]);
  });
});

describe('the same seed gives the same bits', () => {
  test('as the native program, and again after a reset', async () => {
    page = await stage.open('#v=1&pair=score-function&seed=1');
    const digests = await runTo(page, 2000);
    const native = (preset: string) =>
      execFileSync(
        resolve(repository, 'build/native/acp'),
        ['digest', `preset=${preset}`, 'seed=1', 'steps=2000'],
        { encoding: 'utf8' },
      ).trim();
    expect(digests).toEqual([native('pendulum-sac-score-function'), native('pendulum-sac')]);

    await page.getByRole('button', { name: 'Reset' }).click();
    await expectSteps(0);
    expect(await runTo(page, 2000)).toEqual(digests);
  });

  test('and another seed other bits', async () => {
    page = await stage.open('#v=1&pair=score-function&seed=1');
    const first = await runTo(page, 600);
    await page.getByRole('button', { name: 'New seed' }).click();
    await expectSteps(0);
    await page.waitForURL(/seed=2/);
    const second = await runTo(page, 600);
    expect(second[0]).not.toBe(first[0]);
    expect(second[1]).not.toBe(first[1]);
  });
});

describe('controls', () => {
  test('Step takes one step in each run', async () => {
    page = await stage.open();
    await page.getByRole('button', { name: 'Step' }).click();
    await expectSteps(1);
  });

  test('the space bar plays and pauses, but leaves focused controls alone', async () => {
    page = await stage.open();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await waitForSteps(page, 20);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Play' }).waitFor();
    await page.getByRole('switch', { name: 'Dark theme' }).focus();
    await page.keyboard.press('Space');
    await page.locator('html[data-theme="dark"]').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Play' }).count()).toBe(1);
  });

  test('a bad value is explained beside its control, and the runs go on', async () => {
    page = await stage.open();
    await pressPlay(page);
    await waitForSteps(page, 50);
    await openSettings(page);
    await page.locator('settings-panel summary', { hasText: 'Learning' }).click();
    const field = page.locator('parameter-field[data-key="sac.tau"]');
    await field.locator('#control').fill('1.5');
    await field.locator('#control').press('Enter');
    await field.getByText('1.5 is outside').waitFor();
    await field.locator('#control[aria-invalid="true"]').waitFor();
    const before = await figure(page, 'B', 'steps');
    expect(before).toBeGreaterThan(0);
    await waitForSteps(page, before + 50);

    await field.locator('#control').fill('0.02');
    await field.locator('#control').press('Enter');
    await page
      .getByText(/target smoothing set to 0.02 at step/)
      .first()
      .waitFor();
    await field.locator('.error').waitFor({ state: 'hidden' });
    await expect.poll(() => figure(page, 'B', 'steps')).toBeGreaterThan(before);
  });

  test('a choice that needs another parameter says so beside both', async () => {
    page = await stage.open();
    await openSettings(page);
    await page.locator('settings-panel').getByRole('radio', { name: 'run A' }).check();
    const field = (key: string) => page.locator(`parameter-field[data-key="sac.${key}"]`);
    const baseline = field('baseline').locator('#control');
    await baseline.selectOption('leave_one_out');
    await field('baseline').getByText('Change action samples per state first').waitFor();
    await field('action_samples').getByText('Change this first: 1 is outside [2, 64]').waitFor();
    await expect.poll(() => baseline.inputValue()).toBe('none');

    await field('action_samples').locator('#control').fill('2');
    await field('action_samples').locator('#control').press('Enter');
    await field('baseline').locator('.error').waitFor({ state: 'hidden' });
    await field('action_samples').locator('.error').waitFor({ state: 'hidden' });
    await baseline.selectOption('leave_one_out');
    await page.getByText('baseline: leave-one-out').first().waitFor();
    await expect.poll(() => baseline.inputValue()).toBe('leave_one_out');
  });

  test('a parameter that is not live restarts the run it is changed in', async () => {
    page = await stage.open();
    await runTo(page, 100);
    await openSettings(page);
    await page.locator('settings-panel').getByRole('radio', { name: 'run B' }).check();
    await openSettings(page);
    await page.locator('settings-panel summary', { hasText: 'Learning' }).click();
    const field = page.locator('parameter-field[data-key="sac.critics"]');
    await field.locator('#control').fill('1');
    await field.locator('#control').press('Enter');
    await openDetails(page);
    await page.getByText('Differs from run A in: gradient estimator, critics').waitFor();
    await expect.poll(() => figure(page, 'B', 'steps')).toBe(0);
    await expect.poll(() => figure(page, 'A', 'steps')).toBe(100);
  });
});

describe('trouble', () => {
  test('parts of a link that make no sense are named and ignored', async () => {
    page = await stage.open('#v=1&seed=abc&pair=score-function&hack=1');
    const notice = await page.getByText('Parts of the link were ignored').textContent();
    expect(notice).toContain('seed=abc');
    expect(notice).toContain('hack: unknown');
  });

  test('a worker that dies with nothing kept is reported on its card, and restarts', async () => {
    page = await stage.openWith(() => {
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
    });
    await pressPlay(page);
    await waitForSteps(page, 20);
    const [worker] = page.workers();
    await worker!.evaluate(() => {
      setTimeout(() => {
        throw new Error('killed by the test');
      });
    });
    await page.getByText('killed by the test').waitFor();
    await expect.poll(() => page.locator('[data-phase="dead"]').count()).toBe(1);
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.locator('[data-phase="dead"]').waitFor({ state: 'detached' });
    await waitForSteps(page, 50);
  });

  test('a link of nothing but mistakes names the first few', async () => {
    page = await stage.open(`#${Array.from({ length: 50_000 }, (_, i) => `a${i}`).join('&')}`);
    await page.getByText('and 49,992 more').waitFor();
    await expect.poll(() => page.locator('app-root .notice li').count()).toBe(9);
  });

  test('a browser without WebAssembly SIMD gets one clear sentence', async () => {
    page = await stage.openWith(() => {
      WebAssembly.validate = () => false;
    });
    await page.getByText('lacks WebAssembly SIMD').waitFor();
  });
});

async function expectSteps(steps: number): Promise<void> {
  for (const run of ['A', 'B'] as const) {
    await expect.poll(() => figureText(page, run, 'steps')).toBe(String(steps));
  }
}

/** Pixels of the chart that have a colour of their own. */
function paintedPixels(on: Page): Promise<number> {
  return on.locator('learning-curves curve-plot canvas').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const context = (canvas as HTMLCanvasElement).getContext('2d')!;
    const { data } = context.getImageData(0, 0, width, height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const spread = Math.max(...data.slice(i, i + 3)) - Math.min(...data.slice(i, i + 3));
      if (data[i + 3]! > 200 && spread > 80) count++;
    }
    return count;
  });
}
