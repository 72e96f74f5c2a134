import { atom } from 'nanostores';

/** Bytes that have come of what a task needs besides the core; `null` while nothing is fetched. */
export const $fetched = atom<number | null>(null);
