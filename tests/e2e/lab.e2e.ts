import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import { complaints, fileOf, openTool, runTo, setUpStage, type Stage } from './browser';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setUpStage();
});
afterEach(() => page.context().close());
afterAll(() => stage.close());

const COSINE = 'lab=cosine:frequency=0.3&policy=gaussian:mu=1,log_sigma=0';

async function openLab(hash = '#v=1&lab=', options = {}): Promise<void> {
  page = await stage.openLab(hash, options);
}

/** The variances at N = 1 in the data table of the 1/N law, by estimator. */
async function variances(): Promise<Record<string, number>> {
  const rows = page.locator('[data-figure="law"] tbody tr');
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
  );
  const ones = texts.filter(([, samples]) => samples === '1');
  return Object.fromEntries(ones.map(([name, , variance]) => [name!, Number(variance)]));
}

async function openTable(figure: string): Promise<void> {
  await openTool(page.locator(`[data-figure="${figure}"]`), 'Data table');
  await page.locator(`[data-figure="${figure}"] tbody tr`).first().waitFor();
}

describe('the gradient lab', () => {
  test('opens from the header and goes back, with the runs as they were', async () => {
    page = await stage.open();
    await page.getByRole('link', { name: 'Gradient lab' }).click();
    await page.locator('[data-figure="cloud"]').waitFor();
    await expect.poll(() => page.url()).toContain('lab=quadratic');
    await expect.poll(() => page.locator('transport-bar').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Playground' }).click();
    await page.locator('transport-bar').waitFor();
    await expect.poll(() => page.url()).toContain('pair=');
    expect(complaints.get(page)).toEqual([]);
  });

  test('the order of the variances turns with the frequency of the cosine', async () => {
    await openLab(`#v=1&${COSINE}`);
    await openTable('law');
    const [pathwise, score] = ['Reparameterization', 'Score function, value'];
    await expect.poll(async () => Object.keys(await variances())).toContain(score);
    const slow = await variances();
    expect(slow[pathwise]!).toBeLessThan(slow[score]!);

    const slider = page.getByRole('slider', { name: 'frequency, slider' });
    await slider.focus();
    for (let i = 0; i < 12; i++) await slider.press('PageUp');
    await expect
      .poll(async () => {
        const fast = await variances();
        return fast[pathwise]! > 5 * fast[score]!;
      })
      .toBe(true);
    const verdict = page.locator('[data-figure="verdict"]');
    await verdict.getByText(/^Score function.* has the lowest mean squared error/).waitFor();
    await verdict.getByText('The slope of cos(kx) grows with k').waitFor();

    await page.getByRole('checkbox', { name: 'Score function, leave-one-out' }).check();
    await page
      .locator('[data-figure="law"] tbody th', { hasText: 'leave-one-out' })
      .first()
      .waitFor();
    await page.getByRole('checkbox', { name: 'Reparameterization' }).uncheck();
    await expect.poll(async () => pathwise in (await variances())).toBe(false);
    expect(complaints.get(page)).toEqual([]);
  });

  test('every telling task is measured and judged', async () => {
    await openLab();
    const ids = await page
      .locator('[data-example]')
      .evaluateAll((all) => all.map((button) => (button as HTMLElement).dataset.example!));
    expect(ids.length).toBeGreaterThan(5);
    for (const id of ids) {
      await page.locator(`[data-example="${id}"]`).click();
      await page.locator(`[data-example="${id}"][aria-pressed="true"]`).waitFor();
      await expect.poll(() => page.locator('lab-table tbody tr').count()).toBeGreaterThan(2);
      await expect
        .poll(() => page.locator('[role="alert"]:visible').count(), { message: id })
        .toBe(0);
    }
    await page.locator('[data-example="step"]').click();
    await page.getByText('zero variance, and wrong.').waitFor();
    expect(complaints.get(page)).toEqual([]);
  });

  test('races, and hands the race out', async () => {
    await openLab();
    await page.getByRole('button', { name: 'Start the race' }).click();
    const finishes = page.locator('lab-race section table');
    await page.getByRole('button', { name: 'Race again' }).waitFor({ timeout: 60_000 });
    await expect
      .poll(() => finishes.locator('tbody th').allInnerTexts())
      .toEqual(['Reparameterization', 'Score function, leave-one-out', 'Score function']);
    const iterations = finishes.locator('tbody tr td:nth-of-type(2)');
    const [pathwise, , score] = (await iterations.allInnerTexts()).map(Number);
    expect(score!).toBeGreaterThan(5 * pathwise!);

    const race = page.locator('[data-figure="race"]');
    const text = async (kind: 'CSV' | 'SVG') => (await fileOf(race, kind)).toString();
    await expect
      .poll(() => text('CSV'))
      .toMatch(/\r\nReparameterization,0\.4,1,0\.\d+,.*32 seeds.*#lab=/s);
    await expect.poll(() => text('SVG')).toMatch(/^<svg .*Actor-Critic Playground \d.*#lab=/s);
    expect(complaints.get(page)).toEqual([]);
  });

  test('arrow keys move through the data of a figure', async () => {
    await openLab('#v=1&lab=step');
    const law = page.locator('[data-figure="law"]');
    await law.locator('.picture').focus();
    const readOut = law.locator('.read-out');
    await expect
      .poll(async () => {
        await page.keyboard.press('Home');
        return readOut.textContent();
      })
      .toMatch(/^1 of \d+: estimator .*, N 1, variance /);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => readOut.textContent()).toMatch(/^2 of /);
    await page.keyboard.press('Escape');
    await expect.poll(() => readOut.textContent()).toBe('');
    expect(complaints.get(page)).toEqual([]);
  });

  test('shows which choices a categorical policy made', async () => {
    await openLab();
    await page.locator('[data-example="categorical"]').click();
    await openTable('objective');
    const choices = page.locator('[data-figure="objective"] tbody th');
    await expect
      .poll(async () => new Set(await choices.allTextContents()))
      .toEqual(new Set(['0', '1', '2']));
  });

  test('names what it does not understand of a link', async () => {
    await openLab('#v=1&lab=cosine:frequency=x&show=pathwise');
    await page.getByText('cosine: frequency: not a number').waitFor();
    await page.getByText('show=pathwise: unknown').waitFor();
  });

  test('opens on a moment of a run', async () => {
    page = await stage.open();
    await runTo(page, 1000);
    await page.getByRole('button', { name: 'Freeze run B' }).click();
    await page
      .getByText(/Run B, frozen at step/)
      .first()
      .waitFor();
    await openTable('law');
    await expect.poll(async () => (await variances()).Reparameterization).toBeGreaterThan(0);
    await expect.poll(async () => (await variances())['Score function']).toBeGreaterThan(0);
    await page.locator('[data-figure="verdict"]', { hasText: 'same critic' }).waitFor();
    const weights = page.locator('[data-figure="theta"]');
    await expect
      .poll(() => weights.locator('figcaption').textContent())
      .toMatch(/Points outside: Reparameterization \d(\.\d+)? %/);
    await openTable('theta');
    const cells = weights.locator('tbody tr').first().locator('td');
    const shareOff = async () => {
      const [, mean, , exact] = (await cells.allInnerTexts()).map(Number);
      return Math.abs(mean! - exact!) / exact!;
    };
    await expect.poll(shareOff, { timeout: 60_000 }).toBeLessThan(1);
    expect(complaints.get(page)).toEqual([]);
  });

  test('stands still when reduced motion is preferred, until more is asked for', async () => {
    await openLab('#v=1&lab=', { reducedMotion: 'reduce' });
    const caption = page.locator('[data-figure="cloud"] figcaption');
    await expect.poll(() => caption.textContent()).toContain('500 estimates');
    await page.getByRole('button', { name: 'More samples' }).click();
    await expect.poll(() => caption.textContent()).toContain('1,000 estimates');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe-core finds nothing in the ${colorScheme} theme`, async () => {
      await openLab('#v=1&lab=step&seed=x', { colorScheme });
      await openTable('law');
      await page.getByRole('button', { name: 'variance, show formula' }).click();
      await expect.poll(() => violations(page)).toEqual([]);
    });
  }

  test('nothing is cut off at 320 px, and everything can be touched', async () => {
    await openLab('#v=1&lab=', { viewport: { width: 320, height: 640 } });
    await openTable('law');
    const { overflow, small } = await page.evaluate(() => {
      const found: string[] = [];
      const visit = (root: ParentNode) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) visit(element.shadowRoot);
          if (!element.matches('button, select, summary, input, a')) continue;
          const target = element.closest('label') ?? element;
          const { width, height } = target.getBoundingClientRect();
          if (width > 0 && (width < 44 || height < 44)) {
            found.push(`${element.outerHTML.slice(0, 80)} ${width} x ${height}`);
          }
        }
      };
      visit(document);
      return { overflow: document.documentElement.scrollWidth - innerWidth, small: found };
    });
    expect(overflow).toBeLessThanOrEqual(0);
    expect(small).toEqual([]);
  });
});
