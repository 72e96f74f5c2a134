import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Lesson, Step } from '../../web/src/protocol/lesson';
import { restingBox } from './browser';

/** Milliseconds within which whatever a lesson lets train has been trained. */
export const PATIENCE = 200_000;
/** Milliseconds between two looks of a lesson at what is done. */
const LOOK = 200;
/** Lines of an update, and more. */
const MOST_LINES = 20;

export const panelOf = (page: Page): Locator => page.locator('lesson-panel');

/** What starts the runs, in any language. */
const playOf = (page: Page): Locator => page.getByRole('button', { name: /^(Play|Start)$/ });

/** Opens a lesson from its beginning. */
export async function openLesson(page: Page, { id, steps }: Lesson): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#lesson=${id}&step=1`);
  await panelOf(page).getByRole('heading', { level: 1, name: steps[0]!.title }).waitFor();
}

/** Trains until something is there, if it is not without; laboratories need no Play. */
export async function trainUntil(page: Page, wanted: Locator): Promise<void> {
  const pages = page.locator(':is(transport-bar, lab-page, bootstrap-page, surrogate-page)');
  await pages.filter({ visible: true }).first().waitFor();
  const hasPlay = (await playOf(page).count()) > 0;
  if (hasPlay) await nextLook(page);
  if (hasPlay && (await wanted.count()) === 0) await playOf(page).click();
  await wanted.waitFor({ timeout: PATIENCE });
}

/** Waits until the lesson has looked at what is done, and has shown it. */
function nextLook(page: Page): Promise<void> {
  return page.evaluate(async (end) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    for (const start = await frame(); (await frame()) - start <= end;);
    await frame();
  }, LOOK);
}

export const doneOf = (page: Page): Locator => panelOf(page).locator('section[data-done="true"]');

/** Does a step; with every wrong answer before the right one, or without. */
export async function doStep(page: Page, step: Step, isWrongly: boolean): Promise<void> {
  const { task } = step;
  if (task.kind === 'explain') {
    const wrong = task.reasons.flatMap(({ trial }, i) => (trial ? [i] : []));
    for (const reason of isWrongly ? wrong : []) await tryReason(page, reason);
    await giveReason(page, task.right);
  } else if (task.kind === 'predict') {
    await predict(page, step, isWrongly);
  }
  if (step.solve !== undefined) await setUp(page, step.solve);
  else if (isOfLines(step)) await goToLine(page);
  await trainUntil(page, doneOf(page));
}

/** Whether a step is done at a line of the stepper. */
export const isOfLines = ({ until }: Step): boolean =>
  until.some(({ left }) => left.first === 'stepper.line');

/** From line to line until the step is done. */
async function goToLine(page: Page): Promise<void> {
  const stride = page.locator('stepper-view .strides .primary');
  const lit = page.locator('stepper-view .row.lit .code').first();
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const line = await lit.innerText();
    await stride.click();
    await expect.poll(() => lit.innerText()).not.toBe(line);
    if (await isThere(doneOf(page))) return;
  }
}

export async function isThere(wanted: Locator): Promise<boolean> {
  try {
    await wanted.waitFor({ timeout: 1000 });
    return true;
  } catch {
    return false;
  }
}

/** As somebody would who changes the settings. */
async function setUp(page: Page, link: string): Promise<void> {
  await panelOf(page).evaluate(
    (panel, detail) => panel.dispatchEvent(new CustomEvent('trial', { detail })),
    link,
  );
  await page.locator('run-card [data-phase="starting"]').waitFor({ state: 'detached' });
}

async function giveReason(page: Page, reason: number): Promise<void> {
  await panelOf(page).getByRole('radio').nth(reason).check();
  await panelOf(page).locator('.give').click();
}

/** A wrong reason is answered by an experiment. */
async function tryReason(page: Page, reason: number): Promise<void> {
  await giveReason(page, reason);
  await panelOf(page).locator('.trial').click();
  await trainUntil(page, panelOf(page).locator('.reply'));
  await expect.poll(() => panelOf(page).locator('.reply').innerText()).not.toContain('…');
}

/** The first or the last choice; a slider as it is, or at its end; a curve that rises. */
async function predict(page: Page, { task }: Step, isWrongly: boolean): Promise<void> {
  if (task.kind !== 'predict') return;
  const panel = panelOf(page);
  const { guess } = task;
  if (guess.kind === 'choice') {
    await panel
      .getByRole('radio')
      .nth(isWrongly ? guess.choices.length - 1 : 0)
      .check();
  } else if (guess.kind === 'number' && isWrongly) {
    await panel.getByRole('slider').fill('200');
  } else if (guess.kind === 'curve') {
    await drawCurve(page, isWrongly);
  }
  await expectHeld(page);
  await panel.locator('.seal').click();
}

/** Nothing goes on until there is a prediction, where there is something that could. */
async function expectHeld(page: Page): Promise<void> {
  const stride = page.locator('stepper-view .strides .primary');
  if ((await stride.count()) > 0) await expect.poll(() => stride.isDisabled()).toBe(true);
  const play = playOf(page);
  if ((await play.count()) > 0) await expect.poll(() => play.isDisabled()).toBe(true);
}

async function drawCurve(page: Page, isFalling: boolean): Promise<void> {
  const over = page.locator('learning-curves .u-over');
  const { x, y, width, height } = await restingBox(over);
  const [from, to] = isFalling ? [0.2, 0.8] : [0.8, 0.2];
  await page.mouse.move(x + 2, y + from * height);
  await page.mouse.down();
  await page.mouse.move(x + width - 2, y + to * height, { steps: 20 });
  await page.mouse.up();
  await page.mouse.move(0, 0);
}
