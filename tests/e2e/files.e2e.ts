import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  complaints,
  fileOf,
  figure,
  figureText,
  openDetails,
  pressPlay,
  repository,
  runTo,
  setStopAt,
  setUpStage,
  type Stage,
} from './browser';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setUpStage();
});
afterEach(async () => {
  await page.context().close();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await stage.close();
});

const card = (run: 'A' | 'B') => page.locator('run-card').nth(run === 'A' ? 0 : 1);

async function openMenu(run: 'A' | 'B'): Promise<void> {
  await openDetails(page);
  await card(run).locator('summary', { hasText: 'Files' }).click();
  await card(run).getByRole('button', { name: 'Save checkpoint' }).waitFor();
}

/** Presses a button that hands out a file; resolves to where it is. */
async function taken(run: 'A' | 'B', button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    card(run).getByRole('button', { name: button }).click(),
  ]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

async function load(run: 'A' | 'B', path: string): Promise<void> {
  await card(run).locator('input.run').setInputFiles(path);
}

describe('a checkpoint', () => {
  test('goes on in another page, bit for bit, whatever that page was about', async () => {
    page = await stage.open('#v=1&pair=score-function&seed=3');
    await runTo(page, 1000);
    await openMenu('A');
    const path = await taken('A', 'Save checkpoint');
    expect(path).toMatch(/pendulum-sac-a-1000\.acp$/);
    const digests = await runTo(page, 2000);
    await page.context().close();

    page = await stage.open('#v=2&runs=2&preset=cart-pole-dqn&seed=8');
    await openMenu('B');
    await load('B', path);
    await card('B').getByText('Goes on from “pendulum-sac-a-1000.acp”, step 1,000').waitFor();
    await expect.poll(() => figure(page, 'B', 'steps')).toBe(1000);
    await expect.poll(() => card('B').locator('h2').textContent()).toContain('Soft actor-critic');
    await expect.poll(() => page.url()).toMatch(/score_function.*b\.environment=pendulum/);
    await runTo(page, 2000);
    await expect.poll(() => figureText(page, 'B', 'digest')).toBe(`${digests[0]} at step 2,000`);
    expect(complaints.get(page)).toEqual([]);
  });

  test('keeps the name of its pair, and the link claims nothing', async () => {
    page = await stage.open('#v=1&pair=score-function&seed=3');
    await runTo(page, 600);
    await openMenu('A');
    const path = await taken('A', 'Save checkpoint');
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => figure(page, 'A', 'steps')).toBe(0);
    await load('A', path);
    await expect.poll(() => figure(page, 'A', 'steps')).toBe(600);
    await expect.poll(() => page.url()).toMatch(/pair=score-function&seed=3$/);
    await runTo(page, 700);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('what the runs have come to depends on').waitFor();
  });

  test('that is none is refused beside the control, and the run is as it was', async () => {
    page = await stage.open('#v=1&pair=score-function&seed=3');
    const before = await runTo(page, 600);
    await openMenu('A');
    const whole = readFileSync(await taken('A', 'Save checkpoint'));
    const flipped = Buffer.from(whole);
    flipped[whole.length >> 1]! ^= 4;
    const cases: [string, Buffer, RegExp][] = [
      ['empty.acp', Buffer.alloc(0), /“empty\.acp” was not loaded: this is not a checkpoint/],
      ['notes.txt', Buffer.from('Dear diary'), /“notes\.txt” was not loaded: this is not a check/],
      ['half.acp', whole.subarray(0, whole.length >> 1), /half.*damaged or not complete/],
      ['flipped.acp', flipped, /flipped.*damaged or not complete/],
      ['old.acp', Buffer.from([...whole.subarray(0, 4), 1, 0, 0, 0]), /version 1 is not the ver/],
    ];
    for (const [name, bytes, expected] of cases) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      await load('A', path);
      const alert = card('A').locator('run-files [role="alert"]', { hasText: name });
      await alert.waitFor();
      await expect.poll(() => alert.textContent()).toMatch(expected);
      await expect.poll(() => alert.textContent()).toContain('Run A is as it was.');
    }
    await expect.poll(() => figure(page, 'A', 'steps')).toBe(600);
    await expect.poll(() => figureText(page, 'A', 'digest')).toBe(`${before[0]} at step 600`);
    expect(complaints.get(page)).toEqual([]);
  });

  test('can be dropped on the card, with its menu closed', async () => {
    page = await stage.open('#v=1&pair=score-function&seed=3');
    await runTo(page, 600);
    await openMenu('A');
    const path = await taken('A', 'Save checkpoint');
    await page.getByRole('button', { name: 'New seed' }).click();
    await expect.poll(() => figure(page, 'B', 'steps')).toBe(0);
    await drop('B', path);
    await expect.poll(() => figure(page, 'B', 'steps')).toBe(600);
    writeFileSync(join(folder, 'foreign.acp'), 'PNG');
    await drop('B', join(folder, 'foreign.acp'));
    await card('B').getByText('“foreign.acp” was not loaded').waitFor();
  });
});

test('a frame saves runs, but no file changes what is locked, and nothing is kept', async () => {
  page = await stage.visit(`${stage.url}embed.html#v=1&pair=score-function&lock=all&hide=footer`);
  await page.locator('run-card [data-phase="ready"]').nth(1).waitFor();
  await pressPlay(page);
  await openMenu('A');
  await expect
    .poll(() => card('A').getByRole('button', { name: 'Load checkpoint' }).count())
    .toBe(0);
  await expect.poll(() => figure(page, 'A', 'steps')).toBeGreaterThan(500);
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(await taken('A', 'Save checkpoint')).toMatch(/-a-\d+\.acp$/);
  await expect.poll(() => kept()).toEqual([]);
});

/** What a browser does when a file is let go over a card. */
async function drop(run: 'A' | 'B', path: string): Promise<void> {
  const content = [...readFileSync(path)];
  const name = path.split('/').at(-1)!;
  const transfer = await page.evaluateHandle(
    ([bytes, called]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], called));
      return data;
    },
    [content, name] as const,
  );
  await card(run).dispatchEvent('dragenter', { dataTransfer: transfer });
  await page.waitForFunction(() => customElements.get('run-files') !== undefined);
  await card(run).dispatchEvent('dragover', { dataTransfer: transfer });
  await card(run).dispatchEvent('drop', { dataTransfer: transfer });
}

describe('policy weights', () => {
  test('are those that the command line reads from the checkpoint', async () => {
    page = await stage.open('#v=1&pair=score-function&seed=3');
    await runTo(page, 600);
    await openMenu('B');
    const checkpoint = await taken('B', 'Save checkpoint');
    const policy = JSON.parse(readFileSync(await taken('B', 'Policy weights'), 'utf8')) as unknown;
    const native = execFileSync(
      resolve(repository, 'build/native/acp'),
      ['weights', `checkpoint=${checkpoint}`],
      { encoding: 'utf8' },
    );
    expect(policy).toEqual(JSON.parse(native));
    expect(policy).toMatchObject({ environment_steps: 600, head: 'tanh_gaussian' });
  });
});

/** Where the runs are that the browser has kept. */
function keptSteps(): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const opening = indexedDB.open('actor-critic-playground', 1);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('runs').objectStore('runs').getAll();
          asked.onsuccess = () => {
            opening.result.close();
            resolve((asked.result as { steps: number }[]).map(({ steps }) => steps));
          };
        };
      }),
  );
}

describe('runs are kept in the browser', () => {
  test('and offered at the next visit: restored only when asked to', async () => {
    page = await stage.open('#v=1&pair=score-function&seed=3');
    await runTo(page, 600);
    await openMenu('A');
    await card('A').getByText('Kept in this browser every 10 seconds').waitFor();
    await expect.poll(() => kept()).toEqual(['A 600', 'B 600']);

    await page.reload();
    const offer = page.locator('kept-runs section');
    await offer.waitFor();
    await expect
      .poll(() => offer.textContent())
      .toMatch(/Run A: Soft actor-critic, Pendulum, step 600, /);
    await expect.poll(() => figure(page, 'A', 'steps')).toBe(0);
    await offer.getByRole('button', { name: 'Restore' }).click();
    await expect.poll(() => figure(page, 'A', 'steps')).toBe(600);
    await expect.poll(() => figure(page, 'B', 'steps')).toBe(600);
    await offer.waitFor({ state: 'detached' });
    const resumed = await runTo(page, 1000);
    expect(resumed).toEqual(await fresh(1000));
  });

  test('until they are discarded', async () => {
    page = await stage.open('#v=1&pair=score-function&seed=3');
    await runTo(page, 600);
    await expect.poll(() => kept()).toEqual(['A 600', 'B 600']);
    await page.reload();
    await page.locator('kept-runs').getByRole('button', { name: 'Discard' }).click();
    await expect.poll(() => kept()).toEqual([]);
    await page.reload();
    await page.locator('run-card [data-phase="ready"]').nth(1).waitFor();
    await expect.poll(() => page.locator('kept-runs section').count()).toBe(0);
    expect(complaints.get(page)).toEqual([]);
  });

  test('while they train, and not by a second tab', async () => {
    page = await stage.open('#v=1&pair=score-function&seed=3');
    await setStopAt(page, '');
    await pressPlay(page);
    await expect.poll(() => kept()).toHaveLength(2);
    const second = await page.context().newPage();
    await second.goto(`${stage.url}#v=1`);
    await second.getByRole('button', { name: 'Play' }).click();
    await openDetails(second);
    await second.locator('run-card').nth(0).locator('summary', { hasText: 'Files' }).click();
    await second.getByText('another tab of the playground is').first().waitFor();
  });

  test('of the first of two tabs that train, and the second changes nothing of them', async () => {
    page = await stage.open('#v=1&pair=score-function&seed=3');
    const first = page;
    await runTo(first, 100);
    await expect.poll(() => kept()).toEqual(['A 100', 'B 100']);
    const second = await page.context().newPage();
    await second.goto(`${stage.url}#v=1&pair=score-function&seed=8`);
    await second.locator('run-card [data-phase="ready"]').nth(1).waitFor();
    const [digests] = await Promise.all([runTo(first, 600), runTo(second, 900)]);
    await second.getByRole('button', { name: 'Reset' }).click();
    await runTo(second, 700);
    await expect.poll(() => kept()).toEqual(['A 600', 'B 600']);

    await first.close();
    page = second;
    await second.reload();
    await second.getByRole('button', { name: 'Restore' }).click();
    for (const digest of digests) {
      await second
        .locator('[data-figure="digest"]', { hasText: `${digest} at step 600` })
        .waitFor({ state: 'attached' });
    }
  });

  test('and go on from there, with their curves, when their worker ends', async () => {
    page = await stage.open('#v=2&pair=score-function&seed=3');
    const digests = await runTo(page, 600);
    await expect.poll(() => keptSteps()).toEqual([600, 600]);
    const figures = () =>
      Promise.all((['A', 'B'] as const).map((run) => figureText(page, run, 'evaluation')));
    const before = await figures();
    await page.workers()[0]!.evaluate(() => {
      setTimeout(() => {
        throw new Error('killed by the test');
      });
    });
    await page.getByText(/because its worker ended .*killed by the test.*, step 600/).waitFor();
    await expect.poll(() => page.locator('[data-phase="dead"]').count()).toBe(0);
    for (const [i, run] of (['A', 'B'] as const).entries()) {
      await expect.poll(() => figureText(page, run, 'digest')).toBe(`${digests[i]} at step 600`);
    }
    await expect.poll(() => figures()).toEqual(before);
  });

  test('or the page says that they are not', async () => {
    page = await stage.openWith(() => {
      Object.defineProperty(window, 'indexedDB', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.locator('run-card [data-phase="ready"]').nth(1).waitFor();
    await runTo(page, 520);
    await openMenu('A');
    await card('A').getByText('it does not let this page store anything').waitFor();
    expect(complaints.get(page)).toEqual([]);
  });
});

/** Runs in the browser's database, with their steps. */
function kept(): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const opening = indexedDB.open('actor-critic-playground');
        opening.onupgradeneeded = () => opening.transaction!.abort();
        opening.onerror = () => done([]);
        opening.onsuccess = () => {
          const all = opening.result.transaction('runs').objectStore('runs').getAll();
          all.onsuccess = () => {
            opening.result.close();
            const runs = all.result as { run: string; steps: number }[];
            done(runs.map(({ run, steps }) => `${run} ${steps}`));
          };
        };
      }),
  );
}

/** The digests of the pair after so many steps without a break. */
async function fresh(steps: number): Promise<string[]> {
  const native = (preset: string) =>
    execFileSync(
      resolve(repository, 'build/native/acp'),
      ['digest', `preset=${preset}`, 'seed=3', `steps=${steps}`],
      { encoding: 'utf8' },
    ).trim();
  return Promise.resolve([native('pendulum-sac-score-function'), native('pendulum-sac')]);
}

describe('learning curves', () => {
  test('can be taken away as rows and as pictures, with what they are of', async () => {
    page = await stage.open();
    await runTo(page, 1200);
    const text = (kind: Parameters<typeof fileOf>[1]) =>
      fileOf(page.locator('learning-curves'), kind);
    const csv = (await text('CSV')).toString();
    expect(csv.slice(0, csv.indexOf('\r')).split(',')).toEqual([
      ...['run', 'row', 'environment steps', 'gradient updates', 'seconds of training'],
      ...['episodes or evaluations', 'mean return', 'lowest', 'highest'],
      'standard deviation over start states',
    ]);
    expect(csv).toMatch(/\r\nA,evaluation,1000,501,[\d.]+,1,(-[\d.]+),\1,\1,[\d.]+\r\n/);
    expect(csv).toMatch(/\r\nB,training episode,600,101,[\d.]+,1,(-[\d.]+),\1,\1,\r\n/);
    expect(csv).toMatch(/Run A: preset=pendulum-sac-score-function, seed=1; Run B: .*seed=1/);
    expect(csv).toMatch(/Actor-Critic Playground \d.*#v=2&pair=score-function&seed=1/);
    const json = JSON.parse((await text('JSON')).toString()) as {
      columns: string[];
      rows: unknown[][];
      about: string;
    };
    expect(json.columns.slice(5, 7)).toEqual(['episodes or evaluations', 'mean return']);
    expect(json.rows).toHaveLength(2 * (2 + 6));
    expect(json.about).toContain('seed=1');
    const svg = (await text('SVG')).toString();
    expect(svg.match(/<path/g)!.length).toBeGreaterThan(20);
    expect(svg).toContain('One seed per run (A: 1, B: 1)');
    expect(svg).toContain('Actor-Critic Playground');
    const png = await text('PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(complaints.get(page)).toEqual([]);
  });
});
