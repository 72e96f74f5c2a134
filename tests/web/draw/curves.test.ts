import { describe, expect, test } from 'vitest';
import { alignCurves, movingMean } from '../../../web/src/draw/curve-data';
import type { Bin } from '../../../web/src/protocol/bins';
import { valueRange } from '../../../web/src/draw/value-range';
import { runDash } from '../../../web/src/draw/line-style';

function points(steps: number[], means: number[], rows = 1): { bins: Bin[] } {
  const bins = steps.map((at, i) => {
    const values = [means[i]!, means[i]! - rows + 1, means[i]! + rows - 1];
    return { steps: at, updates: at + 1, seconds: at / 100, rows, values };
  });
  return { bins };
}

describe('movingMean', () => {
  const mean = (means: number[], window: number, rows = 1) =>
    movingMean(points([...means.keys()], means, rows).bins, window);

  test('of bins weighs them by their rows, and is over as many as the window has rows', () => {
    expect(mean([2, 4, 6, 8], 3, 2)).toEqual([2, 3, 5, 7]);
    expect(mean([2, 4, 6, 8], 2, 2)).toEqual([2, 4, 6, 8]);
    const [first, last] = [points([1], [2], 3).bins[0]!, points([2], [10], 1).bins[0]!];
    expect(movingMean([first, last], 4)).toEqual([2, 4]);
    expect(movingMean([last, first], 3)).toEqual([10, 2]);
  });

  test('of one value changes nothing', () => {
    expect(mean([3, 1, 2], 1)).toEqual([3, 1, 2]);
  });

  test('looks back, and over what there is at the start', () => {
    expect(mean([2, 4, 6, 8, 10], 3)).toEqual([2, 3, 4, 6, 8]);
  });
});

describe('alignCurves', () => {
  const a = {
    evaluations: points([500, 1000], [-9, -8]),
    episodes: points([200, 500], [-7, -5]),
  };
  const b = { evaluations: points([500], [-3]), episodes: points([], []) };
  const NONE = [null, null, null];

  test('bins of several episodes have a band', () => {
    const run = { evaluations: points([], []), episodes: points([10, 20], [-7, -5], 3) };
    expect(alignCurves([run], 'steps', 1).slice(2)).toEqual([
      [-7, -5],
      [-9, -7],
      [-5, -3],
    ]);
  });

  test('puts all rows on one rising x column', () => {
    expect(alignCurves([a, b], 'steps', 1)).toEqual([
      [200, 500, 1000],
      [null, -9, -8],
      [-7, -5, null],
      NONE,
      NONE,
      [null, -3, null],
      NONE,
      NONE,
      NONE,
    ]);
  });

  test('against updates or seconds, with smoothed episodes', () => {
    expect(alignCurves([a], 'updates', 2)).toEqual([
      [201, 501, 1001],
      [null, -9, -8],
      [-7, -6, null],
      NONE,
      NONE,
    ]);
    expect(alignCurves([a], 'seconds', 1)[0]).toEqual([2, 5, 10]);
  });

  test('of nothing is empty', () => {
    expect(alignCurves([], 'steps', 1)).toEqual([[]]);
  });
});

describe('valueRange', () => {
  const references = [{ value: -100, label: 'optimum', side: 'above' as const }];

  test('holds the data and the references, with room', () => {
    const [low, high] = valueRange(-900, -300, references);
    expect(low).toBeLessThan(-900);
    expect(high).toBeGreaterThan(-100);
  });

  test.each([
    [null, null],
    [Infinity, -Infinity],
    [NaN, NaN],
  ])('needs no data: %j', (min, max) => {
    for (const range of [valueRange(min, max, references), valueRange(min, max, [])]) {
      expect(range[0]).toBeLessThan(range[1]);
      expect(range.every(Number.isFinite)).toBe(true);
    }
  });
});

test('line styles differ by dashes, and the first is solid', () => {
  const dashes = [0, 1, 2, 3, 4].map((index) => runDash(index).join());
  expect(dashes[0]).toBe('');
  expect(new Set(dashes).size).toBe(5);
});
