import { part } from '../language';

/** The words of the settings panel; loaded with it. */
export const settingsStrings = part('settings', {
  title: 'Settings',
  reward: 'Reward of your own',
  scope: 'Change',
  scopeAll: 'all runs',
  scopeRun: (id: string) => `run ${id}`,
  mixed: (values: string) => `Differs: ${values}`,
  valueOf: (id: string, value: string) => `${id}: ${value}`,
  several: 'several',
  slider: (title: string) => `${title}, slider`,
  changed: 'changed',
  locked: 'locked',
  on: 'on',
  off: 'off',
  defaultIs: (value: string) => `default ${value}`,
  range: (min: string, max: string) => `${min} to ${max}`,
  restarts: 'restarts the run',
  live: 'takes effect at once',
  changedCount: (count: number) => `${count} changed`,
  longest: (count: number) => `at most ${count} characters`,
  notOneWord: 'at least one character, and no spaces, & or =',
  notPlain: (value: string, range: string) => `"${value}" is not a number in ${range}`,
  changeOther: (title: string, reason: string) => `Not applied. Change ${title} first: ${reason}.`,
  changeThis: (reason: string) => `Change this first: ${reason}.`,
} as const);
