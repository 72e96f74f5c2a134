import type { Freeze } from '../curves/gradient-curves';
import type { Playground } from '../experiment/playground';
import { loaded } from '../kit/loaded';

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
