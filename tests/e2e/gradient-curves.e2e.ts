import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaints, fileOf, openTool, runTo, setUpStage, type Stage } from './browser';

let stage: Stage;
beforeAll(async () => {
  stage = await setUpStage();
});
afterAll(() => stage.close());

test('what gradient estimates scatter is shown once it was measured', async () => {
  const page = await stage.open();
  const chart = page.locator('gradient-curves');
  await expect.poll(() => chart.locator('section').count()).toBe(0);
  await runTo(page, 1500);
  await chart.locator('curve-plot canvas').waitFor();
  for (const name of ['A · score function', 'B · reparameterization']) {
    await chart.locator('.legend', { hasText: `${name}, 1 sample: trains` }).waitFor();
  }

  await openTool(chart, 'Data table');
  const last = chart.locator('tbody tr', { hasText: '1,499' });
  await expect.poll(() => last.locator('td', { hasText: '±' }).count()).toBe(6);
  const cells = await last.locator('td').allInnerTexts();
  const variances = cells.map((text) => Number.parseFloat(text.replaceAll(',', '')));
  expect(variances).toHaveLength(6);
  expect(variances[0]).toBeGreaterThan(100 * variances[1]!); // no baseline against pathwise

  await page.evaluate(() => {
    const note = (event: Event) => {
      event.stopPropagation(); // else the lab would open
      const { detail } = event as CustomEvent<{ refuse: (reason: string) => void }>;
      document.title = JSON.stringify(detail);
      detail.refuse('no moment is kept');
    };
    document.addEventListener('freeze', note, { capture: true });
  });
  await chart.locator('.plot').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  const frozen = JSON.parse(await page.title()) as { run: string; steps: number };
  expect(frozen.run).toBe('A');
  expect(frozen.steps).toBe(1499);
  await chart.locator('.plot').click({ position: { x: 200, y: 200 } });
  const clicked = JSON.parse(await page.title()) as { run: string; steps: number };
  expect(clicked.steps).toBeLessThan(1499);
  await chart.getByRole('button', { name: 'Freeze run B' }).click();
  expect(JSON.parse(await page.title())).toMatchObject({ run: 'B' });
  await chart.getByRole('alert').filter({ hasText: 'Run B could not be frozen' }).waitFor();

  const csv = (await fileOf(chart, 'CSV')).toString();
  expect(csv).toMatch(/\r\n"A · score function, 1 sample: trains",\d+,1,[\d.]+,[\d.]+\r\n/);
  expect(csv).toMatch(/Run B: preset=pendulum-sac, seed=1.*Actor-Critic Playground \d/s);

  await chart.getByRole('radio', { name: 'signal to noise' }).check();
  await expect.poll(() => chart.locator('.legend li').count()).toBeGreaterThan(2);
  expect(complaints.get(page)).toEqual([]);
  await page.context().close();
});
