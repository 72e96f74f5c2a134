import type { Environment } from '../../protocol/catalog';
import { DeadWorkerError } from '../../protocol/client';
import type { Run } from '../experiment/run';
import { drawingOf } from './drawings';

/** Share of an environment's largest push that one push gives. */
const PUSH = 0.8;

export type PushSide = 'left' | 'right';

/** Pushes what a run's policy acts on, to the left or anticlockwise, or the other way. */
export function push(run: Run, side: PushSide, environment: Environment): Promise<void> {
  const turns = drawingOf(environment.id)?.push === 'turn';
  const strength = turns === (side === 'left') ? PUSH : -PUSH;
  return onLiving(run, () => run.kick(strength));
}

/** Drags what a run's policy acts on to a point in the coordinates of its drawing. */
export function drag(run: Run, x: number, y: number): Promise<void> {
  return onLiving(run, () => run.drag(x, y));
}

/** A run that dies on the way says so itself. */
async function onLiving(run: Run, act: () => Promise<void>): Promise<void> {
  if (run.$view.get().phase !== 'ready') return;
  await act().catch((error: unknown) => {
    if (!(error instanceof DeadWorkerError)) throw error;
  });
}
