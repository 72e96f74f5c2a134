import { expect, test } from 'vitest';
import { History } from '../../../../web/src/app/experiment/history';
import { type Bin, condensed } from '../../../../web/src/protocol/bins';
import { decodeFrame } from '../../../../web/src/protocol/frame';
import { FrameError } from '../../../../web/src/protocol/sections';
import { bins, pack, type Section, status } from '../../pack';

const add = (history: History, ...sections: Section[]) => {
  const frame = pack([status(1000), ...sections]);
  history.add(decodeFrame(frame.buffer as ArrayBuffer, frame.length));
  return history;
};
const episode = (steps: number, value: number) => [steps, value, value, value, 200];
const evaluation = (steps: number, value: number) => [steps, value, value, value, value, 12, 100];
const stepsOf = ({ bins: all }: { bins: Bin[] }) => all.map(({ steps }) => steps);

function reported(): History {
  return add(
    new History(),
    bins(3, [episode(200, -9), episode(400, -8)]),
    bins(4, [evaluation(500, -7), evaluation(1000, -6)]),
    bins(5, [
      [500, 0.5],
      [1000, 0.25],
    ]),
    bins(6, [
      [300, 2, 3, 4, 5],
      [900, 2, 3, 4, 5],
    ]),
  );
}

test('what is new replaces what there was from its number on', () => {
  const history = reported();
  const before = history.episodes.revision;
  add(history, bins(3, [episode(600, -5), episode(800, -4)], 1));
  expect(stepsOf(history.episodes)).toEqual([200, 600, 800]);
  expect(history.episodes.revision).toBeGreaterThan(before);
  add(history, bins(3, [episode(800, -6)]));
  expect(stepsOf(history.episodes)).toEqual([800]);
  expect(() => add(history, bins(3, [episode(1000, -6)], 2))).toThrow(FrameError);
});

test('a history can be had up to a step, and goes on', () => {
  const past = reported().upTo(900);
  expect(stepsOf(past.episodes)).toEqual([200, 400]);
  expect(stepsOf(past.evaluations)).toEqual([500]);
  expect(stepsOf(past.probes)).toEqual([300, 900]);
  expect(past.diagnostics.bins.map(({ values }) => values)).toEqual([[0.5]]);
  expect(past.lastEvaluation()).toEqual({ steps: 500, mean: -7, states: 100 });
  add(past, bins(3, [episode(1100, -3), episode(1300, -2)]));
  expect(stepsOf(past.episodes)).toEqual([200, 400, 1100, 1300]);
  add(past, bins(3, [episode(1300, -2.5)]));
  expect(stepsOf(past.episodes)).toEqual([200, 400, 1300]);
});

test('the past does not change with what is to come', () => {
  const whole = reported();
  const past = whole.upTo(1000);
  add(whole, bins(3, [episode(600, -5)]), bins(6, [[700, 1, 1, 1, 1]]));
  expect(stepsOf(past.episodes)).toEqual([200, 400]);
  expect(stepsOf(past.probes)).toEqual([300, 900]);
});

test('however often a run goes on from its past, there are few bins', () => {
  let history = new History();
  for (let i = 0; i < 5; i++) {
    const rows = Array.from({ length: 1024 }, (_, k) => episode(1024 * i + k, k));
    history = add(history, bins(3, rows)).upTo(Infinity);
    expect(history.episodes.bins.length).toBeLessThanOrEqual(1024);
  }
  const all = history.episodes.bins;
  expect(all.reduce((sum, { rows }) => sum + rows, 0)).toBe(5 * 1024);
  expect(all.reduce((sum, { rows, values }) => sum + rows * values[0]!, 0)).toBe(5 * 512 * 1023);
});

test('a return that was reached stays so as bins merge, and a bin says when at the latest', () => {
  const history = reported();
  expect(history.firstReached(-6.5)).toEqual({ steps: 1000, isExact: true });
  expect(history.firstReached(0)).toBeNull();
  const merged = bins(4, [[2000, -5, -7, 0.5, -4, 12, 100]]);
  add(history, { ...merged, values: merged.values.with(6, 4) });
  expect(history.firstReached(-6.5)).toEqual({ steps: 1000, isExact: true });
  expect(history.firstReached(0)).toEqual({ steps: 2000, isExact: false });
  expect(history.upTo(1500).firstReached(-6.5)).toEqual({ steps: 1000, isExact: true });
  expect(history.lastEvaluation()).toEqual({ steps: 2000, mean: -4, states: 100 });
});

test('bins merge as in the core', () => {
  const bin = (steps: number, rows: number, ...values: number[]): Bin => {
    return { steps, updates: steps, seconds: steps, rows, values };
  };
  const rules = ['mean', 'error', 'lowest', 'highest', 'last', 'mean'] as const;
  const all = [
    bin(1, 1, 2, 3, 2, 2, 2, NaN),
    bin(2, 3, 6, 4, 5, 8, 7, 1),
    bin(3, 1, 0, 1, 0, 0, 0, 0),
  ];
  const [first, last] = condensed(all, (i) => rules[i]!, 2);
  expect(first).toEqual(bin(2, 4, 5, Math.hypot(0.75, 3), 2, 8, 7, 1));
  expect(last).toBe(all[2]);
  expect(condensed(all, (i) => rules[i]!, 3)).toBe(all);
});
