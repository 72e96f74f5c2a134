import { atom } from 'nanostores';
import { pendulum } from '../../draw/env/pendulum';
import type { EnvironmentDrawing } from '../../draw/environment';
import { loaded } from '../kit/loaded';

type Drawings = ReadonlyMap<string, EnvironmentDrawing>;

/** Those that are there: at first only that of a plain visit. */
export const $drawings = atom<Drawings>(new Map([['pendulum', pendulum]]));
let all: Promise<void> | undefined;
let isAll = false;

/** How an environment looks; `null` if nobody knows, `undefined` until `$drawings` has it. */
export function drawingOf(environment: string): EnvironmentDrawing | null | undefined {
  const drawing = $drawings.get().get(environment);
  if (drawing || isAll) return drawing ?? null;
  all ??= loaded(() => import('../../draw/environments')).then(({ environmentDrawings }) => {
    isAll = true;
    $drawings.set(environmentDrawings);
  });
  return undefined;
}
