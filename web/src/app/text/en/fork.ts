import { part } from '../language';

/** The words about taking runs apart. */
export const runStrings = part('fork', {
  fork: 'Fork',
  forkHint: (id: string) =>
    `Pause, and add a copy of run ${id} as it is now, weights, replay and random numbers included`,
  noMore: 'Four runs are the most',
  forked: (id: string, steps: string) => `Forked from run ${id} at step ${steps}`,
  notForked: (reason: string) => `This run could not be copied: ${reason}`,
  leads: {
    look: {
      title: 'How far to look?',
      hint: 'Open this run, early and now, in the bootstrapping laboratory',
    },
    examine: {
      title: 'Surrogate lab',
      hint: 'Open the policy as it is now in the surrogate laboratory, as the one that acts',
    },
  },
  notOpened: (reason: string) => `This run could not be opened there: ${reason}`,
  remove: 'Remove',
  removeHint: (id: string) => `Remove run ${id}`,
} as const);
