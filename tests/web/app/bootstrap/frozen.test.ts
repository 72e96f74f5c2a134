import { beforeEach, describe, expect, test } from 'vitest';
import { Bootstrap } from '../../../../web/src/app/bootstrap/bootstrap';
import {
  formatBootstrapLink,
  readBootstrapLink,
} from '../../../../web/src/app/bootstrap/bootstrap-link';
import { stylesOf } from '../../../../web/src/app/bootstrap/figures';
import { frozenFigure, frozenPictures } from '../../../../web/src/app/bootstrap/frozen-figure';
import { asGood, criticError, frozenParts } from '../../../../web/src/app/bootstrap/frozen-parts';
import type { Frozen } from '../../../../web/src/app/bootstrap/frozen-runs';
import { PRESETS } from '../../../../web/src/app/bootstrap/frozen-settings';
import { openRuns } from '../../../../web/src/app/bootstrap/own-runs';
import { bestOf } from '../../../../web/src/app/bootstrap/returns';
import { frozenVerdict } from '../../../../web/src/app/bootstrap/frozen-verdict';
import { type LiveWorker, liveWorker } from './live-worker';

const HASH = '#bootstrap=run:preset=gridworld-actor-critic,early=250,late=16000,seed=1';
let worker: LiveWorker;
let lab: Bootstrap;
beforeEach(async () => {
  worker = await liveWorker();
  lab = new Bootstrap(() => worker);
});

const runs = () => lab.frozen.$runs.get();
const settings = () => lab.$settings.get()!;
/** As animation frames would, until something holds. */
async function until(isTrue: () => boolean): Promise<void> {
  for (let now = 0; !isTrue(); now += 1000) {
    lab.sample(now);
    await new Promise((done) => setTimeout(done));
  }
}
const haveStates = (count: number) => () =>
  runs().length === 2 && runs().every(({ states }) => states >= count);

describe('a run that learns on the page', () => {
  test('shows its early moment first, and the best n moves to smaller ones', async () => {
    await lab.start(HASH);
    expect(lab.isFrozen).toBe(true);
    await until(() => runs().length === 1 && runs()[0]!.states >= 2);
    expect(runs()[0]!.steps).toBe(250);
    await until(haveStates(16));
    const best = runs().map((run) => bestOf(frozenParts(run, 4))!.at);
    expect(best[0]).toBeGreaterThanOrEqual(32);
    expect(best[1]).toBeLessThanOrEqual(2);
    expect(worker.asked.filter(([name]) => name === 'returns')).toEqual([]);
  });

  test('says what the figures show, and from how many states', async () => {
    await lab.start(HASH);
    expect(frozenVerdict(runs(), settings())).toBeNull();
    await until(haveStates(8));
    const some = runs().map((run) => ({ ...run, states: 12 }));
    const { headline, sentences } = frozenVerdict(some, settings())!;
    expect(headline).toMatch(
      /^After 250 steps n = \d+ is best; after 16,000 this critic is so good that n = \d is\.$/,
    );
    expect(sentences[0]).toMatch(/squared error after one step goes from \d+ % to [\d.]+ % of/);
    expect(sentences[0]).toMatch(/From 12 states so far\.$/);
  });

  test('its table has the core’s numbers, and its link opens it', async () => {
    await lab.start(HASH);
    await until(haveStates(2));
    const [first] = frozenPictures(
      runs(),
      settings(),
      stylesOf(() => '#000'),
    );
    const link = formatBootstrapLink(settings());
    const figure = frozenFigure(first!, 4, 'build', link);
    const [heads, row] = figure.rows();
    const [, bias, biasError, variance, error] = first!.run.rows;
    expect(heads!.slice(0, 5)).toEqual([
      ...['n', 'squared_bias', 'squared_bias_standard_error'],
      ...['variance', 'variance_standard_error'],
    ]);
    expect(row).toEqual([
      ...[1, bias, biasError, variance, error, 4],
      ...[bias! + variance! / 4, biasError! + error! / 4, first!.run.states],
    ]);
    expect(figure.link).toBe(`#v=1&${HASH.slice(1)}`);
    expect(figure.caption).toMatch(/^Means over \d+ states/);
    expect(figure.about).toBe(
      'Advantage actor-critic (A2C) on Gridworld, seed 1, step 250, mean of 4',
    );
  });

  test('what is on its way for another run comes to nothing', async () => {
    await lab.start(HASH);
    await until(() => runs().length === 1);
    const late = { ...settings().process, values: new Map(settings().process.values) };
    late.values.set('early', '500');
    lab.set({ process: late });
    expect(runs()).toEqual([]);
    await until(haveStates(1));
    expect(runs().map(({ steps }) => steps)).toEqual([500, 16_000]);
  });

  test('every preset has a critic to be trusted', async () => {
    for (const preset of PRESETS) {
      const other = new Bootstrap(() => worker);
      lab = other;
      await other.start(`#bootstrap=run:preset=${preset},early=250,late=250`);
      await until(() => runs().some(({ states }) => states > 0));
      expect([preset, other.$ignored.get(), runs().length]).toEqual([preset, [], 1]);
    }
  });

  test('has n only, and says so', () => {
    const { settings: read, ignored } = readBootstrapLink(`${HASH}&axis=lambda`, worker.items);
    expect(read.axis).toBe('n');
    expect(ignored).toEqual(['axis=lambda: the returns of a run have n only']);
  });
});

describe('runs of the reader’s own', () => {
  const file = (name: string, bytes: ArrayBuffer) => new File([bytes], name);
  const open = (...files: File[]) => openRuns(lab, files as unknown as FileList);

  test('take the place of the process until another is chosen', async () => {
    await lab.start('#bootstrap=');
    const checkpoint = await worker.call('learn', 'preset=cart-pole-a2c', 320, 1000);
    await open(file('early.acp', checkpoint!));
    expect([lab.isFrozen, lab.$own.get()!.name]).toEqual([true, 'From files: early.acp']);
    await until(() => runs().some(({ states }) => states > 0));
    expect(frozenVerdict(runs(), settings())!.headline).toMatch(/^After 320 steps this critic is/);
    lab.set({ samples: 64 });
    expect(lab.isFrozen).toBe(true);
    lab.bring(null);
    expect(lab.isFrozen).toBe(false);
    expect(lab.$returns.get()!.n).toHaveLength(10);
  });

  test('are refused with a reason', async () => {
    await lab.start('#bootstrap=');
    await open(file('notes.txt', new ArrayBuffer(5)));
    await until(() => lab.frozen.$refusal.get() !== '');
    expect(lab.frozen.$refusal.get()).toMatch(/checkpoint/);
    await open(...['a', 'b', 'c'].map((name) => file(name, new ArrayBuffer(1))));
    expect(lab.frozen.$refusal.get()).toBe('3 files are too many: one, or two to compare.');
    lab.bring(null);
    expect(lab.frozen.$refusal.get()).toBe('');
  });
});

test('lengths are told apart by what is known of their sums', () => {
  const rows = (error: number) =>
    Float64Array.of(1, 4, error, 0, 0, 2, 1, error, 2, 0, 4, 0, 0, 8, 0);
  const frozen = (error: number): Pick<Frozen, 'rows'> => ({ rows: rows(error) });
  expect(asGood(frozenParts(frozen(0.1), 1))).toEqual({ low: 2, high: 2 });
  expect(asGood(frozenParts(frozen(0.5), 1))).toEqual({ low: 1, high: 2 });
  expect(criticError(frozenParts(frozen(0.1), 4), 4)).toBe(0.5);
});
