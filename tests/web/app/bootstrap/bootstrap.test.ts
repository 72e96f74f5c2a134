import { beforeEach, describe, expect, test } from 'vitest';
import { Bootstrap } from '../../../../web/src/app/bootstrap/bootstrap';
import { examples, settingsOf } from '../../../../web/src/app/bootstrap/examples';
import { stylesOf, tradeOffFigure, tradeOffOf } from '../../../../web/src/app/bootstrap/figures';
import { RUN } from '../../../../web/src/app/bootstrap/frozen-settings';
import { bestOf, partsOf } from '../../../../web/src/app/bootstrap/returns';
import { verdict } from '../../../../web/src/app/bootstrap/verdict';
import { type LiveWorker, liveWorker } from './live-worker';

let worker: LiveWorker;
let lab: Bootstrap;
beforeEach(async () => {
  worker = await liveWorker();
  lab = new Bootstrap(() => worker);
});

const styles = stylesOf(() => '#000');
const settled = () => new Promise((done) => setTimeout(done));
const returns = () => lab.$returns.get()!;
const settings = () => lab.$settings.get()!;
const best = () => bestOf(partsOf(returns()[settings().axis], 'value', settings().samples))!.at;
const said = () => verdict(returns(), settings())!;
const asked = (name: string) => worker.asked.filter(([each]) => each === name);

describe('the laboratory', () => {
  test('knows the 19-state walk whose values are all zero', async () => {
    await lab.start('#bootstrap=&error=1&samples=1');
    const [one, two, four] = returns().n;
    expect(one!.squaredBias).toBeCloseTo(22 / 95, 12);
    expect(two!.squaredBias).toBeCloseTo(149 / 760, 12);
    expect(four!.squaredBias).toBeCloseTo(365 / 2432, 12);
    expect(one!.variance).toBeCloseTo(0.026315789, 9);
    expect(best()).toBe(16);
    expect(returns().lambda.at(-1)!.squaredBias).toBeCloseTo(0, 12);
    expect(returns().lambda.at(-1)!.variance).toBeCloseTo(0.7, 12);
  });

  test('looks farther the worse the critic is', async () => {
    await lab.start('#bootstrap=');
    const found: number[] = [];
    for (const error of [0, 0.1, 0.3, 0.6, 1]) {
      lab.set({ error });
      await settled();
      found.push(best());
    }
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect([found[0], found[2], found[4]]).toEqual([1, 4, 32]);
  });

  test('only the newest of many settings is asked for', async () => {
    await lab.start('#bootstrap=');
    const before = asked('returns').length;
    for (let i = 0; i <= 50; i++) lab.set({ error: i / 50 });
    await settled();
    expect(asked('returns').length - before).toBe(2);
    expect(returns().error).toBe(1);
    lab.set({ n: 64, samples: 16 });
    await settled();
    expect(asked('returns').length - before).toBe(2);
  });

  test('a process that the core refuses is named, and the figures stay', async () => {
    await lab.start('#bootstrap=chain:length=4,slip=0.1,near=0.05,gamma=1');
    expect(lab.$refusal.get()).toMatch(/^gamma: 1 needs episodes that end/);
    expect(lab.$phase.get()).toBe('ready');
    lab.set({ process: settingsOf(examples[0]!, lab.items).process });
    await settled();
    expect(lab.$refusal.get()).toBe('');
    expect(returns().n).toHaveLength(10);
  });

  test('every process answers, and only the chain has no policy', async () => {
    await lab.start('#bootstrap=');
    for (const { id } of worker.items.processes) {
      if (id === RUN) continue;
      const other = new Bootstrap(() => worker);
      await other.start(`#bootstrap=${id}`);
      expect([id, other.$refusal.get(), other.$ignored.get()]).toEqual([id, '', []]);
      const rows = other.$returns.get()!;
      const hasPolicy = !Number.isNaN(rows.n[0]!.gradientVariance);
      expect([id, hasPolicy]).toEqual([id, id !== 'autoregression']);
      expect(tradeOffOf(rows, other.$settings.get()!, 'gradient', styles) !== undefined).toBe(
        hasPolicy,
      );
    }
  });

  test('starts again after its worker is lost, with what was chosen', async () => {
    await lab.start('#bootstrap=&error=0.5');
    lab.fail('lost');
    lab.set({ error: 0.8 });
    await lab.start('#bootstrap=');
    expect([lab.$phase.get(), settings().error, returns().error]).toEqual(['ready', 0.8, 0.8]);
  });
});

describe('the verdict', () => {
  test('says how far to look, why, and what another choice costs', async () => {
    await lab.start('#bootstrap=&n=64');
    const { headline, sentences } = said();
    expect(headline).toBe('With a critic 30 % off and 4 returns averaged, n = 4 is best.');
    expect(sentences[0]).toMatch(/error is 0\.0218: 0\.0135 from bias, 0\.00833 from variance/);
    expect(sentences[0]).toMatch(/Your n = 64 has 4\.08 times that, mostly variance/);
    expect(sentences[0]).toMatch(/λ = 0\.85 does better than any of these/);
  });

  test('follows lambda in the right direction', async () => {
    const endless = examples.find(({ id }) => id === 'endless')!;
    await lab.start('#bootstrap=&axis=lambda&error=0');
    expect(said().headline).toMatch(/a perfect critic .* λ = 0 is best: trust the critic at once/);
    lab.set({ process: settingsOf(endless, lab.items).process, error: 1, samples: 256 });
    await settled();
    expect(said().headline).toMatch(/λ = (0\.9\d|1) is best/);
    expect(said().sentences[0]).not.toContain('gradient');
  });
});

test('the table has the core’s numbers and their sum', async () => {
  await lab.start('#bootstrap=&samples=16');
  const picture = tradeOffOf(returns(), settings(), 'value', styles)!;
  const [heads, first] = tradeOffFigure(
    picture,
    returns().n,
    returns(),
    settings(),
    'value',
    'build',
  ).rows();
  const { squaredBias, variance } = returns().n[0]!;
  expect(heads).toEqual(['n', 'squared_bias', 'variance', 'samples', 'mean_squared_error']);
  expect(first).toEqual([1, squaredBias, variance, 16, squaredBias + variance / 16]);
});
