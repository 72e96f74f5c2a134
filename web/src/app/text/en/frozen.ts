import { formatCount } from '../format';
import { part } from '../language';
import { figure } from '../numbers';

const percent = (share: number) => `${figure(100 * share, 2)} %`;

/** A run as a process; said in other languages by the table `catalog`. */
export const run = {
  title: 'A run that learns here',
  help: 'It is frozen early and late, and its own critic says the rest of each return.',
  parameters: {
    preset: 'What learns',
    early: 'Early, at step',
    late: 'Late, at step',
    seed: 'seed',
  },
};

/** The words about runs in the bootstrapping laboratory. */
export const frozenStrings = part('frozen', {
  presets: {
    'gridworld-actor-critic': 'Gridworld, A2C with tables',
    'cart-pole-a2c': 'Cart-pole, A2C',
    'cart-pole-reinforce': 'Cart-pole, REINFORCE',
    'pendulum-a2c': 'Pendulum, A2C',
  },
  onlySteps: 'the returns of a run have n only',
  coming: 'The run learns, and is then followed from states that its policy visits …',

  own: {
    playground: (run: string) => `Run ${run} of the playground`,
    files: (names: string) => `From files: ${names}`,
    leave: 'Back to the processes',
    open: 'Open checkpoints …',
    help:
      'One, or two of a run to compare; or drop them on the page. Of A2C, or of REINFORCE with ' +
      'a learned baseline.',
    tooMany: (count: number) => `${count} files are too many: one, or two to compare.`,
    tooLarge: (name: string, megabytes: number) => `${name} has more than ${megabytes} MB.`,
    unreadable: (name: string) => `${name} could not be read.`,
  },

  verdict: {
    quality: (error: number) => {
      if (error < 0.05) return 'so good';
      return error < 1 ? 'good enough' : 'so far off';
    },
    alone: (steps: number, quality: string, n: number) =>
      `After ${formatCount(steps)} steps this critic is ${quality} that n = ${n} is best.`,
    nearer: (early: number, from: number, late: number, quality: string, to: number) =>
      `After ${formatCount(early)} steps n = ${from} is best; after ${formatCount(late)} this ` +
      `critic is ${quality} that n = ${to} is.`,
    farther: (early: number, from: number, late: number, to: number) =>
      `The policy has outrun its critic: after ${formatCount(early)} steps n = ${from} is best, ` +
      `after ${formatCount(late)} n = ${to}.`,
    same: (early: number, late: number, n: number) =>
      `After ${formatCount(early)} steps as after ${formatCount(late)}, n = ${n} is best.`,
    critic: (errors: readonly number[]) => {
      const [first, last] = errors.map((error) => percent(Math.max(0, error)));
      const said = last === undefined ? `is ${first}` : `goes from ${first} to ${last}`;
      return `The critic’s squared error after one step ${said} of the variance of a whole return.`;
    },
    doubt: (open: readonly { steps: number; low: number; high: number }[]) => {
      const said = open.map(
        ({ steps, low, high }) => `n = ${low} to ${high} at step ${formatCount(steps)}`,
      );
      return `The bars leave open ${said.join(', ')}.`;
    },
    own: (steps: number, n: number, ratio: number, isBias: boolean) =>
      `Your n = ${n} has ${figure(ratio)} times the least error at step ${formatCount(steps)}, ` +
      `mostly ${isBias ? 'bias' : 'variance'}.`,
    soFar: (states: number) => `From ${states} states so far.`,
  },

  figure: {
    subject: (algorithm: string, environment: string, seed: string) =>
      `${algorithm} on ${environment}, seed ${seed}`,
    title: (steps: number) => `After ${formatCount(steps)} steps`,
    table: 'Data table of the frozen run',
    formula:
      'G is the return of n steps, V̂ the critic of the run as it was then, M the number of ' +
      'returns averaged. Bias against returns of whole episodes, which at the time limit trust ' +
      'V̂ too. Rewards are scaled as the run learns from them.',
    caption: (states: number, rollouts: number) =>
      `Means over ${states} states that the policy visits, ${rollouts} episodes from ` +
      'each (seed 1). Bars are 1.96 standard errors; those of the sum are at most so long.',
    about: (subject: string, steps: number, samples: number) =>
      `${subject}, step ${formatCount(steps)}, mean of ${formatCount(samples)}`,
    picture: (title: string, best: string) => `${title}: the ${best}.`,
  },
});
