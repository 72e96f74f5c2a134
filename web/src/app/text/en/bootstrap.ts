import { formatCount } from '../format';
import { part } from '../language';
import { figure } from '../numbers';

interface Parts {
  bias: number;
  variance: number;
  sum: number;
}

const off = (error: number) =>
  error === 0
    ? 'a perfect critic'
    : error === 1
      ? 'a critic that says 0'
      : `a critic ${Math.round(100 * error)} % off`;
const samplesText = (samples: number) =>
  samples === 1 ? '' : ` and ${formatCount(samples)} returns averaged`;

/** A process that the core does not list; said in other languages by the table `catalog`. */
export const chain = {
  title: 'Autoregressive chain',
  help: 'One number fades and is shaken; the reward is the state, and nothing ends.',
};

/** The words of the bootstrapping laboratory. */
export const bootstrapStrings = part('bootstrap', {
  headline: 'How far to look before trusting the critic?',
  lead:
    'A return adds up n rewards, and the critic says the rest. Each further reward brings noise, ' +
    'and takes away some of the critic’s error.',
  loading: 'Starting the core …',
  failed: (reason: string) => `The laboratory cannot go on: ${reason}.`,
  again: 'Try again',
  ignored: 'Parts of the link were ignored:',
  refused: (reason: string) => `Not applied: ${reason}`,

  examples: {
    label: 'A situation',
    ahead: { question: 'How far ahead to look?', title: 'A critic 30 % off' },
    good: { question: 'With a good critic?', title: 'Only 10 % off' },
    blank: { question: 'Before it has learned?', title: 'A critic that says 0' },
    lambda: { question: 'Is λ the same picture?', title: 'Many lengths at once' },
    batch: { question: 'With a larger batch?', title: '64 returns averaged' },
    learning: { question: 'As the critic learns?', title: 'A real run, early and late' },
    endless: { question: 'Where nothing ends?', title: 'An autoregressive chain' },
  },

  panel: {
    title: 'Process and critic',
    process: 'Process',
    error: 'critic’s error, %',
    errorHelp: 'The critic says so much less than the right values.',
    axis: 'Made longer by',
    axes: { n: 'steps n', lambda: 'λ' },
    axisHelp: {
      n: 'n = 1 trusts the critic at once; a large n waits for the end.',
      lambda:
        'λ = 0 is one step and trusts the critic most; λ = 1 is the whole return, ' + 'without it.',
    },
    own: { n: 'Your n', lambda: 'Your λ' },
    samples: 'Returns averaged',
    samplesHelp: 'As a batch does: it divides the variance, and leaves the bias as it is.',
  },

  verdict: {
    title: 'What this shows',
    waiting: 'Computing …',
    length: (axis: 'n' | 'lambda', at: number) => `${axis === 'n' ? 'n' : 'λ'} = ${at}`,
    headline: (error: number, samples: number, best: string, end: 'first' | 'last' | 'inside') => {
      const tail = {
        first: ': trust the critic at once',
        last: ': look as far as there is to see',
        inside: '',
      };
      return `With ${off(error)}${samplesText(samples)}, ${best} is best${tail[end]}.`;
    },
    parts: ({ bias, variance, sum }: Parts) =>
      `The mean squared error is ${figure(sum)}: ${figure(bias)} from bias, ${figure(variance)} ` +
      'from variance.',
    own: (length: string, own: Parts, best: Parts) => {
      const ratio = figure(own.sum / best.sum);
      if (own.sum <= 1.005 * best.sum) return `Your ${length} is as good.`;
      const why = own.bias > own.variance ? 'bias' : 'variance';
      return `Your ${length} has ${ratio} times that, mostly ${why}.`;
    },
    other: (length: string, ratio: number) => {
      if (Math.abs(ratio - 1) < 0.005) return `Of the other kind, ${length} is as good.`;
      return ratio < 1
        ? `${length} does better than any of these, with ${figure(ratio)} times the error.`
        : `No ${length[0]} does better: ${length} has ${figure(ratio)} times the error.`;
    },
    gradient: (length: string) => `The policy gradient is best served by ${length}.`,
  },

  figures: {
    about: (process: string, error: number, samples: number) =>
      `${process}, critic ${figure(100 * error)} % off, mean of ${formatCount(samples)}`,
    value: {
      title: { n: 'Error of the return', lambda: 'Error of the λ-return' },
      table: 'Data table of the return',
      formula:
        'G is the return of n steps or the λ-return (λ = 0 is one step, λ = 1 the whole ' +
        'episode), V̂ = (1 − error) V what the critic says, M the number of returns averaged. ' +
        'Means over the states that can be visited; of the chain, from its start.',
    },
    gradient: {
      title: 'Policy gradient',
      table: 'Data table of the gradient',
      formula:
        'g is one sample of the policy gradient with advantages from returns; with λ-returns ' +
        'that is generalised advantage estimation. Squared lengths of vectors of logits.',
      none: 'This process has no policy: nobody acts. Choose another to see its gradient.',
    },
    caption: {
      n: 'Squared bias and variance add up to the mean squared error; exact, without seeds.',
      lambda:
        'Squared bias and variance add up to the mean squared error; exact, without seeds. ' +
        'λ = 1, which has no mean length, stands last.',
    },
    picture: (title: string, best: string) => `${title}: the best is ${best}.`,
    xLabel: {
      n: 'steps n before the critic is trusted',
      lambda: 'λ, spaced by its mean length 1/(1 − λ)',
    },
    yLabel: 'mean squared error',
    bias: 'squared bias',
    variance: 'variance',
    sum: 'their sum',
    best: (length: string) => `best: ${length}`,
    own: (length: string) => `yours: ${length}`,
  },

  sheet: {
    title: 'What TD learns with n and step size',
    table: 'Data table of TD(n)',
    caption: (runs: number, error: number, seeds: number) =>
      'Root mean square error of V over the 19 states of the random walk, mean over the first 10 ' +
      `episodes, from V = 0; ${formatCount(runs)} runs each (seeds 1 to ${seeds}, 20 runs per ` +
      `seed), standard error at most ${figure(error, 2)}. Axes of Sutton and Barto (2018), ` +
      'figure 7.2.',
    begun: 'The first runs are on their way.',
    about: 'TD(n), random walk, learned live',
    picture: (n: number, stepSize: number) =>
      `One line per n over the step size: the least error is at n = ${n}, step size ${stepSize}.`,
    xLabel: 'step size α',
    yLabel: 'RMS error',
    formula: 'T is the end of the episode; after it the return has only rewards.',
    best: (n: number, stepSize: number, rms: string) =>
      `Least so far: n = ${n} with step size ${stepSize}, error ${rms}.`,
    series: (n: number) => `n = ${n}`,
  },

  runs: {
    title: 'And in a run?',
    text:
      'Three runs of A2C on the same task with the same batch: the critic is trusted after 1, 5 ' +
      'and 64 steps.',
    link: 'Watch n = 1, 5 and 64 learn',
  },
});
