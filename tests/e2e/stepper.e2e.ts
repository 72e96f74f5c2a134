import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './axe';
import { complaints, runTo, useStage } from './browser';

const stage = useStage();
const SAC = '#v=2&preset=pendulum-sac&seed=3';
const PAIR = '#v=2&pair=score-function&seed=3';
const TWO = '#v=2&environment=pendulum&seed=3&a.algorithm=dpg&b.algorithm=sac';

const lit = (page: Page) => page.locator('stepper-view .row.lit');
const text = (page: Page) => lit(page).locator('.code').first();
const where = (page: Page) => page.locator('stepper-view .where');
const heard = (page: Page) =>
  page.locator('stepper-view > p[aria-live], stepper-view p.visually-hidden');
const number = (page: Page, name: string) =>
  page.locator(`stepper-view .row.lit [data-name="${name}"]`).first();

async function opened(hash: string): Promise<Page> {
  const page = await stage.open(hash);
  await page.locator('stepper-panel summary').first().press('Enter');
  await lit(page).waitFor();
  return page;
}

test('by keyboard alone: lines, phases and updates, forwards and backwards', async () => {
  const page = await opened(SAC);
  await expect.poll(() => where(page).textContent()).toContain('update 1, at environment step 500');
  await page.locator('stepper-view .lines').focus();
  await expect.poll(() => text(page).textContent()).toContain('draw an action from the policy');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => text(page).textContent()).toContain('draw a batch');
  await expect.poll(() => number(page, 'r').textContent()).toMatch(/= −?\d/);
  const first = await page.locator('stepper-view .row.lit').innerText();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => heard(page).textContent()).toMatch(/^\s*Line 5: for each of them/);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => lit(page).innerText()).toBe(first);

  await page.keyboard.press('PageDown');
  await expect.poll(() => where(page).textContent()).toContain('update 2, at environment step 501');
  await page.keyboard.press('PageDown');
  await expect.poll(() => where(page).textContent()).toContain('update 3, at environment step 502');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect.poll(() => where(page).textContent()).toContain('update 1, at environment step 500');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => lit(page).innerText()).toBe(first);
  await page.keyboard.press('PageUp');
  await page.getByText('This is the first update').waitFor();
  expect(complaints.get(page)).toEqual([]);
});

test('neither the run nor what it learns is touched', async () => {
  const plain = await stage.open(PAIR);
  const digests = await runTo(plain, 600);
  const page = await opened(PAIR);
  await page.locator('stepper-view .lines').focus();
  await page.keyboard.press('PageDown');
  await expect.poll(() => where(page).textContent()).toContain('update 2');
  expect(await runTo(page, 600)).toEqual(digests);
});

test('two algorithms stand beside each other, and what differs is marked', async () => {
  const page = await opened(TWO);
  const rows = page.locator('stepper-view .row');
  const row = (words: string) => rows.filter({ hasText: words });
  await expect.poll(() => row('bootstrap').locator('.cell').count()).toBe(2);
  await row('bootstrap').getByText('differs').waitFor();
  await expect.poll(() => row('move every Q').getByText('differs').count()).toBe(0);
  await expect.poll(() => page.locator('stepper-view svg[data-path]').count()).toBe(2);
  const paths = page.locator('stepper-view svg[data-path]');
  await expect
    .poll(() => paths.evaluateAll((all) => all.map((each) => (each as SVGElement).dataset.path)))
    .toEqual(['deterministic', 'pathwise']);
  await page.locator('stepper-view').getByRole('radio', { name: 'run B' }).check();
  await expect.poll(() => row('bootstrap').locator('.cell').count()).toBe(1);
  await expect.poll(() => page.url()).toMatch(/[#&]line=b\.act(&|$)/);
});

test('an actor that weighs log-probabilities by advantages lights these alone', async () => {
  const page = await opened('#v=2&environment=cart_pole&algorithm=a2c&seed=3');
  const path = page.locator('stepper-view svg[data-path="advantage"]');
  await expect.poll(() => path.locator('.lit').count()).toBe(3);
  await expect.poll(() => path.textContent()).toContain('log π');
  await expect.poll(() => path.textContent()).not.toContain('Q');
});

test('lines are in the language of the page, seen and heard', async () => {
  const page = await stage.visit(`${stage.url}?lang=de${SAC}&step=620&line=target`);
  await expect.poll(() => text(page).textContent()).toContain('Bootstrapping, mit der Entropie');
  await page.locator('stepper-view .lines').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => heard(page).textContent()).toContain('bewege jedes Q auf y zu');
});

describe('a link', () => {
  test('opens an update, and leads back to it', async () => {
    const hash = `${SAC}&step=620&line=target&sample=3`;
    const page = await stage.open(hash);
    await lit(page).waitFor();
    await expect.poll(() => where(page).textContent()).toContain('at environment step 620');
    await expect.poll(() => text(page).textContent()).toContain('bootstrap');
    await expect.poll(() => page.locator('stepper-view #sample').inputValue()).toBe('3');
    const y = await number(page, 'y').innerText();
    await page.locator('stepper-view .lines').focus();
    await page.keyboard.press('PageUp');
    await expect.poll(() => where(page).textContent()).toContain('at environment step 619');
    await page.keyboard.press('PageDown');
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => number(page, 'y').innerText()).toBe(y);
    await expect.poll(() => page.url()).toContain('step=620&line=target&sample=3');

    const again = await stage.open(page.url().slice(page.url().indexOf('#')));
    await expect.poll(() => number(again, 'y').innerText()).toBe(y);
  });

  test('of a line or a transition that there is not, says so', async () => {
    const page = await stage.open(`${SAC}&step=510&line=nowhere&sample=4000`);
    await page
      .getByText('The batch has no more transitions')
      .or(page.getByText('No such line'))
      .first()
      .waitFor();
    const bad = await stage.open(`${SAC}&step=0&line=B!&sample=x`);
    for (const part of ['step=0', 'line=B!', 'sample=x']) await bad.getByText(part).waitFor();
  });
});

test('a point pressed on a learning curve opens the update there', async () => {
  const page = await stage.open(PAIR);
  await runTo(page, 800);
  const plot = page.locator('learning-curves curve-plot .plot');
  await plot.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await lit(page).waitFor();
  await expect.poll(() => where(page).textContent()).toMatch(/at environment step [5-8]\d\d/);
});

test('foretelling: a number is checked to its digits, then the next line is asked', async () => {
  const page = await stage.open(`${SAC}&step=620&line=target`);
  await lit(page).waitFor();
  const y = (await number(page, 'y').innerText()).replace(/^.*= /s, '');
  await page.locator('stepper-view').getByRole('radio', { name: 'foretell' }).check();
  await expect.poll(() => number(page, 'y').innerText()).toContain('?');
  await expect.poll(() => heard(page).textContent()).toContain('y = ?');
  const answer = page.locator('stepper-view #answer');
  await answer.fill('no');
  await answer.press('Enter');
  await page.getByText('“no” is not a number').waitFor();
  await answer.fill(y);
  await answer.press('Enter');
  await page.getByText(`Right. It is ${y}.`).waitFor();
  const choices = page.locator('stepper-view .choices button');
  await expect.poll(() => choices.count()).toBe(3);
  await choices.getByText('move every Q towards y').click();
  await expect.poll(() => text(page).textContent()).toContain('move every Q towards y');
  await page.getByText('2 of 2 right').waitFor();
});

test('a slip is found by the line that it is in', async () => {
  const page = await stage.open(`${SAC}&step=620&line=act`);
  await lit(page).waitFor();
  const formulas = () => page.locator('stepper-view .row .formula').allInnerTexts();
  const right = await formulas();
  await page.locator('stepper-view').getByRole('radio', { name: 'find the slip' }).check();
  await expect.poll(formulas).not.toEqual(right);
  const shown = await formulas();
  const wrong = shown.findIndex((formula, i) => formula !== right[i]);
  const rows = page.locator('stepper-view .row').filter({ has: page.locator('.formula') });
  await rows
    .nth(wrong === 0 ? 1 : 0)
    .locator('button')
    .click();
  await page.getByText('agrees with its numbers').waitFor();
  await rows.nth(wrong).locator('button').click();
  await page.getByText('Right. It was line').waitFor();
  await expect.poll(formulas).toEqual(right);
});

test('in a frame it is shown if it is asked for', async () => {
  const page = await stage.visit(`${stage.url}embed.html${SAC}&step=510&line=critic&show=stepper`);
  await lit(page).waitFor();
  await expect.poll(() => text(page).textContent()).toContain('move every Q');
});

describe('axe-core finds nothing', () => {
  test.each(['light', 'dark'] as const)('in the %s theme', async (colorScheme) => {
    const page = await stage.open(`${TWO}&step=520&line=target`, { colorScheme });
    await page.locator('stepper-view update-picture figure-frame').nth(1).waitFor();
    await expect.poll(() => violations(page)).toEqual([]);
    await page.locator('stepper-view').getByRole('radio', { name: 'foretell' }).check();
    await page.locator('stepper-view #answer').waitFor();
    await expect.poll(() => violations(page)).toEqual([]);
  });
});
