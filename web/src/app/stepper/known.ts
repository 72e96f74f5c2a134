import { atom } from 'nanostores';
import type { Fact } from '../kit/page';

/** What is known of the update that is looked at, by the names that lessons give it. */
export type Known = (name: string) => Fact | null;

export const NOTHING: Known = () => null;

export const $known = atom<Known>(NOTHING);
