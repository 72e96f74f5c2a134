import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Lesson, Step } from '../../web/src/protocol/lesson';
import { complaints, repository, type Stage } from './browser';
import { compiledLesson } from './compiled-lessons';
import { doStep, openLesson, panelOf } from './walking';

const END = {
  en: { title: 'That was it', score: /Score (\d+) %/ },
  de: { title: 'Das war’s', score: /(\d+) % der Punkte/ },
};
export type Language = keyof typeof END;
const QUERY = { en: '', de: '?lang=de' };

/** All lessons, each after its id. */
export function lessonsIn(language: Language): [string, Lesson][] {
  const ids = readdirSync(resolve(repository, 'web/lessons'));
  return ids.map((id) => [id, compiledLesson(id, language)]);
}

/** How a step is done, and what leads to the next one. */
export interface Walk {
  doStep(page: Page, step: Step): Promise<void>;
  next(page: Page): Promise<void>;
}
const next = (page: Page): Promise<void> => panelOf(page).locator('.next').click();
export const rightly: Walk = { doStep: (page, step) => doStep(page, step, false), next };
export const wrongly: Walk = { doStep: (page, step) => doStep(page, step, true), next };

/** Walks a lesson from its beginning to its end; gives the score in percent. */
export async function walk(
  stage: Stage,
  lesson: Lesson,
  how: Walk,
  language: Language = 'en',
): Promise<number> {
  const page = await stage.visit(`${stage.url}${QUERY[language]}#start=`);
  await page.locator('start-page').waitFor();
  await openLesson(page, lesson);
  const heading = panelOf(page).getByRole('heading', { level: 1 });
  for (const step of lesson.steps) {
    await expect.poll(() => heading.innerText()).toBe(step.title);
    await how.doStep(page, step);
    await how.next(page);
  }
  const { title, score } = END[language];
  await expect.poll(() => heading.innerText()).toBe(title);
  await panelOf(page).locator('section', { hasText: score }).waitFor();
  expect(complaints.get(page)).toEqual([]);
  return Number(score.exec(await panelOf(page).locator('section').innerText())![1]);
}
