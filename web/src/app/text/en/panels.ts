import { part } from '../language';

/** The words of panels while they are closed. */
export const panelStrings = part('panels', {
  views: {
    title: 'Critic and policy',
    hint: 'What each run expects and would do, over two axes and in the current state',
  },
  diagnostics: {
    title: 'Losses and diagnostics',
    hint: 'What each algorithm measures as it learns, each with its formula',
  },
  stepper: {
    title: 'Line by line',
    hint: 'The algorithm as it runs: one update with its numbers, forwards and backwards',
  },
} as const);
