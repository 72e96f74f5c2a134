import { atom } from 'nanostores';

/** Whether runs are kept in this browser, and why not. */
export type Keeping = 'starting' | 'asking' | 'on' | 'unavailable' | 'full' | 'large' | 'elsewhere';

export const $keeping = atom<Keeping>('starting');

/** Keeps what is not kept yet, where runs are kept. */
export const keeper = { now: (): Promise<void> => Promise.resolve() };
