import { atom } from 'nanostores';

/** Whether the cards show their details: all or none, so that they can be compared. */
export const $detailed = atom(false);
