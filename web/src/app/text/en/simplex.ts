import { part } from '../language';
import { figure } from '../numbers';

/** Where sampled paths end. */
interface Ends {
  best: number;
  runs: number;
  offset: number;
  mirrored: number;
}

/** The bandit as a process; said in other languages by the table `catalog`. */
export const bandit = {
  title: 'bandit with three arms',
  help: 'One state. A policy is a point of the triangle; its corners are the arms.',
};

/** The words about the policies of a bandit with three arms. */
export const simplexStrings = part('simplex', {
  title: 'All policies of three arms',
  table: 'Data table of the paths',
  again: 'Other samples',
  label: 'A triangle of policies: arrows where the policy moves, one exact path, sampled ones',
  arm: (index: number, reward: number) => `arm ${index + 1}, r = ${figure(reward)}`,
  exact: 'exact path',
  sampled: 'sampled paths',
  columns: ['path', 'step', 'arm 1', 'arm 2', 'arm 3', 'J'],
  caption: (seed: number, steps: number, size: number) =>
    `Arrows: where the exact direction moves the policy, longer where it is faster. Paths of ` +
    `${steps} steps of size ${figure(size)} from the black dot; seed ${seed}.`,
  about: (process: string) => `${process}.`,
  formula:
    'b* is the baseline of least variance, c the offset. The expectation is the same for each ' +
    'b, and b* + c scatters as b* − c does (Chung et al., 2021). Fields: Mei et al. (2020).',
  verdict: ({ best, runs, offset, mirrored }: Ends) => {
    const ended = `${best} of ${runs} sampled runs end at the best arm`;
    if (offset === 0) return `With the baseline of least variance ${ended}.`;
    return (
      `With the baseline ${figure(Math.abs(offset))} ${offset > 0 ? 'above' : 'below'} that of ` +
      `least variance ${ended}; as far ${offset > 0 ? 'below' : 'above'} it, ${mirrored} do.`
    );
  },
  variance: (variance: number, offset: number) =>
    offset === 0
      ? `The variance of one sample at the start is ${figure(variance)}, the least there is.`
      : `Both are as noisy: the variance of one sample at the start is ${figure(variance)}.`,
  apart: 'A baseline changes no expectation here, and no variance; it changes where one goes.',
  alike: 'Here it makes little difference where one goes.',
  path: (start: number, end: number) =>
    `Without sampling the return goes from ${figure(start)} to ${figure(end)}.`,
} as const);
