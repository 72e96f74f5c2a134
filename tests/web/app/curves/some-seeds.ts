import type { ReadSeed } from '../../../../web/src/app/curves/cohort-reading';
import type { Statistics } from '../../../../web/src/app/curves/standing';
import type { Comparison } from '../../../../web/src/protocol/score-commands';

/** A seed that was evaluated every 100 steps. */
export function someSeed(
  seed: number,
  means: readonly number[],
  activity: ReadSeed['state']['activity'] = 'training',
  phase: ReadSeed['state']['phase'] = 'ready',
): ReadSeed {
  const evaluations = means.map((mean, i) => ({
    ...{ steps: 100 * (i + 1), updates: 90 * (i + 1), seconds: i + 1, rows: 1 },
    values: [mean, mean, mean, mean, 0, 16],
  }));
  const hit = means.findIndex((mean) => mean >= 0);
  const reached = hit < 0 ? null : 100 * (hit + 1);
  return { seed: String(seed), evaluations, state: { phase, activity }, reached };
}

/** Means, with an interval from the lowest to the highest, whatever is asked for. */
export function plainStatistics(comparison: Partial<Comparison> = {}): Statistics {
  return {
    bands: (columns) => {
      const of = (make: (column: Float64Array) => number) =>
        Float64Array.from(columns, (column) => (column.length > 0 ? make(column) : NaN));
      return Promise.resolve({
        middle: of((column) => column.reduce((a, b) => a + b, 0) / column.length),
        low: of((column) => Math.min(...column)),
        high: of((column) => Math.max(...column)),
      });
    },
    compare: () =>
      Promise.resolve({
        improvement: { middle: 1, low: 1, high: 1 },
        difference: null,
        ...comparison,
      }),
    coverage: () => Promise.resolve({ normal: 0.916, failing: 0.872, measured: 8, range: 0.5293 }),
  };
}
