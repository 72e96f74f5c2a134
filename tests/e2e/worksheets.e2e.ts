// Lessons on paper, as the browser prints them; the code is read by a library that others wrote.
import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Task } from '../../web/src/protocol/lesson';
import { complaints, useStage } from './browser';
import { compiledLesson } from './compiled-lessons';

const ID = 'two-gradients';
/** CSS pixels of a sheet of A4 between margins of a centimetre. */
const SHEET = { width: 718, height: 1047 };
/** CSS pixels high enough to write into. */
const ROOM = 30;

const stage = useStage();
const sheet = (page: Page) => page.locator('lesson-worksheet');

/** What a task offers to be ticked. */
function choicesOf(task: Task): number {
  if (task.kind === 'explain') return task.reasons.length;
  return task.kind === 'predict' && task.guess.kind === 'choice' ? task.guess.choices.length : 0;
}

/** What a task has to be drawn into. */
const chartsOf = (task: Task) => Number(task.kind === 'predict' && task.guess.kind === 'curve');

/** What a camera reads from a picture of the code. */
async function readCode(page: Page): Promise<string | undefined> {
  const picture = await sheet(page).locator('svg[role="img"]').screenshot();
  const { data, width, height } = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      const pixels = context.getImageData(0, 0, image.width, image.height);
      return { data: [...pixels.data], width: pixels.width, height: pixels.height };
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}

describe.each([
  ['en', '', 'Name'],
  ['de', '?lang=de', 'Name'],
])('a worksheet in %s', (language, search, name) => {
  const lesson = compiledLesson(ID, language);

  test('has all questions, room for answers, and the link as text and as a code', async () => {
    const page = await stage.visit(`${stage.url}${search}#lesson=${ID}`, { viewport: SHEET });
    await sheet(page).locator('li').first().waitFor({ state: 'attached' });
    await expect.poll(() => sheet(page).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await expect
      .poll(() => sheet(page).getByRole('heading', { level: 1 }).innerText())
      .toBe(lesson.question);
    await expect
      .poll(() => sheet(page).getByRole('heading', { level: 2 }).allInnerTexts())
      .toEqual(lesson.steps.map(({ title }) => title));
    await expect.poll(() => sheet(page).locator('.name').innerText()).toBe(name);
    for (const [i, { task }] of lesson.steps.entries()) {
      const step = sheet(page).locator('li').nth(i);
      await expect.poll(() => step.locator('.choice').count()).toBe(choicesOf(task));
      await expect.poll(() => step.locator('.chart').count()).toBe(chartsOf(task));
      const heights = () =>
        step
          .locator('.line')
          .evaluateAll((all) => all.map((line) => line.getBoundingClientRect().height));
      await expect.poll(async () => (await heights()).length).toBeGreaterThanOrEqual(3);
      await expect.poll(async () => Math.min(...(await heights()))).toBeGreaterThan(ROOM);
    }

    const link = `${stage.url}${search}#lesson=${ID}`;
    await expect.poll(() => sheet(page).locator('.link').innerText()).toBe(link);
    await expect.poll(() => readCode(page)).toBe(link);
    expect(complaints.get(page)).toEqual([]);
  });

  test('is all that is printed, and nothing of it is beside the sheet', async () => {
    const page = await stage.visit(`${stage.url}${search}#lesson=${ID}`, { viewport: SHEET });
    await sheet(page).locator('li').first().waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    for (const part of ['lesson-panel', '.bench', 'footer', 'nav']) {
      const shown = () => page.locator(part).filter({ visible: true }).count();
      await expect.poll(shown, { message: part }).toBe(0);
    }
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(width).toBe(SHEET.width);
  });
});
