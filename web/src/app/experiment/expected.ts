import { atom } from 'nanostores';
import type { Sketch } from '../../draw/sketch';
import type { Reference } from '../../draw/value-range';
import type { ArmId } from '../settings/arms';

/** A learning curve as a reader expects it. */
export interface ExpectedCurve extends Omit<Sketch, 'color'> {
  arm: ArmId;
  /** takes a point that was drawn; `null`: it is sealed */
  draw: ((steps: number, value: number) => void) | null;
}

/** What a reader expects of the learning curves: it is drawn beside what was measured. */
export interface Expected {
  returns: readonly Reference[];
  curve: ExpectedCurve | null;
}

export const $expected = atom<Expected>({ returns: [], curve: null });
