// Lessons in the pages of courses: in narrow frames, gone on with, and told of.
import type { Frame, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './axe';
import { complaints, useStage } from './browser';
import { compiledLesson } from './compiled-lessons';
import { html, useHost } from './host';

const lesson = compiledLesson('two-gradients');
const REASON = lesson.steps.findIndex(({ task }) => task.kind === 'explain');
/** CSS pixels. */
const NARROW = 320;

const stage = useStage();
const host = useHost();

type Told = Record<string, unknown>;

/** A page of a course that has kept this state, with a step in a narrow frame. */
async function openCourse(step: number, kept: object | null = null): Promise<Page> {
  const source = `${stage.url}embed.html#lesson=${lesson.id}&amp;step=${step}`;
  host.serve(() =>
    html(`<script>
      window.heard = [];
      addEventListener('message', ({ data, source }) => {
        heard.push(data);
        if (data.subject !== 'SPLICE.getState') return;
        const [subject, state] = ['SPLICE.getState.response', ${JSON.stringify(kept)}];
        source.postMessage({ subject, message_id: data.message_id, state }, '*');
      });
    </script><iframe src="${source}" width="${NARROW}" height="800" title="Lesson"></iframe>`),
  );
  return stage.visit(host.url);
}

const heard = (page: Page, key: 'type' | 'subject', value: string) =>
  page.evaluate(
    ([name, wanted]) =>
      (window as unknown as { heard: Told[] }).heard.filter((each) => each[name!] === wanted),
    [key, value],
  );

async function frameOf(page: Page): Promise<Frame> {
  const element = await page.locator('iframe').elementHandle();
  return (await element.contentFrame())!;
}

/** Every step done in one way or another, but for one. */
const allBut = (open: number) => ({
  version: 1,
  lesson: lesson.id,
  step: open,
  seconds: 60,
  answers: lesson.steps.map((_, i) => (i === open ? null : { isDone: true, chosen: [] })),
});

describe.each(lesson.steps.map(({ title, task }, i) => [i + 1, task.kind, title] as const))(
  'step %i, to %s, in a narrow frame',
  (number, _, title) => {
    test('has nothing wrong with it, and nothing beside it', async () => {
      const page = await openCourse(number);
      const frame = await frameOf(page);
      await frame.getByRole('heading', { level: 1, name: title }).waitFor();
      await frame.locator('[data-phase="ready"]').nth(1).waitFor();
      await expect.poll(() => violations(frame)).toEqual([]);
      const width = () => frame.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(width).toBeLessThanOrEqual(NARROW);
      expect(complaints.get(page)).toEqual([]);
    });
  },
);

test('a lesson goes on from what a course has kept, and tells that it is done', async () => {
  const page = await openCourse(1, allBut(REASON));
  const frame = await frameOf(page);
  const { task, title } = lesson.steps[REASON]!;
  if (task.kind !== 'explain') throw new Error(`${title} has no reasons`);
  await frame.getByRole('heading', { level: 1, name: title }).waitFor();
  await frame.locator('lesson-panel').getByRole('radio').nth(task.right).check();
  await frame.locator('lesson-panel .give').click();
  await expect
    .poll(() => heard(page, 'type', 'complete'))
    .toMatchObject([
      {
        lesson: lesson.id,
        link: `${stage.url}#lesson=${lesson.id}&step=${REASON + 1}`,
        runs: [],
        result: { completion: true, score: { scaled: 1, raw: 100, min: 0, max: 100 } },
      },
    ]);
  const reported = async () => (await heard(page, 'subject', 'SPLICE.reportScoreAndState')).at(-1);
  await expect
    .poll(reported)
    .toMatchObject({ score: 1, state: { lesson: lesson.id, step: REASON } });

  // What was reported is what another visit goes on from.
  const { state } = (await reported()) as { state: { answers: object[] } };
  expect(state.answers[REASON]).toEqual({ isDone: true, chosen: [task.right] });
  const next = await openCourse(1, state);
  const again = await frameOf(next);
  await again.getByRole('heading', { level: 1, name: title }).waitFor();
  await expect
    .poll(() => again.locator('lesson-panel .dot[data-done="true"]').count())
    .toBe(lesson.steps.length);
});

test.each([
  ['of another lesson', { ...allBut(REASON), lesson: 'families' }],
  ['of a later version', { ...allBut(REASON), version: 2 }],
  ['with a step that there is not', { ...allBut(REASON), step: 99 }],
  [
    'with reasons that there are not',
    { ...allBut(REASON), answers: [null, null, { chosen: [9] }] },
  ],
])('a state %s is no state', async (_, kept) => {
  const page = await openCourse(1, kept);
  const frame = await frameOf(page);
  await frame.getByRole('heading', { level: 1, name: lesson.steps[0]!.title }).waitFor();
  await frame.locator('[data-phase="ready"]').nth(1).waitFor();
  await expect.poll(() => heard(page, 'subject', 'SPLICE.getState')).toHaveLength(1);
  await expect.poll(() => frame.locator('lesson-panel .dot[data-done="true"]').count()).toBe(0);
  expect(complaints.get(page)).toEqual([]);
});
