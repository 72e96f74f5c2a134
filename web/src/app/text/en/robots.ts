import type { RobotId } from '../../../protocol/robot-list';
import { part } from '../language';

const titles: Readonly<Record<RobotId, string>> = {
  half_cheetah: 'Half-cheetah',
  hopper: 'Hopper',
  walker: 'Walker',
  quadruped: 'Quadruped',
};

/** The words about robots that are not there yet, and the simulator that they need. */
export const robotStrings = part('robots', {
  group: 'Robots (fetch 2.6 MB)',
  titles,
  pair: {
    question: 'Does it still hold with six joints?',
    lead:
      'Both drive six joints by the same kind of critic. The slope tells each joint where to go; ' +
      'the score function has one number for all six. At full speed 60,000 steps take two minutes.',
  },
  pairTitle: 'A robot that runs: score function vs reparameterization (fetches 2.6 MB)',
  recorded:
    'Mean return of the half-cheetah under four estimates of the gradient, 8 seeds each: ' +
    'with a baseline the score function learns to run too; without one it never does.',
  fetching: (megabytes: number, of: number) =>
    `Fetching MuJoCo, which moves the robots: ${megabytes} of ${of} MB`,
} as const);
