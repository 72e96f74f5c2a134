import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interquartileMean, median, summarise } from '../../tools/lib/learning.mjs';

test('the median of an even number is the mean of the middle two', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([1, Infinity, Infinity, 2]), Infinity);
  assert.equal(median([Infinity, Infinity]), Infinity);
});

test('the interquartile mean drops a quarter at each end', () => {
  assert.equal(interquartileMean([100, 1, 2, 3, 4, 5, 6, -100]), 3.5);
  assert.equal(interquartileMean([1, 2, 6]), 3);
});

test('a summary has the first hit, not the best, and the last value', () => {
  const curve = (...returns) => ({
    evaluations: returns.map((mean_return, i) => ({
      environment_steps: 500 * (i + 1),
      mean_return,
    })),
  });
  const { first, reached, final } = summarise([curve(-9, -1, -5), curve(-9, -8, -7)], -5);
  assert.deepEqual(first, [1000, Infinity]);
  assert.equal(reached, 1);
  assert.deepEqual(final, [-5, -7]);
});
