import { part } from '../language';

/** The words of the editor of rewards; loaded with it. */
export const rewardStrings = part('reward', {
  label: 'Reward as a formula',
  apply: 'Apply',
  undo: 'Take back',
  works: 'A reward. Applied, the run starts over with it.',
  runs: (text: string) =>
    text === '' ? 'The task’s own reward is paid.' : 'This is what is paid.',
  differ: 'The runs have different rewards; this is the first. Applied, it is that of all.',
  names: 'It is of:',
  rules:
    'A name with a prime is after the step, reward is the task’s own. Empty: the task’s own ' +
    'alone. Returns are by this reward, and evaluations by either.',
} as const);
