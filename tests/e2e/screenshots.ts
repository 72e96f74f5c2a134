import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { repository, setUpStage, type Stage, waitForSteps } from './browser';

const folder = resolve(repository, 'build/screenshots');
const shots = [
  { name: 'light', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'dark', width: 1280, height: 900, colorScheme: 'dark' },
  { name: 'projector', width: 1280, height: 720, colorScheme: 'light' },
  { name: 'phone', width: 360, height: 740, colorScheme: 'light' },
] as const;

let stage: Stage;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  stage = await setUpStage();
});
afterAll(() => stage.close());

for (const { name, width, height, colorScheme } of shots) {
  test(name, async () => {
    const page = await stage.open('', { viewport: { width, height }, colorScheme });
    await page.getByRole('button', { name: 'Play' }).click();
    await waitForSteps(page, 5000);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.waitForTimeout(1500);
    await page.screenshot({ path: resolve(folder, `${name}.png`) });
    await page.screenshot({ path: resolve(folder, `${name}-full.png`), fullPage: true });
    await page.context().close();
  });
}
