import { highest, lowest } from '../../draw/extent';
import { type Location, LOCATIONS } from '../../protocol/score-commands';
import type { Rows } from '../figure/figure';
import { formatCount, formatReturn } from '../text/format';
import { bandWords as words } from '../text/en/bands';
import { hitsOf, medianHit } from './band-sentences';
import { knownScores } from './cohort-reading';
import type { ArmStanding } from './standing';

/** A row for each arm: what its seeds come to. */
export function summaryRows(arms: readonly ArmStanding[], hasGoal: boolean): Rows {
  const { reached, first, ...columns } = words().columns;
  return [
    [...Object.values(columns), ...(hasGoal ? [reached, first] : [])],
    ...arms.map((arm) => {
      const scores = knownScores(arm);
      const { at } = arm;
      const { iqm, mean, median } = arm.estimates;
      return [
        ...[arm.id, formatCount(scores.length), scores.length > 0 ? formatCount(at) : null],
        ...[iqm.middle, iqm.low, iqm.high, mean.middle, median.middle].map(formatReturn),
        ...[lowest(scores), highest(scores)].map(formatReturn),
        ...(hasGoal ? goalCells(arm) : []),
      ];
    }),
  ];
}

function goalCells(arm: ArmStanding): (string | null)[] {
  const median = medianHit(arm);
  const hits = words().reachedBy('', formatCount(hitsOf(arm)), formatCount(arm.counted.length));
  return [hits.trim(), Number.isFinite(median) ? formatCount(median) : null];
}

/** Every evaluation of every seed, the bands over them, and what they come to. */
export function seedRows(arms: readonly ArmStanding[], location: Location): Rows {
  return [
    Object.values(words().csv),
    ...arms.flatMap((arm) => [
      ...evaluationRows(arm),
      ...bandRows(arm, location),
      ...lastRows(arm),
    ]),
  ];
}

type Row = (string | number | null)[];

function evaluationRows({ id, seeds }: ArmStanding): Row[] {
  return seeds.flatMap(({ seed, evaluations }) =>
    evaluations.map(({ steps, updates, seconds, rows, values }) => [
      ...[id, words().csvEvaluation, seed, 1, steps, updates, seconds, rows, values[0]!],
      ...[null, null],
    ]),
  );
}

function bandRows({ id, counted, points }: ArmStanding, location: Location): Row[] {
  const row = words().csvMiddle(words().locationNames[location]);
  return points.map(({ x, middle, low, high }) => [
    ...[id, row, null, counted.length, x, null, null, null, middle, low, high],
  ]);
}

function lastRows(arm: ArmStanding): Row[] {
  const { id, estimates, counted, at } = arm;
  const seeds = knownScores(arm).length;
  if (seeds === 0) return [];
  const row = (name: string, step: number, value: number, low?: number, high?: number): Row => [
    ...[id, name, null, seeds, step, null, null, null, value, low ?? null, high ?? null],
  ];
  const scores = knownScores(arm);
  const { worst, best } = words().columns;
  return [
    ...LOCATIONS.map((location) => {
      const { middle, low, high } = estimates[location];
      return row(words().csvLast(words().locationNames[location]), at, middle, low, high);
    }),
    row(words().csvLast(worst), at, lowest(scores)),
    row(words().csvLast(best), at, highest(scores)),
    ...counted.flatMap(({ seed, reached }): Row[] =>
      reached === null
        ? []
        : [[id, words().csvFirst, seed, 1, reached, null, null, null, null, null, null]],
    ),
  ];
}
