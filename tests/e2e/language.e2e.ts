import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './axe';
import { complaints, figure, figureText, useStage } from './browser';

const EXPERIMENT = '#v=2&pair=score-function&seed=3';
/** Words that no German sentence has. */
const ENGLISH =
  /\b(the|and|with|from|which|press|settings|runs|these|(?<!q-)learning|return of)\b/i;

const stage = useStage();
const german = (hash = EXPERIMENT) => stage.open(`?lang=de${hash}`);
const address = (page: Page) => page.url().replace(stage.url, '');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const language = (page: Page) => page.locator('language-switch select');
const tongue = (page: Page) => page.locator('html').getAttribute('lang');

/** What stands in the page or is said of it, a piece for each. */
function saidIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said: string[] = [];
    const read = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('style, script, noscript, option[lang], math, math *')) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
          said.push(element.getAttribute(name) ?? '');
        for (const node of element.childNodes)
          if (node.nodeType === Node.TEXT_NODE) said.push(node.textContent ?? '');
        if (element.shadowRoot) read(element.shadowRoot);
      }
    };
    read(document.body);
    return said.map((text) => text.trim()).filter(Boolean);
  });
}

async function expectGerman(page: Page): Promise<void> {
  const said = await saidIn(page);
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((text) => ENGLISH.test(text))).toEqual([]);
}

describe('an address that asks for German', () => {
  test('speaks it: title bar, controls, numbers, settings and what explains them', async () => {
    const page = await german();
    await expect.poll(() => tongue(page)).toBe('de');
    await page.getByRole('heading', { name: 'Lernt die bloße Score-Funktion?' }).waitFor();
    await page.getByText('Ziel −160,0').first().waitFor();
    await button(page, 'Einstellungen').click();
    const tau = page.locator('parameter-field', { hasText: 'Glättung des Zielnetzes' });
    await expect.poll(() => tau.locator('#control').inputValue()).toBe('0,01');
    await page.locator('settings-panel summary', { hasText: 'Lernen' }).click();
    await tau.getByText(/Standard 0,\d/).waitFor();
    await tau.locator('#control').fill('0,02');
    await tau.locator('#control').press('Enter');
    await expect.poll(() => address(page)).toContain('sac.tau=0.02');
    await page.getByText('Warum Baseline und Dimension der Aktion entscheiden').waitFor();
    await expectGerman(page);
    await expect.poll(() => violations(page)).toEqual([]);
    expect(complaints.get(page)).toEqual([]);
  });

  test('stays with the reader from page to page', async () => {
    const page = await german();
    await page.getByRole('link', { name: 'Gradientenlabor' }).click();
    await page.locator('lab-table tbody tr').nth(1).waitFor();
    await expect.poll(() => page.title()).toBe('Gradientenlabor · Actor-Critic Playground');
    await expect.poll(() => address(page)).toMatch(/^\?lang=de#v=1&lab=/);
    await expectGerman(page);
    await expect.poll(() => violations(page)).toEqual([]);
    await page.goBack();
    await expect.poll(() => address(page)).toBe(`?lang=de${EXPERIMENT}`);
    expect(complaints.get(page)).toEqual([]);
  });

  test.each(['bootstrap', 'surrogate'])('speaks it in the laboratory %s', async (name) => {
    const page = await stage.visit(`${stage.url}?lang=de#${name}=`);
    await page.locator('figure-frame').nth(1).waitFor();
    await page.getByText('Die ersten Zahlen sind unterwegs.').waitFor({ state: 'detached' });
    await expectGerman(page);
  });

  test('is in the link that is copied, and in what the builder makes', async () => {
    const page = await german();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await button(page, 'Link').click();
    const link = page.getByRole('textbox', { name: 'Link dieses Experiments' });
    await expect.poll(() => link.inputValue()).toMatch(/\/\?lang=de#v=2&pair=score-function/);
    await page.getByRole('link', { name: 'Einbetten' }).click();
    await page.locator('#element', { hasText: 'lang="de"' }).waitFor();
    await page.locator('#frame', { hasText: 'embed.html?lang=de#v=2' }).waitFor();
    await expectGerman(page);
  });
});

describe('the switch', () => {
  test('says everything anew, there and back, and the runs go on', async () => {
    const page = await stage.open(EXPERIMENT);
    await button(page, 'Play').click();
    await expect.poll(() => figure(page, 'A', 'steps')).toBeGreaterThan(20);
    await language(page).selectOption('de');
    await button(page, 'Pause').click();
    await button(page, 'Start').waitFor();
    await expect.poll(() => address(page)).toBe(`?lang=de${EXPERIMENT}`);
    await expect.poll(() => figureText(page, 'A', 'steps')).toMatch(/^[1-9][\d.]+$/);
    await page.getByRole('heading', { name: 'Lernt die bloße Score-Funktion?' }).waitFor();
    await expectGerman(page);
    await language(page).selectOption('en');
    await button(page, 'Play').waitFor();
    await expect.poll(() => address(page)).toBe(EXPERIMENT);
    await expect.poll(() => tongue(page)).toBe('en');
    expect(complaints.get(page)).toEqual([]);
  });

  test('is offered once to who prefers the other language, and English until then', async () => {
    const page = await stage.open(EXPERIMENT, { locale: 'de-AT' });
    await page.getByText('Diese Seite gibt es auch auf Deutsch.').waitFor();
    await expect.poll(() => tongue(page)).toBe('en');
    await button(page, 'English').click();
    await page.reload();
    await language(page).waitFor();
    await expect.poll(() => page.getByText('auch auf Deutsch').count()).toBe(0);
  });
});

test('a language that there is not is told of', async () => {
  const page = await stage.open(`?lang=tlh${EXPERIMENT}`);
  await page.getByText('A part of the address was ignored: lang=tlh: not en or de').waitFor();
  await button(page, 'Play').waitFor();
});

test('a frame speaks the language of its element', async () => {
  const page = await stage.visit('about:blank');
  const course = `${stage.url}course.html`;
  const body = `<!doctype html><html lang="de"><title>Kurs</title>
    <script src="${stage.url}actor-critic-playground.js"></script>
    <actor-critic-playground lang="de-CH" experiment="${EXPERIMENT}"></actor-critic-playground>`;
  await page.route(course, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(course);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Start', exact: true }).waitFor();
  await frame.getByText('Ziel −160,0').first().waitFor();
  await expect.poll(() => frame.locator('html').getAttribute('lang')).toBe('de');
});
