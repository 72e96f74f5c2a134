import type { BandPoint, SharedRow } from '../../draw/bands';
import {
  type Comparison,
  type Coverage,
  type Estimate,
  type Location,
  LOCATIONS,
} from '../../protocol/score-commands';
import type { Seeds } from '../seeds/seeds';
import { type CohortReading, fewestSeeds, knownScores, type Reading } from './cohort-reading';

/** The part of the seeds that computes. */
export type Statistics = Pick<Seeds, 'bands' | 'compare' | 'coverage'>;

export interface ArmStanding extends CohortReading {
  points: readonly BandPoint[];
  /** of the scores; NaN without any */
  estimates: Readonly<Record<Location, Estimate>>;
}

/** What all seeds of all arms come to. */
export interface Standing extends Omit<Reading, 'arms'> {
  location: Location;
  arms: readonly ArmStanding[];
  /** each further arm beside the first; `null` where too few have a score */
  comparisons: readonly { id: string; with: string; comparison: Comparison | null }[];
  coverage: Coverage;
  /** the fewest seeds that an arm has, which the coverage is of */
  fewest: number;
}

export async function standingOf(
  reading: Reading,
  location: Location,
  statistics: Statistics,
): Promise<Standing> {
  const fewest = fewestSeeds(reading);
  const [arms, comparisons, coverage] = await Promise.all([
    Promise.all(reading.arms.map((arm) => armStanding(arm, location, statistics))),
    Promise.all(reading.arms.slice(1).map((arm) => compared(arm, reading.arms[0]!, statistics))),
    statistics.coverage(Math.max(1, fewest), location),
  ]);
  return { ...reading, location, arms, comparisons, coverage, fewest };
}

export async function armStanding(
  arm: CohortReading,
  location: Location,
  statistics: Statistics,
): Promise<ArmStanding> {
  const scores = knownScores(arm);
  const [points, ...estimates] = await Promise.all([
    bandOver(arm.rows, location, statistics),
    ...LOCATIONS.map((each) => estimateOf(scores, each, statistics)),
  ]);
  const [iqm, mean, median] = estimates;
  return { ...arm, points, estimates: { iqm: iqm!, mean: mean!, median: median! } };
}

/** The middle and its interval at each place. */
export async function bandOver(
  rows: readonly SharedRow[],
  location: Location,
  statistics: Pick<Statistics, 'bands'>,
): Promise<BandPoint[]> {
  const columns = rows.map(({ values }) => Float64Array.from(values));
  const { middle, low, high } = await statistics.bands(columns, location);
  return rows.map(({ x }, i) => ({ x, middle: middle[i]!, low: low[i]!, high: high[i]! }));
}

async function estimateOf(
  scores: Float64Array,
  location: Location,
  statistics: Statistics,
): Promise<Estimate> {
  const { middle, low, high } = await statistics.bands([scores], location);
  return { middle: middle[0]!, low: low[0]!, high: high[0]! };
}

async function compared(ours: CohortReading, others: CohortReading, statistics: Statistics) {
  const hasScores = [ours, others].every((arm) => knownScores(arm).length > 0);
  const comparison = hasScores ? await statistics.compare(ours.scores, others.scores) : null;
  return { id: ours.id, with: others.id, comparison };
}
