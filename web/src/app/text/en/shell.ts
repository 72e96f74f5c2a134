import { part } from '../language';

/** The words of what any page may have to say at its foot. */
export const shellStrings = part('shell', {
  missing: 'A part of the page could not be loaded. Is there a network?',
  stillMissing:
    'A part of the page still could not be loaded. If there is a network, the page has been ' +
    'replaced by a newer one: reload it; runs that are not kept start over.',
  again: 'Try again',
  reload: 'Reload',
} as const);
