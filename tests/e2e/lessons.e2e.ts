import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Lesson } from '../../web/src/protocol/lesson';
import { violations } from './axe';
import { complaints, repository, useStage } from './browser';
import { compiledLesson } from './compiled-lessons';
import { doByKeyboard, next } from './keyboard-walk';
import { doStep, isOfLines, openLesson, panelOf, PATIENCE } from './walking';

const stage = useStage();
const folder = resolve(repository, 'web/lessons');
const lessons = readdirSync(folder).map((id) => compiledLesson(id));
const FIRST = 'two-gradients';
const first = lessons.find(({ id }) => id === FIRST)!;

const begin = async (lesson: Lesson) => {
  const page = await stage.visit(`${stage.url}#start=`);
  await page.locator('start-page').waitFor();
  await openLesson(page, lesson);
  return page;
};
const heading = (page: Page) => panelOf(page).getByRole('heading', { level: 1 });

async function expectEnd(page: Page, score: RegExp): Promise<void> {
  await expect.poll(() => heading(page).innerText()).toBe('That was it');
  await expect.poll(() => panelOf(page).locator('section').innerText()).toMatch(score);
  expect(complaints.get(page)).toEqual([]);
}

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
  test('is walked to its end, without a mistake', { timeout: 400_000 }, async () => {
    const page = await begin(lesson);
    for (const step of lesson.steps) {
      await expect.poll(() => heading(page).innerText()).toBe(step.title);
      await expect.poll(() => violations(page)).toEqual([]);
      await doStep(page, step, false);
      await expect.poll(() => violations(page)).toEqual([]);
      await panelOf(page).locator('.next').click();
    }
    await expectEnd(page, /Score 100 %/);
  });

  test('is walked to its end with every wrong answer', { timeout: 400_000 }, async () => {
    const page = await begin(lesson);
    for (const step of lesson.steps) {
      await expect.poll(() => heading(page).innerText()).toBe(step.title);
      await doStep(page, step, true);
      await panelOf(page).locator('.next').click();
    }
    const hasReasons = lesson.steps.some(({ task }) => task.kind === 'explain');
    await expectEnd(page, hasReasons ? /Score \d\d %/ : /Score 100 %/);
  });
});

test('a lesson is walked by keyboard alone', { timeout: 400_000 }, async () => {
  const page = await begin(first);
  for (const step of first.steps) {
    await expect.poll(() => heading(page).innerText()).toBe(step.title);
    await doByKeyboard(page, step);
    await next(page);
  }
  await expectEnd(page, /Score 100 %/);
});

test('a line is lit below its question, held until it is foretold, and left by keyboard', async () => {
  const lesson = lessons.find(({ id }) => id === 'soft-actor-critic')!;
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
