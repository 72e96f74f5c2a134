import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe';
import {
  chooseTask,
  complaints,
  figure,
  openSettings,
  pressPlay,
  repository,
  restingBox,
  runTo,
  useStage,
} from './browser';

const stage = useStage();
const TWO = '#v=2&runs=2&environment=formula&algorithm=sac&seed=1';
const golden = resolve(repository, 'tests/golden/digests.json');
const { digests } = JSON.parse(readFileSync(golden, 'utf8')) as { digests: Record<string, string> };

const mass = `state: x = uniform(-1, 1) in [-3, 3], v = 0 in [-3, 3]
action: force in [-1, 1]
next: v' = v + 0.1 force, x' = x + 0.1 v'
reward: -x^2
observe: x, v
limit: 50`;
const written = encodeURIComponent(mass);

const editor = (page: Page) => page.locator('formula-editor');
const reward = (page: Page) =>
  editor(page).locator('dt', { hasText: 'Reward' }).locator('+ dd math').textContent();

test('a pendulum of formulas learns to the bits of the other', async () => {
  const page = await stage.open(TWO);
  expect((await runTo(page, 2000))[0]).toBe(digests['preset=pendulum-sac seed=1 steps=2000']);
  expect(complaints.get(page)).toEqual([]);
});

test('a link has a task, which trains, is drawn and stays in the link', async () => {
  const page = await stage.open(`${TWO}&formula.task=${written}`);
  await runTo(page, 600);
  await expect.poll(() => figure(page, 'A', 'evaluation')).not.toBeNaN();
  const hash = new URL(page.url()).hash;
  expect(hash).toMatch(/&formula\.task=~[\w-]+$/);
  const other = await stage.open(hash);
  await openSettings(other);
  await expect.poll(() => editor(other).locator('textarea').inputValue()).toBe(mass);
  expect(complaints.get(other)).toEqual([]);
});

test('a wrong text says where, and the run goes on until a right one is applied', async () => {
  const page = await stage.open(`${TWO}&formula.task=${written}`);
  await openSettings(page);
  const text = editor(page).getByRole('textbox', { name: 'Task as formulas' });
  await pressPlay(page);
  await text.fill(mass.replace('reward: -x^2', 'reward: -y^2'));
  await editor(page).getByText('line 4, column 10: y is not known here').waitFor();
  const apply = editor(page).getByRole('button', { name: 'Apply' });
  await expect.poll(() => apply.isDisabled()).toBe(true);
  // Formulas are those of the last text that could be read.
  await expect.poll(() => reward(page)).toBe('−y2');
  await text.fill(mass.replace('reward: -x^2', 'reward: -(x'));
  await editor(page).getByText('line 5, column 1').waitFor();
  const sheet = editor(page).locator('.sheet');
  await expect.poll(() => sheet.getAttribute('data-old')).toBe('true');
  await expect.poll(() => reward(page)).toBe('−y2');
  const before = await figure(page, 'A', 'steps');
  await expect.poll(() => figure(page, 'A', 'steps')).toBeGreaterThan(before);
  expect(await violations(page, 'formula-editor')).toEqual([]);

  await text.fill(mass.replace('force in [-1, 1]', 'force in {left, right}'));
  await editor(page).getByText('A task. Applied').waitFor();
  await apply.click();
  await editor(page).getByText('This is what runs.').waitFor();
  const hash = () => new URL(page.url()).hash;
  await expect.poll(hash).not.toContain('algorithm=sac&');
  expect(complaints.get(page)).toEqual([]);
});

test('every example is a task from the list, with a link of its own', async () => {
  const page = await stage.open();
  await chooseTask(page, 'environment', 'formula');
  const start = editor(page).getByRole('combobox', { name: 'Start from' });
  await start.waitFor();
  const ids = await start
    .locator('option')
    .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value).filter(Boolean));
  expect(ids).toHaveLength(7);
  for (const id of ids) {
    await start.selectOption(id);
    const apply = editor(page).getByRole('button', { name: 'Apply' });
    if (id !== 'pendulum') {
      await editor(page).getByText('A task. Applied').waitFor();
      await apply.click();
    }
    await editor(page).getByText('This is what runs.').waitFor();
    const link = await editor(page).getByRole('link').getAttribute('href');
    expect(link!.length).toBeLessThan(2000);
  }
  expect(complaints.get(page)).toEqual([]);
});

test('formulas are typeset, and scroll where the page is narrow', async () => {
  const page = await stage.open(`${TWO}&formula.task=${written}`);
  await page.setViewportSize({ width: 320, height: 700 });
  await openSettings(page);
  await expect.poll(() => reward(page)).toBe('−x2');
  const wide = mass.replace('reward: -x^2', `reward: -(${'x + '.repeat(40)}x)`);
  await editor(page).locator('textarea').fill(wide);
  const region = editor(page).getByRole('region', { name: 'The formulas, typeset' });
  const isWide = () => region.evaluate((own) => own.scrollWidth > own.clientWidth);
  await expect.poll(isWide).toBe(true);
  const page320 = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(page320).toBeLessThanOrEqual(320);
  expect(await violations(page, 'formula-editor')).toEqual([]);
});

test.each([
  ['rod(0)', true],
  ['rod(pi)', false],
])('a task that says draw: %s has a rod that is upright or hangs', async (shape, isUpright) => {
  const page = await stage.open(
    `${TWO}&formula.task=${encodeURIComponent(`${mass}\ndraw: ${shape}`)}`,
  );
  const canvas = page.locator('run-stage canvas').first();
  const { width, height } = await restingBox(canvas);
  const middle = { x: (width < 340 ? 0.5 : 0.3) * width, y: 0.5 * height };
  const colorAt = (x: number, y: number) =>
    canvas.evaluate((element, at) => {
      const own = element as HTMLCanvasElement;
      const scale = own.width / own.getBoundingClientRect().width;
      const copy = new OffscreenCanvas(1, 1).getContext('2d')!;
      copy.drawImage(own, -at.x * scale, -at.y * scale);
      return copy.getImageData(0, 0, 1, 1).data.join();
    }, { x, y }); // prettier-ignore
  const isInked = async (up: number) => {
    const [rod, beside] = [
      await colorAt(middle.x, middle.y - up),
      await colorAt(middle.x - 20, middle.y - up),
    ];
    return rod !== beside;
  };
  await expect.poll(() => isInked(25)).toBe(isUpright);
  await expect.poll(() => isInked(-25)).toBe(!isUpright);
  expect(complaints.get(page)).toEqual([]);
});

test('a link whose text is wrong says so, and shows another task', async () => {
  const page = await stage.open(`${TWO}&formula.task=${written.replace('reward', 'rewart')}`);
  await page
    .getByText(/line 4, column 1/)
    .first()
    .waitFor();
  await expect.poll(() => page.locator('run-card').count()).toBe(2);
});
