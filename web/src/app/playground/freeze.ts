import type { Freeze } from '../curves/gradient-curves';
import type { Playground } from '../experiment/playground';
import { loaded } from '../kit/loaded';
import type { Look } from '../stage/run-actions';
import { frozenStrings as words } from '../text/en/frozen';

/** Makes the lab about a moment of a run, unless the reader has gone elsewhere meanwhile. */
export async function freeze(
  { arms, $isShown }: Pick<Playground, 'arms' | '$isShown'>,
  { run, steps, refuse }: Freeze,
): Promise<boolean> {
  const arm = arms.find(({ id }) => id === run);
  if (!arm) return false;
  try {
    const checkpoint = await arm.run.moment(steps);
    const lab = await loaded(() => import('../laboratory/lab-page'));
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
 * now; unless the reader has gone elsewhere meanwhile.
 */
export async function freezeReturns(
  { arms, $isShown }: Pick<Playground, 'arms' | '$isShown'>,
  { run: id, refuse }: Look,
): Promise<boolean> {
  const run = arms.find((arm) => arm.id === id)?.run;
  if (!run) return false;
  try {
    const { steps, checkpoint } = await run.save();
    const [first] = await run.moments();
    const isEarlier = first !== undefined && first.steps < steps;
    const early = isEarlier ? [await run.moment(first.steps)] : [];
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
