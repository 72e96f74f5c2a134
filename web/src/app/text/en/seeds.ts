import { part } from '../language';

/** The words of how many seeds there are. */
export const seedWords = part('seeds', {
  more: '+ seeds',
  count: (count: number) => `${count} seeds`,
  hint: 'Train further seeds of every run',
  title: 'Seeds of every run',
  why: 'One seed is an anecdote. Further seeds train on the processors that are free.',
  field: 'Any number, 1 to 64',
  error: 'A whole number from 1 to 64.',
  another: (count: number) => `Another ${count} seeds`,
} as const);
