import { describe, expect, test } from 'vitest';
import {
  fewestSeeds,
  knownScores,
  readCohorts,
} from '../../../../web/src/app/curves/cohort-reading';
import { someSeed } from './some-seeds';

const scoresOf = (reading: ReturnType<typeof readCohorts>) =>
  reading.arms.map(({ scores }) => [...scores]);

describe('scores', () => {
  test('are of the last step that every seed of every arm has come to', () => {
    const reading = readCohorts([
      { id: 'A', seeds: [someSeed(1, [-9, -8, -7]), someSeed(2, [-6, -5])] },
      { id: 'B', seeds: [someSeed(1, [-4, -3, -2, -1]), someSeed(2, [-4, -3, -1])] },
    ]);
    expect(reading).toMatchObject({ at: 200, furthest: 400 });
    expect(scoresOf(reading)).toEqual([
      [-8, -5],
      [-3, -3],
    ]);
  });

  test('of long runs are of a step that all seeds have a bin end at', () => {
    const means = Array.from({ length: 11 }, (_, i) => i);
    const ahead = someSeed(1, means);
    const merged = someSeed(2, means).evaluations.filter((_, i) => i % 4 === 3 || i === 10);
    const behind = someSeed(3, means.slice(0, 10));
    const seeds = [ahead, { ...ahead, seed: '2', evaluations: merged }, behind];
    const reading = readCohorts([{ id: 'A', seeds }]);
    expect(reading).toMatchObject({ at: 800, furthest: 1100 });
    expect(scoresOf(reading)).toEqual([[7, 7, 7]]);
  });

  test('of a seed that diverged are what it last evaluated to, and its band ends there', () => {
    const seeds = [someSeed(1, [-9, -8, -7]), someSeed(2, [-6], 'diverged')];
    const reading = readCohorts([{ id: 'A', seeds }]);
    expect(reading.at).toBe(300);
    expect(scoresOf(reading)).toEqual([[-7, -6]]);
    expect(reading.arms[0]!.rows.map(({ x }) => x)).toEqual([100]);
  });

  test('where all diverged, are their last evaluations', () => {
    const seeds = [someSeed(1, [-9, -8], 'diverged'), someSeed(2, [-6], 'diverged')];
    expect(readCohorts([{ id: 'A', seeds }])).toMatchObject({ at: 200, furthest: 200 });
    expect(scoresOf(readCohorts([{ id: 'A', seeds }]))).toEqual([[-8, -6]]);
  });

  test('there are none of a seed that diverged before any evaluation, nor of a dead one', () => {
    const seeds = [
      someSeed(1, [-9, -8]),
      someSeed(2, [], 'diverged'),
      someSeed(3, [-1], 'training', 'dead'),
      someSeed(4, [-5, -4]),
    ];
    const reading = readCohorts([{ id: 'A', seeds }]);
    expect(scoresOf(reading)).toEqual([[-8, NaN, NaN, -4]]);
    expect([...knownScores(reading.arms[0]!)]).toEqual([-8, -4]);
    expect(fewestSeeds(reading)).toBe(2);
    expect(reading.arms[0]!.rows.map(({ values }) => values)).toEqual([
      [-9, -5],
      [-8, -4],
    ]);
  });

  test('there are none before every seed has one', () => {
    const seeds = [someSeed(1, [-9]), someSeed(2, [], 'paused', 'waiting')];
    const reading = readCohorts([{ id: 'A', seeds }]);
    expect(reading.at).toBe(-Infinity);
    expect(reading.arms[0]!.rows).toEqual([]);
    expect(scoresOf(reading)).toEqual([[NaN, NaN]]);
  });
});
