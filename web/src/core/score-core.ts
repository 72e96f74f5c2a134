import type { AcpScoresModule } from '@acp/scores-module';
import type { Comparison, Coverage, Location } from '../protocol/score-commands';

/** What the core says of scores of several seeds. */
export interface ScoreCore {
  /** Middle, low and high of each column. */
  estimates(columns: readonly Float64Array[], location: Location): Float64Array;
  compare(ours: Float64Array, others: Float64Array): Comparison;
  coverage(count: number, location: Location): Coverage;
}

export function wrapScoreModule(module: AcpScoresModule): ScoreCore {
  return {
    estimates: (columns, location) => {
      const rows = new Float64Array(3 * columns.length);
      columns.forEach((scores, i) => rows.set(module.estimate(scores, location), 3 * i));
      return rows;
    },
    compare: (ours, others) => {
      const improvement = estimateOf(module.improvement(known(ours), known(others)));
      const each = known(ours.map((score, seed) => score - (others[seed] ?? NaN)));
      const [seeds, better, worse, ...rest] = module.difference(each);
      const difference =
        seeds === undefined ? null : { seeds, better: better!, worse: worse!, ...estimateOf(rest) };
      return { improvement, difference };
    },
    coverage: (count, location) => {
      const [normal, failing, measured, range] = module.coverage(count, location);
      return { normal: normal!, failing: failing!, measured: measured!, range: range! };
    },
  };
}

/** Of those seeds that have a score. */
function known(scores: Float64Array): Float64Array {
  return scores.filter((score) => !isNaN(score));
}

function estimateOf(numbers: ArrayLike<number>) {
  return { middle: numbers[0]!, low: numbers[1]!, high: numbers[2]! };
}
