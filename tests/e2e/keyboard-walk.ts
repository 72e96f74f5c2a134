import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Step } from '../../web/src/protocol/lesson';
import { doneOf, isOfLines, isThere, PATIENCE } from './walking';

/** What has the focus, in whichever shadow root. */
interface Focused {
  tag: string;
  text: string;
  classes: string;
  /** of the setting that it is the control of */
  key: string;
  id: string;
  value: string;
  isClosedGroup: boolean;
  /** of a radio button */
  group: string;
}

const MOST_TABS = 250;

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const host = (element?.getRootNode() as ShadowRoot | undefined)?.host;
    const details = element?.parentElement;
    return {
      tag: element?.tagName ?? '',
      text: element?.textContent.trim() ?? '',
      classes: element?.className ?? '',
      key: host instanceof HTMLElement ? (host.dataset.key ?? '') : '',
      id: element?.id ?? '',
      value: element instanceof HTMLSelectElement ? element.value : '',
      isClosedGroup:
        host?.tagName === 'SETTINGS-PANEL' &&
        details instanceof HTMLDetailsElement &&
        !details.open,
      group: element instanceof HTMLInputElement ? element.name : '',
    };
  });
}

/** Presses Tab until something has the focus; groups of settings are opened on the way. */
async function tabTo(page: Page, isIt: (at: Focused) => boolean): Promise<void> {
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (isIt(at)) return;
    if (at.isClosedGroup) await page.keyboard.press('Enter');
  }
  throw new Error('Tab does not lead there');
}

const hasClass = (name: string) => (at: Focused) => at.classes.split(' ').includes(name);
const press = async (page: Page, isIt: (at: Focused) => boolean) => {
  await tabTo(page, isIt);
  await page.keyboard.press('Enter');
};

async function play(page: Page): Promise<void> {
  await press(page, ({ text }) => text === 'Play');
  await doneOf(page).waitFor({ timeout: PATIENCE });
}

/** Does a step with nothing but keys. */
export async function doByKeyboard(page: Page, step: Step): Promise<void> {
  const { task, solve } = step;
  if (task.kind === 'explain') {
    await tabTo(page, ({ group }) => group === 'reason');
    await page.keyboard.press('Space');
    for (let i = 0; i < task.right; i++) await page.keyboard.press('ArrowDown');
    await press(page, hasClass('give'));
  } else if (task.kind === 'predict') {
    const { kind } = task.guess;
    if (kind === 'choice') {
      await tabTo(page, ({ group }) => group === 'choice');
      await page.keyboard.press('Space');
    }
    if (kind === 'curve') {
      await press(page, ({ tag, text }) => tag === 'SUMMARY' && text.includes('numbers'));
      await page.keyboard.press('Tab');
      await page.keyboard.press('End');
    }
    await press(page, hasClass('seal'));
  } else if (solve !== undefined) {
    await change(page, solve);
  }
  if (isOfLines(step)) await goToLine(page);
  if (!(await isThere(doneOf(page)))) await play(page);
}

/** From line to line in the stepper, until the step is done. */
async function goToLine(page: Page): Promise<void> {
  await tabTo(page, hasClass('lines'));
  do await page.keyboard.press('ArrowRight');
  while (!(await isThere(doneOf(page))));
}

/** Changes one setting of one run in the drawer, and closes it. */
async function change(page: Page, link: string): Promise<void> {
  const [, letter = '', key = '', value = ''] = /^([a-d])\.([^=]+)=(.*)$/.exec(link) ?? [];
  await press(page, ({ tag, text }) => tag === 'BUTTON' && text === 'Settings');
  await page.locator('settings-panel section').waitFor();
  await tabTo(page, ({ group }) => group === 'scope');
  for (let i = 0; i <= 'abcd'.indexOf(letter); i++) await page.keyboard.press('ArrowRight');
  const scope = page.locator('settings-panel').getByRole('radio', { name: `run ${letter}` });
  await expect.poll(() => scope.isChecked()).toBe(true);
  await tabTo(page, (at) => at.key === key && at.id === 'control');
  await enter(page, value);
  await page.keyboard.press('Escape');
  await page.locator('.drawer').waitFor({ state: 'hidden' });
}

/** A text, or the option of a list that has the value. */
async function enter(page: Page, value: string): Promise<void> {
  const { tag } = await focused(page);
  if (tag !== 'SELECT') {
    await page.keyboard.press('Control+A');
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
    return;
  }
  const title = await page.locator(`settings-panel option[value="${value}"]`).first().innerText();
  await page.keyboard.type(title.trim().split(' ')[0]!);
  await expect.poll(async () => (await focused(page)).value).toBe(value);
}

export const next = (page: Page): Promise<void> => press(page, hasClass('next'));
