import { frozenStrings } from '../text/en/frozen';
import { asGood, criticError, type FrozenPart, frozenParts } from './frozen-parts';
import { type Frozen, STATES } from './frozen-runs';
import { bestOf } from './returns';
import type { BootstrapSettings } from './settings';
import type { Verdict } from './verdict';

const words = () => frozenStrings().verdict;

interface Judged {
  steps: number;
  states: number;
  parts: readonly FrozenPart[];
  best: FrozenPart;
  /** the critic's squared error in variances of a whole return */
  error: number;
}

/** Says in words what the figures of frozen runs show; `null` until there is one. */
export function frozenVerdict(
  runs: readonly Frozen[],
  { samples, n }: BootstrapSettings,
): Verdict | null {
  const judged = runs.flatMap((run) => judge(run, samples));
  const [first, last] = [judged[0], judged.at(-1)];
  if (!first || !last) return null;
  return {
    headline: first === last ? alone(first) : compared(first, last),
    sentences: [
      [
        words().critic(judged.map(({ error }) => error)),
        ...doubt(judged),
        ...own(last, n),
        ...(last.states < STATES ? [words().soFar(last.states)] : []),
      ].join(' '),
    ],
  };
}

function judge({ steps, states, ...run }: Frozen, samples: number): Judged[] {
  const parts = frozenParts(run, samples);
  const best = bestOf(parts) as FrozenPart | undefined;
  return best ? [{ steps, states, parts, best, error: criticError(parts, samples) }] : [];
}

function alone({ steps, error, best }: Judged): string {
  return words().alone(steps, words().quality(error), best.at);
}

function compared(first: Judged, last: Judged): string {
  const { quality } = words();
  const moved = Math.sign(last.best.at - first.best.at);
  if (moved === 0) return words().same(first.steps, last.steps, last.best.at);
  const [early, late] = [first.best.at, last.best.at];
  return moved < 0
    ? words().nearer(first.steps, early, last.steps, quality(last.error), late)
    : words().farther(first.steps, early, last.steps, late);
}

/** What the bars do not tell apart. */
function doubt(judged: readonly Judged[]): string[] {
  const open = judged
    .map(({ steps, parts }) => ({ steps, ...asGood(parts)! }))
    .filter(({ low, high }) => low < high);
  return open.length > 0 ? [words().doubt(open)] : [];
}

/** What the reader's own length costs. */
function own({ steps, parts, best }: Judged, n: number): string[] {
  const mine = parts.find(({ at }) => at === n);
  if (!mine || mine === best) return [];
  return [words().own(steps, n, mine.sum / best.sum, mine.bias > mine.variance)];
}
