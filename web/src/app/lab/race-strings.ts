import type { Contestant, Finish, RaceResult } from './race';
import { formatCount, formatValue } from '../format';

const count = (value: number, noun: string) =>
  `${formatCount(value)} ${noun}${value === 1 ? '' : 's'}`;

/** The words of the race. */
export const raceStrings = {
  title: 'The race: what variance costs',
  headline:
    'In one dimension near the optimum the variance of the score function is only 2.5 times ' +
    'that of reparameterization, given a perfect baseline. The gap grows with the dimension of ' +
    'the action, and learning slows down with it.',
  task:
    'One state, the objective −|a − a*|² / 2, a Gaussian policy of fixed width, plain gradient ' +
    'on its mean. Each estimator gets the step size that suits it best.',
  dimensions: 'Action dimensions',
  start: 'Start the race',
  again: 'Race again',
  stop: 'Stop',
  failed: (reason: string): string => `The race has stopped: ${reason}`,
  chart: 'Excess over the optimum per action dimension, against iterations, both logarithmic.',
  xLabel: 'iteration',
  yLabel: 'excess per dimension',
  target: (value: number): string => `target ${formatValue(value)}`,
  estimator: (contestant: Pick<Contestant, 'estimator' | 'baseline'>): string => {
    if (contestant.estimator === 'reparameterization') return 'reparameterization';
    return contestant.baseline === 'none'
      ? 'score function, no baseline'
      : 'score function, leave-one-out';
  },
  columns: {
    estimator: 'estimator',
    step: 'best step',
    iterations: 'iterations',
    slowest: 'slowest seed',
    evaluations: 'critic evaluations',
  },
  iterations: ({ lower, median, upper }: Finish): string =>
    `${formatCount(median)} (${formatCount(lower)} to ${formatCount(upper)})`,
  evaluations: ({ forward, backward }: Finish): string =>
    `${formatCount(forward + backward)} (${formatCount(forward)} + ${formatCount(backward)})`,
  trying: (step: number): string => `trying ${formatValue(step)}`,
  waiting: 'waiting',
  never: (iterations: number): string => `not within ${formatCount(iterations)}`,
  tableNote:
    'Iterations: median over the seeds, quartiles in brackets. Critic evaluations: what the ' +
    'median seed spent until then, forward + backward in brackets.',
  caption: (race: RaceResult): string =>
    `Mean over ${count(race.seeds, 'seed')} (random stream ${race.seed}); bands: quartiles. ` +
    `${count(race.batch, 'action sample')} per iteration, σ = ${formatValue(race.sigma)}; every ` +
    `seed starts ${formatValue(race.start)} from the optimum in each dimension. Step sizes: ` +
    `${formatValue(race.largest_step)}, halved again and again; the best is the one with which ` +
    'the slowest seed arrives first. Larger steps are left out: on this objective a step of 1 ' +
    'with an exact gradient would arrive at once.',
  ratio: {
    title: 'What theory says',
    before:
      'Variance of the score function with a perfect baseline over that of reparameterization, ' +
      'for a quadratic objective with gradient g and Hessian H:',
    after: (race: RaceResult): string =>
      `In ${count(race.dimensions, 'dimension')}: ${formatValue(race.ratio_at_optimum)} at the ` +
      `optimum, ${formatValue(race.ratio_at_start)} at the start of the race.`,
  },
} as const;
