import type { Claim } from '../link/link';
import type { RunView } from './run';

/** Whether a run has come to what the link says; `passed`: it did not stop there. */
export type Verdict = 'pending' | 'met' | 'missed' | 'passed';

/** A verdict holds until the run starts over. */
export function judge(claim: Claim, view: RunView, before: Verdict): Verdict {
  const { steps, fingerprint } = view;
  if (fingerprint?.steps === claim.steps) {
    return fingerprint.digest === claim.digest ? 'met' : 'missed';
  }
  if (steps <= claim.steps) return steps === 0 ? 'pending' : before;
  return before === 'pending' ? 'passed' : before;
}

/** Why a link cannot say what the runs have come to; `start`: they have not gone anywhere. */
export type Silence = 'start' | 'training' | 'changed' | 'broken';

/** What each run has come to, if the settings at step 0 are all that it takes to get there. */
export function claimsOf(
  views: readonly RunView[],
  changes: readonly number[],
): readonly Claim[] | Silence {
  if (views.every(({ steps }) => steps === 0)) return 'start';
  if (views.some(({ phase, activity }) => phase !== 'ready' || activity === 'diverged')) {
    return 'broken';
  }
  if (changes.some((count) => count > 0)) return 'changed';
  const claims = views.flatMap(({ activity, steps, fingerprint }) =>
    activity !== 'training' && steps > 0 && fingerprint?.steps === steps ? [fingerprint] : [],
  );
  return claims.length === views.length ? claims : 'training';
}
