import { atom } from 'nanostores';
import { expect, test } from 'vitest';
import { History } from '../../../../web/src/app/experiment/history';
import type { SeedState } from '../../../../web/src/app/seeds/cohort';
import { type ArmPace, progressOf } from '../../../../web/src/app/seeds/progress';

const STOP = 10_000;

/** A seed that was told of every 100 steps, each of which took it so long. */
function seedAt(steps: number, perSecond: number, state: Partial<SeedState> = {}, warmUp = 0) {
  const history = new History();
  const bins = Array.from({ length: steps / 100 }, (_, i) => {
    const at = 100 * (i + 1);
    const updates = Math.max(at - warmUp, 0);
    return { steps: at, updates, seconds: at / perSecond, rows: 1, values: [0] };
  });
  history.diagnostics.add({ first: 0, bins });
  const usual = { phase: 'ready', activity: 'training', updates: 0, message: '' } as const;
  return { history, $state: atom<SeedState>({ ...usual, steps, ...state }) };
}
const arm = (
  perSecond: number,
  steps: readonly number[],
  asked: number | null = null,
): ArmPace => ({
  seeds: steps.map((each) => seedAt(each, perSecond)),
  asked,
});
const left = (arms: readonly ArmPace[], lanes: number) => progressOf(arms, STOP, lanes).secondsLeft;

test('the time left is that of all steps of each arm at its own speed, shared', () => {
  const arms = [arm(47, [9000, 9000, 9000, 9000]), arm(800, [9000, 9000, 9000, 9000])];
  expect(left(arms, 2)).toBeCloseTo((4000 / 47 + 4000 / 800) / 2, 3);
  expect(left(arms, 4)).toBeCloseTo((4000 / 47 + 4000 / 800) / 4, 3);
});

test('no run is shared: it takes no less than the longest one', () => {
  const arms = [arm(47, [3000]), arm(800, [9000, 9900])];
  expect(left(arms, 8)).toBeCloseTo(7000 / 47, 3);
  expect(left([arm(800, [9000], 20)], 8)).toBeCloseTo(1000 / 20, 3);
  expect(left([arm(800, [STOP, 9000], 20)], 8)).toBeCloseTo(1000 / 800, 3);
});

test('a seed that has just begun takes as long as the others of its arm', () => {
  expect(left([arm(50, [5000, 0])], 1)).toBeCloseTo(15_000 / 50, 3);
});

test('it is not known before there is something to tell by, nor while nothing trains', () => {
  expect(left([arm(50, [100]), arm(50, [5000])], 2)).toBeNull();
  expect(left([arm(50, [5000])], 0)).toBeNull();
  expect(progressOf([arm(50, [5000])], null, 2)).toMatchObject({
    all: Infinity,
    secondsLeft: null,
  });
});

test('steps before the first update tell nothing', () => {
  const [warm, learning] = [seedAt(900, 5000, {}, 1000), seedAt(3000, 50, {}, 1000)];
  expect(left([{ seeds: [warm], asked: null }], 1)).toBeNull();
  expect(left([{ seeds: [warm, learning], asked: null }], 1)).toBeCloseTo(16_100 / 50, 3);
});

test('seeds that go no further are whole, and take no time', () => {
  const seeds = [seedAt(5000, 50, { phase: 'dead' }), seedAt(STOP, 50), seedAt(9000, 50)];
  const dead = [seedAt(3000, 50, { activity: 'diverged' })];
  const told = progressOf(
    [
      { seeds, asked: null },
      { seeds: dead, asked: null },
    ],
    STOP,
    2,
  );
  expect(told).toMatchObject({ steps: 27_000, all: 28_000, whole: 3, seeds: 4 });
  expect(told.secondsLeft).toBeCloseTo(20, 3);
});
