import { expect, test } from 'vitest';
import { bestOf, lastOf } from '../../../../web/src/app/lesson/evaluations';
import type { Bin } from '../../../../web/src/protocol/bins';

/** An evaluation from 16 start states, or several as one. */
const bin = (highest: number, deviation: number, rows = 1): Bin => ({
  ...{ steps: 1000, updates: 500, seconds: 1, rows },
  values: [highest, highest, highest, highest, deviation, 16],
});

test('the best evaluation has its own error, and not that of the last', () => {
  expect(bestOf([bin(-900, 80), bin(-150, 20), bin(-700, 400)])).toEqual({ value: -150, error: 5 });
  expect(lastOf([bin(-150, 20), bin(-700, 400)])).toEqual({ value: -700, error: 100 });
});

test('the best of several that have become one has no error that is known', () => {
  expect(bestOf([bin(-900, 80), bin(-150, 20, 2)])).toEqual({ value: -150, error: null });
});

test('there is none before the first', () => {
  expect(bestOf([])).toBeNull();
});
