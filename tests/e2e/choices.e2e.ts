import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type Stage,
  chooseTask,
  complaints,
  drawFrames,
  figure,
  openDetails,
  openMore,
  openSettings,
  restingBox,
  runTo,
  setUpStage,
} from './browser';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setUpStage();
});
afterEach(() => page.context().close());
afterAll(() => stage.close());

describe('environment and algorithm', () => {
  test('every environment trains, drawn and in its own words', { timeout: 300_000 }, async () => {
    page = await stage.open();
    await openSettings(page);
    const options = page.locator('task-chooser #environment option');
    await options.first().waitFor({ state: 'attached' });
    const ids = await options.evaluateAll((all) =>
      all.map((option) => (option as HTMLOptionElement).value),
    );
    expect(ids.length).toBeGreaterThan(5);
    for (const id of ids) {
      await chooseTask(page, 'environment', id);
      const title = await options.and(page.locator(`[value="${id}"]`)).textContent();
      await page.locator('run-card header', { hasText: title! }).nth(1).waitFor();
      await runTo(page, 600);
      await expect.poll(() => figure(page, 'A', 'evaluation'), { message: id }).not.toBeNaN();
      await expect.poll(() => colours(), { message: id }).toBeGreaterThan(3);
      if (id !== 'pendulum')
        await expect.poll(() => words(), { message: id }).not.toMatch(/pendulum/i);
    }
    expect(complaints.get(page)).toEqual([]);
  });

  test('an algorithm that does not fit is explained, with one press to one that does', async () => {
    page = await stage.open();
    await chooseTask(page, 'environment', 'cart_pole');
    await page.getByText('Soft actor-critic does not work on Cart pole').waitFor();
    const before = await page.locator('run-card header').first().textContent();
    const select = page.locator('task-chooser #algorithm');
    await select.selectOption('sac');
    const explanation = page.locator('task-chooser [role=alert]');
    await explanation.getByText('Soft actor-critic cannot learn on Cart pole').waitFor();
    await page.locator('task-chooser #algorithm[aria-invalid="true"]').waitFor();
    await expect.poll(() => page.locator('run-card header').first().textContent()).toBe(before);

    await explanation.getByRole('button', { name: 'REINFORCE' }).click();
    await page.locator('run-card h2', { hasText: 'REINFORCE' }).nth(1).waitFor();
    await expect.poll(() => select.inputValue()).toBe('reinforce');
    await expect.poll(() => explanation.textContent()).toBe('');

    await select.selectOption('sac');
    await explanation.getByRole('button', { name: 'Reacher' }).click();
    await page.locator('run-card header', { hasText: 'Reacher' }).nth(1).waitFor();
    await expect.poll(() => select.inputValue()).toBe('sac');
    await runTo(page, 200);
  });

  test('presets can be chosen for one run, and stay in the link', async () => {
    page = await stage.open();
    await chooseTask(page, 'preset', 'pendulum-sac', 'A');
    await openDetails(page);
    await page.getByText('Same settings as run A').waitFor();
    await page.waitForURL(/#v=2&runs=2&preset=pendulum-sac&seed=1/);
    const teaches = page.locator('task-chooser #teaches');
    await expect.poll(() => teaches.textContent()).toContain('pathwise');
    await page.reload();
    await openDetails(page);
    await page.getByText('Same settings as run A').waitFor();
    await chooseTask(page, 'preset', 'pendulum-sac-leave-one-out', 'A');
    await page.waitForURL(/pair=leave-one-out/);
  });

  test('runs on different environments have no reference lines and say why', async () => {
    page = await stage.open();
    await chooseTask(page, 'environment', 'gridworld', 'B');
    await page.getByText('their returns cannot be compared').waitFor();
    await runTo(page, 300);
    expect(complaints.get(page)).toEqual([]);
  });
});

describe('the picture', () => {
  test('the rod follows the pointer while it is held', async () => {
    page = await stage.open();
    const canvas = page.locator('run-stage canvas').first();
    const { x, y, width, height } = await restingBox(canvas);
    const length = 0.36 * Math.min(width, height);
    const [centerX, centerY] = [width / 2, 0.48 * height];
    for (const [right, up] of [
      [1, 0],
      [0, 1],
      [-1, 0],
    ] as const) {
      // prettier-ignore
      const at = { x: centerX + right * length, y: centerY - up * length };
      await page.mouse.move(x + at.x, y + at.y);
      await page.mouse.down();
      await expect.poll(() => isColoured(at)).toBe(true);
      await page.mouse.up();
    }
    expect(complaints.get(page)).toEqual([]);
  });

  test('a touch takes hold of the rod, and scrolls the page elsewhere', async () => {
    page = await stage.open('', { hasTouch: true, viewport: { width: 360, height: 700 } });
    const canvas = page.locator('run-stage canvas').first();
    const isTaken = (x: number, y: number) =>
      canvas.evaluate((element, at) => {
        const { left, top } = element.getBoundingClientRect();
        const [clientX, clientY] = [left + at.x, top + at.y];
        const touch = new Touch({ identifier: 1, target: element, clientX, clientY });
        const touches = { changedTouches: [touch], cancelable: true };
        return !element.dispatchEvent(new TouchEvent('touchstart', touches));
      }, { x, y }); // prettier-ignore
    await expect.poll(() => isTaken(75, 80)).toBe(true);
    await expect.poll(() => isTaken(3, 3)).toBe(false);
  });

  test('arrow keys push, even while the picture is held still', async () => {
    page = await stage.open();
    await openMore(page);
    await page.getByLabel('Animate').uncheck();
    await drawFrames(page, 20);
    const picture = () =>
      page
        .locator('run-stage canvas')
        .first()
        .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    await chooseTask(page, 'environment', 'gridworld');
    await page.getByText('takes its place').waitFor();
    const before = await picture();
    await page.locator('run-stage .stage').first().focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(picture).not.toBe(before);
  });

  test('a click on a cell changes the map of every run that has it', async () => {
    page = await stage.open();
    await chooseTask(page, 'environment', 'gridworld');
    await page.getByText('takes its place').waitFor();
    await runTo(page, 100);
    const field = page.locator('parameter-field[data-key="gridworld.map"] #control');
    await openSettings(page);
    await page.locator('settings-panel summary', { hasText: 'Environment' }).click();
    await expect.poll(() => field.inputValue()).toBe('...g-.x.p-s...');
    const canvas = page.locator('run-stage canvas').first();
    const { width, height } = await restingBox(canvas);
    const cell = Math.min((width - 16) / 4, (height - 62) / 3);
    const at = (row: number, column: number) => ({
      x: width / 2 + (column - 1.5) * cell,
      y: 34 + (height - 62) / 2 + (row - 1) * cell,
    });
    await canvas.click({ position: at(0, 0) });
    await page.getByText('Map changed: run A, run B started over.').first().waitFor();
    await expect.poll(() => field.inputValue()).toBe('x..g-.x.p-s...');
    await expect.poll(() => figure(page, 'B', 'steps')).toBe(0);
    await canvas.click({ position: at(0, 3) });
    await page.getByText('this is the last one').first().waitFor();
    await expect.poll(() => field.inputValue()).toBe('x..g-.x.p-s...');

    await field.fill('s.g');
    await field.press('Enter');
    await runTo(page, 50);
    await field.fill('nonsense');
    await field.press('Enter');
    await page.locator('parameter-field[data-key="gridworld.map"] .error').waitFor();
  });
});

/** Different opaque colours in the first picture. */
function colours(): Promise<number> {
  return page
    .locator('run-stage canvas')
    .first()
    .evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const copy = new OffscreenCanvas(width, height).getContext('2d')!;
      copy.drawImage(canvas as HTMLCanvasElement, 0, 0);
      const { data } = copy.getImageData(0, 0, width, height);
      const seen = new Set<number>();
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] === 255) seen.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
      }
      return seen.size;
    });
}

/** Whether the first picture has the colour of run A at a place. */
function isColoured(at: { x: number; y: number }): Promise<boolean> {
  return page
    .locator('run-stage canvas')
    .first()
    .evaluate((canvas, { x, y }) => {
      const copy = new OffscreenCanvas(1, 1).getContext('2d')!;
      const place = [-x * devicePixelRatio, -y * devicePixelRatio] as const;
      copy.drawImage(canvas as HTMLCanvasElement, ...place);
      const [red, , blue] = copy.getImageData(0, 0, 1, 1).data;
      return red! - blue! > 80;
    }, at);
}

/** Everything that can be read on the page outside the choices themselves. */
function words(): Promise<string> {
  return page.evaluate(() => {
    const read = (node: Node): string => {
      if (node instanceof Element && node.matches('select, gallery-dialog, style')) return '';
      const children: Node[] = [...node.childNodes];
      if (node instanceof Element && node.shadowRoot) children.push(node.shadowRoot);
      const own = node.nodeType === Node.TEXT_NODE ? node.textContent : '';
      const label = node instanceof Element ? (node.getAttribute('aria-label') ?? '') : '';
      return [own, label, ...children.map(read)].join(' ');
    };
    return read(document.body);
  });
}
