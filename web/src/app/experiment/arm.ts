import { DeadWorkerError } from '../../protocol/client';
import type { ArmId } from '../settings/arms';
import type { Run } from './run';

/** What is compared with the others: its letter gives it its colour and its settings. */
export interface Arm {
  readonly id: ArmId;
  /** the run on display, one seed of it */
  readonly run: Run;
}

export function isReady({ run }: Arm): boolean {
  return run.$view.get().phase === 'ready';
}

export function canTrain(arm: Arm): boolean {
  return isReady(arm) && arm.run.$view.get().activity !== 'diverged';
}

/** Whether it goes no further by itself. */
export function isOver({ run }: Arm): boolean {
  const { phase, activity } = run.$view.get();
  return phase === 'dead' || activity === 'finished' || activity === 'diverged';
}

/** Does something to every arm; a run that dies on the way says so itself. */
export async function onEach(
  work: (arm: Arm) => Promise<void>,
  arms: readonly Arm[],
): Promise<void> {
  await Promise.all(
    arms.map((arm) =>
      work(arm).catch((error: unknown) => {
        if (!(error instanceof DeadWorkerError)) throw error;
      }),
    ),
  );
}
