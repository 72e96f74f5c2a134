import { part } from '../language';

/** The words of what a visit can do without until its first picture; loaded with it. */
export const afterwardsStrings = part('afterwards', {
  newVersion: 'A new version of this page is there.',
  reload: 'Reload',
  later: 'Not now',
  language: 'Language',
} as const);
