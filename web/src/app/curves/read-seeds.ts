import type { Bin } from '../../protocol/bins';
import type { Cohort, Seed } from '../seeds/cohort';
import type { ReadArm } from './cohort-reading';

/** The cohorts as they are now; `goal` is the return that all arms are to reach. */
export function readArms(cohorts: readonly Cohort[], goal: number | null): ReadArm[] {
  return cohorts.map(({ id, $seeds }) => ({
    id,
    seeds: $seeds.get().map(({ seed, history, $state }) => ({
      seed,
      evaluations: history.evaluations.bins.slice(),
      state: $state.get(),
      reached: goal === null ? null : (history.firstReached(goal)?.steps ?? null),
    })),
  }));
}

/** Those whose worker has not ended. */
export function livingSeeds({ $seeds }: Cohort): Seed[] {
  return $seeds.get().filter(({ $state }) => $state.get().phase !== 'dead');
}

/** What the living seeds of an arm have reported of a kind. */
export function livingBins(
  cohort: Cohort,
  kind: 'diagnostics' | 'probes',
): { seed: string; bins: Bin[] }[] {
  return livingSeeds(cohort).map(({ seed, history }) => ({
    seed,
    bins: history[kind].bins.slice(),
  }));
}

/** A key that changes whenever something of a kind has been reported. */
export function stateOf(
  cohorts: readonly Cohort[],
  kind: 'evaluations' | 'diagnostics' | 'probes',
): string {
  return cohorts
    .map(({ id, $seeds }) => {
      const seeds = $seeds.get().map(({ seed, history, $state }) => {
        const { phase, activity } = $state.get();
        return `${seed} ${history[kind].revision} ${phase} ${activity}`;
      });
      return `${id}: ${seeds.join()}`;
    })
    .join(';');
}
