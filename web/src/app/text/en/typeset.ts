import { part } from '../language';

/** The words beside formulas that are typeset; loaded with their editors. */
export const typesetStrings = part('typeset', {
  label: 'The formulas, typeset',
  sections: {
    constants: 'Constants',
    state: 'Start',
    action: 'Action',
    next: 'Next state',
    reward: 'Reward',
    terminate: 'End, where',
    observe: 'Observation',
  },
  when: 'if',
  otherwise: 'otherwise',
} as const);
