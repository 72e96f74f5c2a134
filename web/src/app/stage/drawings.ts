import { atom } from 'nanostores';
import type { EnvironmentDrawing } from '../../draw/environment';
import { firstDrawings } from '../../draw/first-drawings';
import { loaded } from '../kit/loaded';

type Drawings = ReadonlyMap<string, EnvironmentDrawing>;

/** Those that are there. */
export const $drawings = atom<Drawings>(firstDrawings);
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
