import { part } from '../language';

/** The words of what else moves time, and how far. */
export const limitWords = part('limits', {
  stopAtError: 'A whole number from 1 to 1,000,000,000, or nothing for no limit.',
  watch: 'Animate',
  watchHint: 'Show the current policy acting',
  inBackground: 'In background',
  inBackgroundHint: 'Train on while this page is out of sight',
  stochastic: 'Random actions',
  stochasticHint: 'Show actions drawn from the policy instead of its most likely ones',
} as const);
