import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe';
import { complaints, figure, openSettings, runTo, useStage } from './browser';

const stage = useStage();
const hash = (page: Page) => new URL(page.url()).hash;

test('a link has a reward: returns are by it, evaluations by either', async () => {
  const page = await stage.open('#v=2&runs=2&preset=pendulum-sac&seed=1&reward=reward%2B100');
  await runTo(page, 600);
  await expect.poll(() => figure(page, 'A', 'evaluation')).toBeGreaterThan(10_000);
  await page.getByText(/^Returns are by the written reward\..* run A −\d/).waitFor();
  expect(hash(page)).toContain('&reward=reward%2B100');
  expect(complaints.get(page)).toEqual([]);
});

test('a reward is written in the settings, looked at, applied and taken away', async () => {
  const page = await stage.open('#v=2&runs=2&preset=pendulum-sac&seed=1');
  await openSettings(page);
  await page.getByText('Reward of your own').click();
  const editor = page.locator('reward-editor');
  await editor.getByText('The task’s own reward is paid.').waitFor();
  const text = editor.getByRole('textbox', { name: 'Reward as a formula' });
  await text.fill('-(thta^2)');
  await editor.getByText('line 1, column 3: thta is not known here').waitFor();
  expect(await violations(page, 'reward-editor')).toEqual([]);
  const apply = editor.getByRole('button', { name: 'Apply' });
  await expect.poll(() => apply.isDisabled()).toBe(true);

  await text.fill('-(theta^2)');
  await editor.getByText('A reward. Applied').waitFor();
  await expect.poll(() => editor.locator('math').textContent()).toBe('−(θ2)');
  await apply.click();
  await editor.getByText('This is what is paid.').waitFor();
  await expect.poll(() => hash(page)).toContain('&reward=-(theta%5E2)');

  await text.fill('');
  await apply.click();
  await editor.getByText('The task’s own reward is paid.').waitFor();
  await expect.poll(() => hash(page)).not.toContain('reward=');
  expect(complaints.get(page)).toEqual([]);
});
