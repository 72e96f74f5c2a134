import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentText, row, rowsOf } from '../../tools/lib/learning-document.mjs';
import {
  bootstrapInterval,
  compare,
  interquartileMean,
  median,
  parseSeeds,
  reportSeeds,
  summarise,
} from '../../tools/lib/learning.mjs';
import { fastestNative } from '../../tools/lib/processor.mjs';

const curve = (...returns) =>
  returns.map((mean_return, i) => ({ environment_steps: 500 * (i + 1), mean_return }));

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

test('the bootstrap interval is that of normal theory where that holds', () => {
  // Of n normal values the interquartile mean has a standard error of about 1.09 / sqrt(n).
  const n = 400;
  const gaussian = Array.from({ length: n }, (_, i) => quantile((i + 0.5) / n));
  const [low, high] = bootstrapInterval(gaussian);
  const expected = (1.96 * 1.09) / Math.sqrt(n);
  assert.ok(Math.abs(high / expected - 1) < 0.1, `${high} is not ${expected}`);
  assert.ok(Math.abs(low / expected + 1) < 0.1, `${low} is not ${-expected}`);
  assert.deepEqual(bootstrapInterval(gaussian), [low, high]);
  assert.deepEqual(bootstrapInterval([7, 7, 7]), [7, 7]);
});

/** Of the standard normal distribution, by bisection of its integral. */
function quantile(p) {
  let [below, above] = [-6, 6];
  for (let i = 0; i < 40; ++i) {
    const middle = (below + above) / 2;
    if (normal(middle) < p) below = middle;
    else above = middle;
  }
  return below;
}

function normal(x) {
  const steps = 400;
  const width = x / steps;
  let sum = 0;
  for (let i = 0; i < steps; ++i) sum += Math.exp(-(((i + 0.5) * width) ** 2) / 2);
  return 0.5 + (sum * width) / Math.sqrt(2 * Math.PI);
}

test('a summary has the first hit, not the best, and the last value', () => {
  const summary = summarise([curve(-9, -1, -5), curve(-9, -8, -7), curve(-4, -4, -6)], -5);
  assert.deepEqual(summary.first, [1000, Infinity, 500]);
  assert.equal(summary.reached, 2);
  assert.equal(summary.kept, 1);
  assert.deepEqual(summary.final, [-5, -7, -6]);
});

test('a goal is met by a median within 1.5 times and by seven finals of eight', () => {
  const summary = { first: [1500, 1500, 9000], final: [5, 5, 5, 5, 5, 5, 5, 4] };
  assert.deepEqual(compare(summary, { first: 1000, final: 5 }), {
    first: true,
    above: 7,
    final: true,
  });
  assert.deepEqual(compare(summary, { first: 999 }), { first: false });
  assert.equal(compare({ ...summary, final: [5, 5, 5, 4, 5, 5, 5, 4] }, { final: 5 }).final, false);
  assert.deepEqual(compare(summary, {}), {});
});

test('seeds are a first and a last', () => {
  assert.deepEqual(parseSeeds('3-5'), [3, 4, 5]);
  assert.deepEqual(parseSeeds('7-7'), [7]);
  assert.equal(parseSeeds(reportSeeds).length, 20);
  for (const text of [
    '',
    '8',
    '5-3',
    '1-',
    '-8',
    '1-8,9',
    ' 1-8',
    'a-b',
    '1-5000',
    '1.5-3',
    '1--8',
  ]) {
    assert.throws(() => parseSeeds(text), { message: /^--seeds: ".*" is not FIRST-LAST/ }, text);
  }
});

const preset = { id: 'a-preset', threshold: -5, learns: true, steps: 1500 };

test('a row shows spread, and which goals are missed', () => {
  const text = row(preset, { first: 100, final: -6 }, [curve(-9, -1, -5), curve(-9, -8, -7)]);
  assert.equal(
    text,
    '| `a-preset` | ≥ −5.000 | 1/2 | 1/2 | never (never) | −6.000 [−7.000, −5.000] | −7.000 ' +
      '| 1,500 | 100: **missed** | 1/2 ≥ −6.000: **missed** |',
  );
});

test('a document keeps its rows, unless it is over other seeds', () => {
  const rows = new Map(['b', 'a', 'gone'].map((id) => [id, `| \`${id}\` | row |`]));
  const text = documentText('101-120', ['a', 'none', 'b'], rows);
  assert.match(text, /over the seeds 101-120/);
  assert.match(text, /\n\| `a` \| row \|\n\| `b` \| row \|\n\nNot yet run over .*: `none`\.\n$/);
  assert.match(documentText('1-8', ['a'], rows), /\n\| `a` \| row \|\n$/);
  assert.deepEqual([...rowsOf(text, '101-120').keys()], ['a', 'b']);
  assert.equal(rowsOf(text, '1-8').size, 0);
  assert.equal(rowsOf(text, '101-12').size, 0);
});

test('the fastest native build is that for the vectors of the processor', () => {
  assert.equal(fastestNative('flags : sse avx avx2 bmi2\n'), 'native-avx2');
  assert.equal(fastestNative('flags : sse avx\n'), 'native');
  assert.equal(fastestNative(''), 'native');
});
