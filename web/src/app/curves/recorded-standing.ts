import { lowest } from '../../draw/extent';
import type { Bin } from '../../protocol/bins';
import type { Comparison, Coverage, Location } from '../../protocol/score-commands';
import type { RecordedSeed, ShownArm } from '../experiment/recorded';
import type { Environment } from '../../protocol/catalog';
import { type CohortReading, type ReadArm, readCohorts, type ReadSeed } from './cohort-reading';
import { spaced } from './seed-lines';
import { type ArmStanding, armStanding, type Statistics } from './standing';

/** Places of a band. */
const MOST_PLACES = 256;
/** Seeds whose own lines are drawn. */
const MOST_LINES = 64;

export interface RecordedArmStanding extends ArmStanding {
  shown: ShownArm;
}

/** An arm beside another one. */
export interface Beside {
  id: string;
  with: string;
  /** the environments that they are of */
  tasks: readonly [string, string];
  /** the last step that all of both have come to */
  at: number;
  /** `null`: of different environments, or too little is known */
  comparison: Comparison | null;
}

/** What the recorded arms come to, and that beside the first arm of each kind. */
export interface RecordedStanding {
  arms: readonly RecordedArmStanding[];
  comparisons: readonly Beside[];
  coverage: Coverage;
  fewest: number;
}

/** An arm and what it is of. */
export interface Other {
  arm: ReadArm;
  environment: Environment;
}

export async function recordedStanding(
  shown: readonly ShownArm[],
  live: Other | undefined,
  goal: number | null,
  location: Location,
  statistics: Statistics,
): Promise<RecordedStanding> {
  const all = shown.map((arm) => ({
    arm: readRecorded(arm, goal),
    environment: arm.resolved.environment,
  }));
  const readings = all.map(({ arm }) => readingOf(arm));
  const fewest = lowest(readings.map(({ counted }) => counted.length));
  const others = [live, all[0]].filter((other) => other !== undefined);
  const pairs = all.flatMap((each) =>
    others.filter(({ arm }) => arm !== each.arm).map((other) => [each, other] as const),
  );
  const [arms, comparisons, coverage] = await Promise.all([
    Promise.all(
      readings.map(async (reading, i) => ({
        ...(await armStanding(reading, location, statistics)),
        shown: shown[i]!,
      })),
    ),
    Promise.all(pairs.map(([each, other]) => beside(each, other, statistics))),
    statistics.coverage(Math.max(1, fewest), location),
  ]);
  return { arms, comparisons, coverage, fewest };
}

/** Each seed by its last evaluation; of many seeds and places, some are drawn. */
function readingOf(arm: ReadArm): CohortReading {
  const reading = readCohorts([arm]).arms[0]!;
  const { rows, curves } = reading;
  return { ...reading, rows: spaced(rows, MOST_PLACES), curves: curves.slice(0, MOST_LINES) };
}

function readRecorded({ id, seeds }: ShownArm, goal: number | null): ReadArm {
  return { id, seeds: seeds.map((seed) => readSeed(seed, goal)) };
}

function readSeed({ seed, evaluations, status }: RecordedSeed, goal: number | null): ReadSeed {
  const hit = evaluations.find(({ meanReturn }) => goal !== null && meanReturn >= goal);
  return {
    seed,
    evaluations: evaluations.map(
      ({ steps, updates, meanReturn: mean, deviation, states }): Bin => ({
        ...{ steps, updates, seconds: NaN, rows: 1 },
        values: [mean, mean, mean, mean, deviation, states],
      }),
    ),
    state: { phase: 'ready', activity: status === '' ? 'paused' : 'diverged' },
    reached: hit?.steps ?? null,
  };
}

async function beside(ours: Other, other: Other, statistics: Statistics): Promise<Beside> {
  const { at, arms } = readCohorts([ours.arm, other.arm]);
  const seeds = [...new Set([ours, other].flatMap(({ arm }) => arm.seeds.map(({ seed }) => seed)))];
  const [own, theirs] = arms.map((arm) => scoresOf(arm, seeds));
  const isOneTask = ours.environment === other.environment;
  const hasScores = [own, theirs].every((scores) => scores!.some(Number.isFinite));
  return {
    ...{ id: ours.arm.id, with: other.arm.id, at },
    tasks: [ours.environment.title, other.environment.title],
    comparison: isOneTask && hasScores ? await statistics.compare(own!, theirs!) : null,
  };
}

/** In the order of seeds that two arms have between them. */
function scoresOf({ seeds, scores }: CohortReading, order: readonly string[]): Float64Array {
  const known = new Map(seeds.map(({ seed }, i) => [seed, scores[i]!]));
  return Float64Array.from(order, (seed) => known.get(seed) ?? NaN);
}
