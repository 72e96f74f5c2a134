import { formatCount, formatReturn, formatValue } from '../text/format';
import { bandWords } from '../text/en/bands';
import { sweepWords as words } from '../text/en/sweeps';
import { comparisonSentence, coverageSentence } from './band-sentences';
import type { Beside, RecordedStanding } from './recorded-standing';

/** What a recorded arm beside another one comes to, or why that cannot be said. */
export function besideSentence({ id, with: other, tasks, at, comparison }: Beside): string {
  const [own, theirs] = tasks;
  if (own !== theirs) return words().otherTask(id, own, other, theirs);
  if (!comparison) return words().notYet(id, other);
  const when = bandWords().at(formatCount(at));
  if (comparison.difference) return when + comparisonSentence({ id, with: other, comparison });
  const { middle, low, high } = comparison.improvement;
  const [share, from, to] = [middle, low, high].map((x) => formatValue(Number(x.toFixed(2))));
  return when + words().unpaired(id, other, share!, from!, to!);
}

/** Where the recorded arms are from, and what their intervals are worth. */
export function recordedCaption({ arms, coverage, fewest }: RecordedStanding): string {
  const ids = arms.map(({ id }) => id).join(', ');
  const stopped = arms.flatMap(({ id, seeds }) => {
    const early = seeds.filter(({ state }) => state.activity === 'diverged');
    const list = early.map(({ seed, evaluations }) => {
      const last = evaluations.at(-1);
      return last ? `${seed} (${formatReturn(last.values[0]!)})` : seed;
    });
    return list.length > 0 ? [words().stopped(id, list.join(', '))] : [];
  });
  return [words().caption(ids), coverageSentence({ coverage, fewest }), ...stopped].join(' ');
}
