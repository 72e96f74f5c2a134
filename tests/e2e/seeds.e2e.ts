import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { complaints, pressPlay, repository, restingDigests, setStopAt, useStage } from './browser';

const stage = useStage();
const PRESETS = ['pendulum-sac-score-function', 'pendulum-sac'];

interface Told {
  seed: string;
  estimator: string;
  steps: number;
  digest: string;
}
declare global {
  var crew: Worker[];
  var ask: (worker: Worker, name: string, ...args: unknown[]) => Promise<unknown>;
}

/** The page of a link, in which workers that train further seeds can be asked by a test too. */
async function open(hash: string): Promise<Page> {
  const page = await stage.visit('about:blank');
  await page.addInitScript(() => {
    globalThis.crew = [];
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (String(url).includes('crew')) globalThis.crew.push(this);
      }
      override terminate() {
        globalThis.crew = globalThis.crew.filter((worker) => worker !== this);
        super.terminate();
      }
    };
    let last = 2 ** 40;
    globalThis.ask = (worker, name, ...args) =>
      new Promise((answer) => {
        const id = last++;
        const hear = ({ data }: MessageEvent<{ id?: number; value?: unknown }>) => {
          if (data.id !== id) return;
          worker.removeEventListener('message', hear);
          answer(data.value);
        };
        worker.addEventListener('message', hear);
        worker.postMessage({ type: 'call', id, name, args });
      });
  });
  await page.goto(stage.url + hash);
  await page.locator('run-card [data-phase="ready"]').nth(1).waitFor();
  await page.locator('learning-curves section').waitFor();
  return page;
}

/** What each further seed has come to, as its worker says, of the workers from one on. */
function further(page: Page, from = 0): Promise<Told[]> {
  return page.evaluate(async (first) => {
    const told: Told[] = [];
    for (const worker of globalThis.crew.slice(first)) {
      // Numbers are not used again: what has moved to another worker leaves its own behind.
      for (let run = 0; run < 32; run++) {
        const saved = (await ask(worker, 'save', run)) as { config: string; steps: number } | null;
        if (!saved) continue;
        const { digest } = (await ask(worker, 'digest', run)) as { digest: string };
        const values = new URLSearchParams(saved.config);
        const estimator = values.get('sac.estimator') ?? '';
        told.push({ seed: values.get('seed') ?? '1', estimator, steps: saved.steps, digest });
      }
    }
    return told.sort((a, b) => a.estimator.localeCompare(b.estimator) || +a.seed - +b.seed);
  }, from);
}
const stepsOf = async (page: Page, from = 0) =>
  (await further(page, from)).map(({ steps }) => steps);

test('further seeds of both arms come to the bits of the native program', async () => {
  const native = ['', 'score_function'].flatMap((estimator) =>
    [2, 3, 4, 5, 6, 7, 8].map((seed): Told => {
      const preset = PRESETS[estimator === '' ? 1 : 0];
      const args = ['digest', `preset=${preset}`, `seed=${seed}`, 'steps=300'];
      const digest = execFileSync(resolve(repository, 'build/native/acp'), args, {
        encoding: 'utf8',
      });
      return { seed: String(seed), estimator, steps: 300, digest: digest.trim() };
    }),
  );
  const page = await open('#v=2&pair=score-function&seeds=8&seed=1');
  await setStopAt(page, '300');
  await pressPlay(page);
  // One that goes from worker to worker is with neither for a moment.
  await expect.poll(() => further(page), { timeout: 60_000, interval: 500 }).toEqual(native);
  expect(await restingDigests(page)).toHaveLength(2);
  await page.getByRole('button', { name: 'Play' }).waitFor();
  expect(page.url()).toContain('seeds=8');
  expect(complaints.get(page)).toEqual([]);
});

test('a pause holds them', async () => {
  const page = await open('#v=2&pair=score-function&seeds=2&seed=1');
  await setStopAt(page, '1000000');
  await pressPlay(page);
  const begun = async () => (await stepsOf(page)).filter((steps) => steps > 0);
  await expect.poll(begun).toHaveLength(2);
  await page.getByRole('button', { name: 'Pause' }).click();
  const before = await stepsOf(page);
  expect(before).toHaveLength(2);
  await page.waitForTimeout(200);
  expect(await stepsOf(page)).toEqual(before);
});

test('a dead worker ends nothing but its own, until all start over', async () => {
  const page = await open('#v=2&pair=score-function&seeds=2&seed=1');
  await expect.poll(() => stepsOf(page)).toEqual([0, 0]);
  await page.evaluate(() => {
    for (const worker of globalThis.crew) {
      worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
    }
  });
  const before = await page.evaluate(() => globalThis.crew.length);
  await setStopAt(page, '100');
  await pressPlay(page);
  await expect.poll(() => page.locator('[data-activity="finished"]').count()).toBe(2);
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.waitForFunction((count) => globalThis.crew.length > count, before);
  await pressPlay(page);
  await expect.poll(() => stepsOf(page, before), { timeout: 20_000 }).toEqual([100, 100]);
});

test.each(['0', '65', 'many'])('a link with seeds=%s says what is allowed', async (count) => {
  const page = await open(`#v=2&pair=score-function&seeds=${count}&seed=1`);
  await page.getByText(`seeds=${count}: `).first().waitFor();
  await page
    .getByText(/not a whole number from 1 to 64/)
    .first()
    .waitFor();
  expect(await page.evaluate(() => globalThis.crew.length)).toBe(0);
  await expect.poll(() => page.url()).not.toContain('seeds=');
});
