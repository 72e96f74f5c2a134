import { formatCount, formatReturn, formatValue } from '../text/format';
import { curveStrings } from '../text/en/curves';
import { bandWords as words } from '../text/en/bands';
import { highest, lowest } from '../../draw/extent';
import { mostRows } from '../../draw/curve-data';
import type { Estimate } from '../../protocol/score-commands';
import { type CohortReading, knownScores, type ReadSeed } from './cohort-reading';
import { shareInterval } from './share-interval';
import type { ArmStanding, Standing } from './standing';

/** An arm, and those of its seeds that are told of. */
interface Told {
  id: string;
  counted: readonly { seed: string }[];
}

/**
 * What one arm beside another comes to. One ends above the other where it does for more than half
 * of all seeds, as surely as the exact interval has it, and is then told of first.
 */
export function comparisonSentence(each: Standing['comparisons'][number]): string {
  const { comparison } = each;
  if (!comparison?.difference) return words().uncompared(each.id, each.with);
  const { seeds, better, worse } = comparison.difference;
  const isBelow = shareInterval(worse, seeds).low > 0.5;
  const [id, other] = isBelow ? [each.with, each.id] : [each.id, each.with];
  const improvement = isBelow ? mirrored(comparison.improvement, 1) : comparison.improvement;
  const difference = isBelow ? mirrored(comparison.difference, 0) : comparison.difference;
  const hits = isBelow ? worse : better;
  const share = shareInterval(hits, seeds);
  const [low, high] = [Math.floor(100 * share.low), Math.ceil(100 * share.high)];
  const ties = seeds - better - worse;
  return [
    share.low > 0.5 ? words().tells(id, other) : words().tellsNot(id, other),
    words().compared(...counts(hits, seeds), ...counts(low, high)),
    ties > 0 ? words().ties(formatCount(ties)) : '',
    words().improvement(...ends(improvement, hundredths)),
    words().difference(...ends(difference, formatReturn)),
  ].join('');
}

/** What is measured of one arm against another, as that of the other: both make `sum`. */
function mirrored({ middle, low, high }: Estimate, sum: number): Estimate {
  return { middle: sum - middle, low: sum - high, high: sum - low };
}

/** The comparisons of all arms, after the step that they are of where that is not the last. */
export function comparisonSentences(standing: Standing): string[] {
  const { at, furthest, comparisons } = standing;
  const when = at < furthest ? words().at(formatCount(at)) : '';
  return comparisons.map((each) => when + comparisonSentence(each));
}

/** What the seeds of an only arm come to. */
export function aloneSentence({ arms, location, at }: Standing): string {
  const arm = arms[0]!;
  const scores = knownScores(arm);
  return words().alone(
    formatCount(at),
    ...ends(arm.estimates[location], formatReturn),
    words().locationNames[location],
    formatCount(scores.length),
    ...([lowest(scores), highest(scores)].map(formatReturn) as [string, string]),
  );
}

/** How many seeds have reached the goal that all share; `""` without one, or before any has. */
export function reachedSentence(arms: readonly CohortReading[], goal: number | null): string {
  if (goal === null || arms.every(({ seeds }) => seeds.every(({ reached }) => reached === null))) {
    return '';
  }
  const list = arms.map((arm) => {
    const [hits, median] = [hitsOf(arm), medianHit(arm)];
    const when = Number.isFinite(median) ? words().reachedAt(formatCount(median)) : '';
    return words().reachedBy(arm.id, ...counts(hits, arm.counted.length)) + when;
  });
  return words().reached(formatReturn(goal), list.join('; '));
}

/** How many seeds have reached the goal. */
export function hitsOf({ counted }: CohortReading): number {
  return counted.filter(({ reached }) => reached !== null).length;
}

/** The step at which half of the seeds had reached it; infinite where half have not. */
export function medianHit({ counted }: CohortReading): number {
  const steps = counted.map(({ reached }) => reached ?? Infinity).sort((a, b) => a - b);
  const low = steps[Math.floor((steps.length - 1) / 2)] ?? Infinity;
  const high = steps[Math.floor(steps.length / 2)] ?? Infinity;
  return low === high ? low : (low + high) / 2;
}

/** What the chart shows, and what it is worth. */
export function bandCaption(standing: Standing): string {
  const { location, arms, at, furthest } = standing;
  const name = words().locationNames[location];
  const most = highest(
    arms.flatMap((arm) => arm.counted.map((seed) => mostRows(seed.evaluations))),
  );
  return [
    words().caption(name, seedsOfArms(arms)),
    location === 'iqm' ? words().iqm : '',
    coverageSentence(standing),
    at < furthest && at > 0 ? words().progressCaption(formatCount(at), formatCount(furthest)) : '',
    most > 1 ? words().binned(formatCount(most)) : '',
    listed(arms, ({ counted }) => counted.filter(hasDiverged), words().diverged),
    listed(arms, leftOut, words().leftOut),
  ]
    .filter(Boolean)
    .join(' ');
}

/** How often such intervals hold the truth, and what needs no assumption. */
export function coverageSentence({
  coverage,
  fewest,
}: Pick<Standing, 'coverage' | 'fewest'>): string {
  const { normal, failing, measured, range } = coverage;
  const n = formatCount(fewest);
  const percent = (share: number) => formatCount(100 * share);
  const measuredFor = measured < fewest ? words().coverMeasured(formatCount(measured)) : '';
  const known = Number.isFinite(normal)
    ? words().covers(n, percent(normal), percent(failing), measuredFor)
    : words().coversNothing(n);
  if (!Number.isFinite(range)) return known;
  const least = words().range(formatCount(Math.floor(100 * range)));
  return [known, least, range < 0.5 ? words().rangeHalf : ''].filter(Boolean).join(' ');
}

/** The seeds of an arm: "8 seeds, 1 to 8". */
export function seedsText({ counted }: Pick<Told, 'counted'>): string {
  const seeds = counted.map(({ seed }) => seed);
  const [first, last] = [Number(seeds[0]), Number(seeds.at(-1))];
  const isRange = seeds.length > 1 && last - first === seeds.length - 1;
  return isRange
    ? words().seedRange(seeds.length, seeds[0]!, seeds.at(-1)!)
    : words().seedList(seeds.length, seeds.join(', '));
}

/** Those of all arms, once where they are the same. */
export function seedsOfArms(arms: readonly Told[]): string {
  const texts = arms.map(seedsText);
  if (new Set(texts).size === 1) return texts[0]!;
  return arms.map(({ id }, i) => `${id}: ${texts[i]}`).join('; ');
}

/** The axis of a chart over environment steps, which says how many seeds there are. */
export function stepsLabel(arms: readonly Told[]): string {
  const counts = arms.map(({ counted }) => counted.length);
  const isOne = new Set(counts).size === 1;
  return words().xLabel(
    curveStrings().xLabel.steps,
    isOne
      ? formatCount(counts[0]!)
      : arms.map(({ id, counted }) => words().seedsOf(id, counted.length)).join(', '),
  );
}

const hasDiverged = ({ state }: ReadSeed) => state.activity === 'diverged';
const leftOut = ({ seeds, counted }: CohortReading) =>
  seeds.filter((seed) => !counted.includes(seed));

function listed(
  arms: readonly ArmStanding[],
  pick: (arm: ArmStanding) => readonly ReadSeed[],
  say: (list: string) => string,
): string {
  const names = arms.flatMap((arm) => pick(arm).map(({ seed }) => words().seedOf(arm.id, seed)));
  return names.length > 0 ? say(names.join(', ')) : '';
}

function ends(
  { middle, low, high }: { middle: number; low: number; high: number },
  format: (value: number) => string,
): [string, string, string] {
  return [format(middle), format(low), format(high)];
}

function counts(first: number, second: number): [string, string] {
  return [formatCount(first), formatCount(second)];
}

function hundredths(value: number): string {
  return formatValue(Number(value.toFixed(2)));
}
