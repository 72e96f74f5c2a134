import { formatCount, formatReturn } from '../text/format';
import type { RunView } from '../experiment/run';
import { strings } from '../text/en/page';
import { words } from '../text/en/narration';

/** Change of the mean return, as a share of it, that is worth a word. */
const NOTEWORTHY = 0.03;

/** One sentence part on a run; `before` is its mean return when it was last spoken of. */
export function describeRun(id: string, view: RunView, before: number): string {
  if (view.phase === 'dead') return strings().card.died;
  const steps = formatCount(view.steps);
  const mean = view.meanReturn;
  const tail = Number.isFinite(mean)
    ? words().mean(formatReturn(mean), trend(before, mean))
    : words().noEpisode;
  return words().run(id, steps, tail);
}

function trend(before: number, now: number): string {
  const change = now - before;
  if (!(Math.abs(change) > NOTEWORTHY * Math.abs(before))) return words().steady;
  return change > 0 ? words().rising : words().falling;
}
