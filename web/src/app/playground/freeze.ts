import type { Freeze } from '../experiment/freeze';
import type { Playground } from '../experiment/playground';
import { loaded } from '../kit/loaded';
import type { FrozenMoment } from '../laboratory/lab-page';
import { frozenStrings as words } from '../text/en/frozen';

type Experiment = Pick<Playground, 'arms' | '$isShown'>;

/** Makes the gradient lab about a moment of a run. */
export function freeze(experiment: Experiment, moment: Freeze): Promise<boolean> {
  return hand(experiment, moment, () => import('../laboratory/lab-page'));
}

/** Makes the surrogate laboratory about the process of a run, and its policy of that moment. */
export function examine(experiment: Experiment, moment: Freeze): Promise<boolean> {
  return hand(experiment, moment, () => import('../surrogate/surrogate-page'));
}

/** Hands a run to a laboratory, unless the reader has gone elsewhere meanwhile. */
async function hand(
  { arms, $isShown }: Experiment,
  { run, steps, refuse }: Freeze,
  load: () => Promise<{ freeze: (moment: FrozenMoment) => void }>,
): Promise<boolean> {
  const arm = arms.find(({ id }) => id === run);
  if (!arm) return false;
  try {
    const checkpoint = await arm.run.moment(steps);
    const lab = await loaded(load);
    if (!$isShown.get()) return false;
    lab.freeze({ checkpoint, run, steps });
    return true;
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
    return false;
  }
}

/**
 * Makes the bootstrapping laboratory about a run as it was early, if that was kept, and as it is
 * now; unless the reader has gone elsewhere meanwhile. What has started over meanwhile has no early
 * moment of the run that was asked for.
 */
export async function freezeReturns(
  { arms, $isShown }: Experiment,
  { run: id, refuse }: Pick<Freeze, 'run' | 'refuse'>,
): Promise<boolean> {
  const run = arms.find((arm) => arm.id === id)?.run;
  if (!run) return false;
  try {
    const { history } = run;
    const { steps, checkpoint } = await run.save();
    const [first] = await run.moments();
    const isEarlier = first !== undefined && first.steps < steps;
    const kept = isEarlier ? [await run.moment(first.steps)] : [];
    const early = run.history === history ? kept : [];
    const laboratory = await loaded(() => import('../bootstrap/bootstrap-page'));
    if (!$isShown.get()) return false;
    const name = words().own.playground(id);
    laboratory.showRuns({ name, checkpoints: [...early, checkpoint] });
    return true;
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
    return false;
  }
}
