import { type SharedRow, sharedRows } from '../../draw/bands';
import type { Curve } from '../../draw/curve-data';
import { highest, lowest } from '../../draw/extent';
import type { Bin } from '../../protocol/bins';
import type { SeedState } from '../seeds/cohort';

/** What a chart needs of a seed. */
export interface ReadSeed {
  seed: string;
  evaluations: readonly Bin[];
  state: Pick<SeedState, 'phase' | 'activity'>;
  /** environment step at which the goal was first reached; `null`: not yet, or there is none */
  reached: number | null;
}

export interface ReadArm {
  id: string;
  seeds: readonly ReadSeed[];
}

/** The seeds of an arm, as far as they can be told of together. */
export interface CohortReading extends ReadArm {
  /** those that have or will have a score */
  counted: readonly ReadSeed[];
  /** evaluations of those counted */
  curves: readonly Curve[];
  rows: readonly SharedRow[];
  /** of every seed, NaN where there is none */
  scores: Float64Array;
  /** the environment step of the scores */
  at: number;
}

export interface Reading {
  arms: readonly CohortReading[];
  /** the environment step of the scores; minus infinity before there are any */
  at: number;
  /** the furthest evaluation */
  furthest: number;
}

/** Of an evaluation's values, the mean return and that of the last one of a bin. */
const [MEAN, LAST] = [0, 3];

const hasStopped = ({ state }: ReadSeed) => state.activity === 'diverged';

/**
 * All seeds at the last step that every one of them has an evaluation of: those of long runs are
 * merged by twos, fours and so on, and that of a bin is of its end. One that diverged goes no
 * further: it counts as what it last evaluated to, and not at all without an evaluation; nor
 * does one whose worker has ended.
 */
export function readCohorts(arms: readonly ReadArm[]): Reading {
  const counted = arms.map(({ seeds }) => seeds.filter(isCounted));
  const going = counted.flat().filter((seed) => !hasStopped(seed));
  const all = counted.flat().map(curveOf);
  const furthest = highest(all.map(({ x }) => x.at(-1) ?? 0));
  const at = going.length > 0 ? (sharedRows(going.map(curveOf)).at(-1)?.x ?? -Infinity) : furthest;
  return {
    at,
    furthest,
    arms: arms.map((arm, i) => {
      const curves = counted[i]!.map(curveOf);
      return {
        ...arm,
        counted: counted[i]!,
        curves,
        at,
        rows: sharedRows(curves),
        scores: Float64Array.from(arm.seeds, (seed) => (isCounted(seed) ? scoreAt(seed, at) : NaN)),
      };
    }),
  };
}

/** The scores that there are. */
export function knownScores({ scores }: CohortReading): Float64Array {
  return scores.filter(Number.isFinite);
}

/** The fewest seeds that an arm has scores of. */
export function fewestSeeds({ arms }: Reading): number {
  return lowest(arms.map(({ counted }) => counted.length));
}

function isCounted(seed: ReadSeed): boolean {
  return seed.state.phase !== 'dead' && !(hasStopped(seed) && seed.evaluations.length === 0);
}

function curveOf({ evaluations }: ReadSeed): Curve {
  return {
    x: evaluations.map(({ steps }) => steps),
    y: evaluations.map(({ values }) => values[MEAN]!),
  };
}

function scoreAt({ evaluations }: ReadSeed, step: number): number {
  return evaluations.findLast(({ steps }) => steps <= step)?.values[LAST] ?? NaN;
}
