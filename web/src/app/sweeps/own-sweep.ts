import type { Bin } from '../../protocol/bins';
import type { PlannedRun } from '../../protocol/sweep';
import { idOf } from '../../protocol/sweep';
import type { WrittenRun } from '../../protocol/sweep-text';
import type { Playground } from '../experiment/playground';
import type { Cohort, Seed } from '../seeds/cohort';
import type { ArmId } from '../settings/arms';

/** The runs of the page as a sweep has them. */
export interface OwnSweep {
  /** each once, even where two arms have it */
  plan: readonly PlannedRun[];
  /** those that have come to the end of the plan, or diverged */
  results: readonly WrittenRun[];
  /** that no plan describes, since their runs have not been as they are from step 0 */
  leftOut: readonly ArmId[];
}

const [LAST, DEVIATION, STATES] = [3, 4, 5];

/** Of all seeds that live, up to an environment step. */
export async function ownSweep(
  { $changes, catalog: { build } }: Pick<Playground, '$changes' | 'catalog'>,
  cohorts: readonly Cohort[],
  steps: number,
): Promise<OwnSweep> {
  const changes = $changes.get();
  const isChanged = ({ id }: Cohort) => (changes[id] ?? []).length > 0;
  const plan = new Map<string, PlannedRun>();
  const results = new Map<string, WrittenRun>();
  const kept = cohorts.filter((cohort) => !isChanged(cohort));
  for (const seed of kept.flatMap(({ $seeds }) => $seeds.get())) {
    if (seed.$state.get().phase === 'dead') continue;
    const [{ config }, { steps: end, digest }] = await Promise.all([seed.save(), seed.digest()]);
    const id = idOf({ config, steps });
    plan.set(id, { id, config, steps });
    const { updates } = seed.$state.get();
    const result = {
      ...{ build, config, steps },
      ...told(seed),
      end: { steps: end, updates, digest },
    };
    if (isWhole(result)) results.set(id, result);
  }
  return {
    plan: [...plan.values()],
    results: [...results.values()],
    leftOut: cohorts.filter(isChanged).map(({ id }) => id),
  };
}

function told({ history, $state }: Seed): Pick<WrittenRun, 'evaluations' | 'status'> {
  const { activity, message } = $state.get();
  return {
    evaluations: history.evaluations.bins.map(evaluationOf),
    status: activity === 'diverged' ? message : '',
  };
}

/** A bin by the last of its evaluations, whose deviation is known where it is the only one. */
function evaluationOf({ steps, updates, rows, values }: Bin): WrittenRun['evaluations'][number] {
  return {
    ...{ steps, updates, meanReturn: values[LAST]! },
    ...{ deviation: rows === 1 ? values[DEVIATION]! : NaN, states: values[STATES]! },
  };
}

function isWhole({ evaluations, status, steps, end }: WrittenRun): boolean {
  return status !== '' || (end.steps === steps && evaluations.length > 0);
}
