import { robotStrings } from '../text/en/robots';
import type { Pair } from './pairs';

/** What is asked of a pendulum, asked of a robot, which is fetched for it. */
export const robotPair: Pair = {
  id: 'half-cheetah',
  words: () => robotStrings().pair,
  presets: ['half-cheetah-sac-score-function', 'half-cheetah-sac'],
};
