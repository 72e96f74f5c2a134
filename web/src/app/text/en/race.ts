import { formatCount, formatValue } from '../format';
import { part } from '../language';

const count = (value: number, noun: string) =>
  `${formatCount(value)} ${noun}${value === 1 ? '' : 's'}`;

/** How long a contestant took, and what it spent on the critic. */
interface Finish {
  lower: number;
  median: number;
  upper: number;
  forward: number;
  backward: number;
}

/** What a race is, and what theory says of it. */
interface Race {
  dimensions: number;
  sigma: number;
  batch: number;
  seed: number;
  seeds: number;
  start: number;
  largest_step: number;
  ratio_at_optimum: number;
  ratio_at_start: number;
}

/** The words of the race. */
export const raceStrings = part('race', {
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
  figure: 'Excess against iterations',
  table: 'Data table of the race',
  xLabel: 'iterations',
  yLabel: 'excess per dimension',
  target: (value: number): string => `target ${formatValue(value)}`,
  columns: {
    estimator: 'estimator',
    step: 'best step',
    iterations: 'iterations',
    seeds: 'of single seeds',
    slowest: 'slowest seed',
    evaluations: 'critic evaluations',
  },
  dataColumns: [
    ...['estimator', 'step', 'iteration', 'mean excess per dimension', 'standard error'],
    ...['expected by theory', 'lower quartile', 'upper quartile'],
  ],
  seeds: ({ lower, median, upper }: Finish): string =>
    `${formatCount(median)} (${formatCount(lower)} to ${formatCount(upper)})`,
  evaluations: ({ forward, backward }: Finish): string =>
    `${formatCount(forward + backward)} (${formatCount(forward)} + ${formatCount(backward)})`,
  trying: (step: number): string => `trying ${formatValue(step)}`,
  waiting: 'waiting',
  never: (iterations: number): string => `not within ${formatCount(iterations)}`,
  tableNote:
    'Iterations: until the mean over the seeds is at the target. Of single seeds: the median, ' +
    'quartiles in brackets. Critic evaluations: what each seed has spent until the mean is ' +
    'there, forward + backward in brackets.',
  caption:
    'Lines: mean over the seeds; bands: quartiles. Thin dots: the expectation by theory, exact ' +
    'with reparameterization and leave-one-out, a bound from below without a baseline.',
  about: (race: Race): string =>
    `${count(race.seeds, 'seed')} (random stream ${race.seed}), ` +
    `${count(race.dimensions, 'dimension')}, ${count(race.batch, 'action sample')} per ` +
    `iteration, σ = ${formatValue(race.sigma)}; every seed starts ${formatValue(race.start)} ` +
    `from the optimum in each dimension. Step sizes: ${formatValue(race.largest_step)} / √2ᵏ; ` +
    'the best is the one with which the mean arrives first, and every seed in the end. Larger ' +
    'steps are left out: on this objective a step of 1 with an exact gradient would arrive at ' +
    'once.',
  ratio: {
    title: 'What theory says',
    before:
      'Variance of the score function with a perfect baseline over that of reparameterization, ' +
      'for a quadratic objective with gradient g and Hessian H:',
    after: (race: Race): string =>
      `In ${count(race.dimensions, 'dimension')}: ${formatValue(race.ratio_at_optimum)} at the ` +
      `optimum, ${formatValue(race.ratio_at_start)} at the start of the race.`,
  },
} as const);
