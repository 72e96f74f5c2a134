import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Lesson } from '../../web/src/protocol/lesson';
import { violations } from './axe';
import { complaints, useStage } from './browser';
import { doByKeyboard, next } from './keyboard-walk';
import { lessonsIn, rightly, walk, type Walk } from './lesson-walk';
import { isOfLines, PATIENCE } from './walking';

const stage = useStage();
const lessons = lessonsIn('en');
const BY_KEYBOARD = 'two-gradients';

const expectAccessible = (page: Page, part?: string) =>
  expect.poll(() => violations(page, part)).toEqual([]);
const byKeyboard: Walk = { doStep: doByKeyboard, next };
/** The lesson is looked at before and after each step, what is beside it after the last. */
const checked = (how: Walk, { steps }: Lesson): Walk => ({
  ...how,
  doStep: async (page, step) => {
    await expectAccessible(page, 'lesson-panel');
    await how.doStep(page, step);
    await expectAccessible(page, step === steps.at(-1) ? undefined : 'lesson-panel');
  },
});

test.each(
  lessons.map(
    ([id, lesson]) => [id, id === BY_KEYBOARD ? 'keyboard alone' : 'pointer', lesson] as const,
  ),
)('%s is walked to its end, by %s', { timeout: 600_000 }, async (id, _, lesson) => {
  const how = id === BY_KEYBOARD ? byKeyboard : rightly;
  expect(await walk(stage, lesson, checked(how, lesson))).toBe(100);
});

test('a line is lit below its question, held until foretold, left by keyboard', async () => {
  const [, lesson] = lessons.find(([id]) => id === 'soft-actor-critic')!;
  const at = lesson.steps.findIndex(isOfLines);
  const viewport = { width: 390, height: 844 };
  const link = `#lesson=${lesson.id}&step=${at + 1}`;
  const page = await stage.visit(`${stage.url}${link}`, { viewport });
  const lit = page.locator('stepper-view .row.lit .code').first();
  await lit.waitFor({ timeout: PATIENCE });
  await page.locator('stepper-view update-picture figure-frame').nth(1).waitFor();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  const first = await lit.innerText();
  await page.locator('stepper-view .lines').press('ArrowRight');
  await page.locator('stepper-view .row .line').last().press('Enter');
  await expect.poll(() => lit.innerText()).toBe(first);
  await doByKeyboard(page, lesson.steps[at]!);
  await expect.poll(() => lit.innerText()).not.toBe(first);
  expect(complaints.get(page)).toEqual([]);
});
