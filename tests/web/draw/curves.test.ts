import { describe, expect, test } from 'vitest';
import { alignCurves, movingMean, type Points } from '../../../web/src/draw/curve-data';
import { valueRange } from '../../../web/src/draw/value-range';
import { runDash } from '../../../web/src/draw/line-style';

function points(steps: number[], value: number[]): Points {
  return { steps, updates: steps.map((x) => x + 1), seconds: steps.map((x) => x / 100), value };
}

describe('movingMean', () => {
  test('of one value changes nothing', () => {
    expect(movingMean([3, 1, 2], 1)).toEqual([3, 1, 2]);
  });

  test('looks back, and over what there is at the start', () => {
    expect(movingMean([2, 4, 6, 8, 10], 3)).toEqual([2, 3, 4, 6, 8]);
  });
});

describe('alignCurves', () => {
  const a = {
    evaluations: points([500, 1000], [-9, -8]),
    episodes: points([200, 500], [-7, -5]),
  };
  const b = { evaluations: points([500], [-3]), episodes: points([], []) };

  test('puts all rows on one rising x column', () => {
    expect(alignCurves([a, b], 'steps', 1)).toEqual([
      [200, 500, 1000],
      [null, -9, -8],
      [-7, -5, null],
      [null, -3, null],
      [null, null, null],
    ]);
  });

  test('against updates or seconds, with smoothed episodes', () => {
    expect(alignCurves([a], 'updates', 2)).toEqual([
      [201, 501, 1001],
      [null, -9, -8],
      [-7, -6, null],
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
