import { describe, expect, test } from 'vitest';
import { seedRows, summaryRows } from '../../../../web/src/app/curves/band-rows';
import {
  aloneSentence,
  bandCaption,
  comparisonSentences,
  coverageSentence,
  medianHit,
  reachedSentence,
  stepsLabel,
} from '../../../../web/src/app/curves/band-sentences';
import { readCohorts } from '../../../../web/src/app/curves/cohort-reading';
import { shareInterval } from '../../../../web/src/app/curves/share-interval';
import { type Standing, standingOf } from '../../../../web/src/app/curves/standing';
import type { Comparison } from '../../../../web/src/protocol/score-commands';
import { plainStatistics, someSeed } from './some-seeds';

function standing(comparison: Partial<Comparison> = {}, activity?: 'diverged'): Promise<Standing> {
  const reading = readCohorts([
    { id: 'A', seeds: [someSeed(1, [-9, -8]), someSeed(2, [-6, -5], activity)] },
    { id: 'B', seeds: [someSeed(1, [-4, 3]), someSeed(2, [-2, -1])] },
  ]);
  return standingOf(reading, 'iqm', plainStatistics(comparison));
}

const compared = (better: number, seeds: number, worse = seeds - better): Partial<Comparison> => ({
  improvement: { middle: 0.987, low: 0.9, high: 1 },
  difference: { middle: 12.34, low: 10, high: 14, better, worse, seeds },
});

describe('what so many of so many cases say of all', () => {
  // Clopper and Pearson's limits as the quantiles of beta distributions have them.
  test.each([
    [8, 8, 0.63058, 1],
    [0, 8, 0, 0.36942],
    [5, 10, 0.18709, 0.81291],
    [19, 20, 0.75127, 0.99873],
    [64, 64, 0.94399, 1],
    [295, 300, 0.96153, 0.99457],
    [1300, 2000, 0.62863, 0.67092],
    [5000, 10000, 0.49015, 0.50985],
  ])('%i of %i', (hits, count, low, high) => {
    const interval = shareInterval(hits, count);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

describe('the comparison of two arms', () => {
  test('says what holds without an assumption, and both intervals', async () => {
    expect(comparisonSentences(await standing(compared(8, 8)))).toEqual([
      'B ends above A for 8 of 8 seeds, so for 63 to 100 % of all (95 %, exact); probability of ' +
        'improvement 0.99 (95 %: 0.9 to 1), difference seed by seed 12.3 (95 %: 10.0 to 14.0).',
    ]);
  });

  test('says when it is not enough to tell, even of three out of three', async () => {
    const [sentence] = comparisonSentences(await standing(compared(3, 3)));
    expect(sentence).toMatch(/^Not enough to tell B from A: above for 3 of 3 seeds, so for 29 to/);
  });

  test('is told from the side of the winner, with all that is measured', async () => {
    const lost: Partial<Comparison> = {
      improvement: { middle: 0.02, low: 0, high: 0.1 },
      difference: { middle: -12.34, low: -14, high: -10, better: 0, worse: 8, seeds: 8 },
    };
    expect(comparisonSentences(await standing(lost))).toEqual([
      'A ends above B for 8 of 8 seeds, so for 63 to 100 % of all (95 %, exact); probability of ' +
        'improvement 0.98 (95 %: 0.9 to 1), difference seed by seed 12.3 (95 %: 10.0 to 14.0).',
    ]);
  });

  test.each([
    [0, 20, 0, /^Not enough to tell B from A: above for 0 of 20 .* 0 to 17 %.*, equal for 20;/],
    [1, 20, 3, /^Not enough to tell B from A: above for 1 of 20 seeds.*, equal for 16;/],
    [10, 20, 0, /^Not enough to tell B from A: above for 10 of 20 seeds.*, equal for 10;/],
    [18, 20, 0, /^B ends above A for 18 of 20 seeds, so for 68 to 99 %.*, equal for 2;/],
    [0, 20, 18, /^A ends above B for 18 of 20 seeds, so for 68 to 99 %.*, equal for 2;/],
  ])('counts a tie for neither: %i of %i above, %i below', async (better, seeds, worse, told) => {
    const [sentence] = comparisonSentences(await standing(compared(better, seeds, worse)));
    expect(sentence).toMatch(told);
  });

  test('needs two seeds of both', async () => {
    expect(comparisonSentences(await standing())[0]).toContain('fewer than two seeds');
  });

  test('names the step while some seeds are further', async () => {
    const reading = readCohorts([
      { id: 'A', seeds: [someSeed(1, [1, 2]), someSeed(2, [1])] },
      { id: 'B', seeds: [someSeed(1, [1, 2]), someSeed(2, [1, 2])] },
    ]);
    const early = await standingOf(reading, 'mean', plainStatistics(compared(2, 2)));
    expect(comparisonSentences(early)[0]).toMatch(/^At step 100: Not enough/);
    expect(bandCaption(early)).toContain(
      'scores are of step 100, and bands end where not all seeds',
    );
  });
});

test('an arm alone has its middle, interval, worst and best', async () => {
  expect(aloneSentence(await standing())).toBe(
    'At step 200, interquartile mean of 2 seeds −6.50 (95 %: −8.00 to −5.00); worst −8.00, ' +
      'best −5.00.',
  );
});

describe('the caption', () => {
  test('says what the band is: n, method, resamples, and what it covers', async () => {
    const caption = bandCaption(await standing());
    for (const part of [
      'interquartile mean of the evaluations of n seeds (2 seeds, 1 to 2)',
      '95 % percentile bootstrap interval, 2,000 resamples',
      'in 92 % of cases where returns are normal, in 87 % where a fifth of the runs fail',
      'at least 52 % of all runs lie between the worst and the best seed',
    ]) {
      expect(caption).toContain(part);
    }
    expect(caption).not.toMatch(/differ in progress|Diverged|Not counted/);
  });

  test('names the seeds that diverged', async () => {
    expect(bandCaption(await standing({}, 'diverged'))).toContain('band ends with them: A seed 2.');
  });

  test('promises nothing of two seeds, and says for how many it was measured', async () => {
    const coverage = { normal: NaN, failing: NaN, measured: 3, range: 0.0253 };
    const few = coverageSentence({ ...(await standing()), fewest: 2, coverage });
    expect(few).toContain('n = 2: too few seeds for an interval');
    expect(few).toContain('at least 2 % of all runs');
    expect(few).toContain('from 8 seeds on');
    const many = { normal: 0.94, failing: 0.94, measured: 30, range: 0.926 };
    const sentence = coverageSentence({ ...(await standing()), fewest: 64, coverage: many });
    expect(sentence).toContain('n = 64:');
    expect(sentence).toContain('(with 30 seeds)');
  });
});

test('the chart says n, for each arm where they differ', async () => {
  const { arms } = await standing();
  expect(stepsLabel(arms)).toBe('environment steps; n = 2 seeds each');
  expect(stepsLabel([arms[0]!, { ...arms[1]!, counted: arms[1]!.counted.slice(1) }])).toContain(
    'A: 2, B: 1',
  );
});

test('who has reached the goal is counted; a seed that has not is none of the half', async () => {
  const { arms } = await standing();
  expect(reachedSentence(arms, 0)).toBe('Reached 0.00: A 0 of 2; B 1 of 2.');
  expect(reachedSentence(arms, null)).toBe('');
  expect(reachedSentence([arms[0]!], 0)).toBe('');
  expect(medianHit(arms[1]!)).toBe(Infinity);
  const three = [someSeed(1, [1]), someSeed(2, [-1, 1]), someSeed(3, [-1, -1])];
  const [arm] = readCohorts([{ id: 'A', seeds: three }]).arms;
  expect(medianHit(arm!)).toBe(200);
});

describe('the rows', () => {
  test('are one for each arm, in the table', async () => {
    const [heads, a, b] = summaryRows((await standing()).arms, true);
    expect(heads).toHaveLength(12);
    expect(a).toEqual([
      ...['A', '2', '200', '−6.50', '−8.00', '−5.00', '−6.50', '−6.50', '−8.00', '−5.00'],
      ...['0 of 2', null],
    ]);
    expect(b!.slice(-2)).toEqual(['1 of 2', null]);
    expect(summaryRows((await standing()).arms, false)[0]).toHaveLength(10);
  });

  test('have every evaluation of every seed in a file, the bands and the end', async () => {
    const [heads = [], ...rows] = seedRows((await standing()).arms, 'iqm');
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([heads.length]));
    const of = (kind: string) => rows.filter((row) => row[1] === kind);
    expect(of('evaluation')).toHaveLength(8);
    expect(of('evaluation')[3]).toEqual([
      'A',
      'evaluation',
      '2',
      1,
      200,
      180,
      2,
      1,
      -5,
      null,
      null,
    ]);
    expect(of('interquartile mean of all seeds')).toHaveLength(4);
    expect(of('last evaluation: median')[1]).toEqual([
      ...['B', 'last evaluation: median', null, 2, 200, null, null, null, 1, -1, 3],
    ]);
    expect(of('step of the first hit').map((row) => row.slice(2, 5))).toEqual([['1', 1, 200]]);
  });
});
