import { figure, type Measured, type Ratio, withError } from '../numbers';
import { part } from '../language';

const times = ({ value, low, high }: Ratio) =>
  `${figure(value)} times (95 %: ${figure(low)} to ${figure(high)})`;
const vector = (numbers: readonly number[]) =>
  numbers.length > 4
    ? `(${numbers
        .slice(0, 4)
        .map((each) => figure(each))
        .join(', ')}, …)`
    : `(${numbers.map((each) => figure(each)).join(', ')})`;

/** `log σ₃` of `log_sigma_3`. */
const spoken = (parameter: string) =>
  parameter
    .replace('log_sigma', 'log σ')
    .replace('mu', 'μ')
    .replace('logit', 'z')
    .replace(/_(?=\d+$)/, '')
    .replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)));

/** Short names of estimators, by estimator and baseline. */
const variants: Readonly<Record<string, string>> = {
  reparameterization: 'Reparameterization',
  'score_function.none': 'Score function',
  'score_function.value': 'Score function, value',
  'score_function.leave_one_out': 'Score function, leave-one-out',
  'score_function.optimal': 'Score function, optimal',
  deterministic: 'Deterministic',
  measure_valued: 'Measure-valued',
  finite_difference: 'Finite difference',
  gumbel_softmax: 'Gumbel-softmax',
  exact: 'Exact',
};

/** What the core reads but does not list; said in other languages by the table `catalog`. */
export const labItems = {
  vectors: {
    mu: { title: 'mean', symbol: '\\mu', help: 'Of the policy.' },
    log_sigma: {
      title: 'log deviation',
      symbol: '\\log \\sigma',
      help: 'Logarithm of the policy’s standard deviation.',
    },
    logits: { title: 'logit', symbol: 'z', help: 'Of each choice.' },
  },
  table: { title: 'table', help: 'A value for each choice.' },
  worth: (i: number): string => `value of choice ${i}`,
};

/** The words of the gradient lab. Titles and help of its items come from the core's catalog. */
export const labStrings = part('laboratory', {
  title: 'Gradient lab',
  headline: 'One gradient. Many ways to guess it.',
  lead:
    'Nothing is trained here. The same policy gradient is estimated thousands of times by each ' +
    'estimator, beside the exact one: how far off is it on average, how much does it scatter, ' +
    'and what does it cost?',
  loading: 'Starting the core …',
  failed: (reason: string) => `The lab cannot go on: ${reason}.`,
  again: 'Try again',
  lost: (reason: string) =>
    `The core has been started again, and all is measured anew: its worker ended (${reason}).`,
  ignored: 'Parts of the link were ignored:',
  refused: (reason: string) => `Not applied: ${reason}`,

  link: {
    otherActions: (policy: string) => `has no actions of a ${policy} policy`,
    otherPolicy: 'unknown for this policy',
    most: (count: number) => `at most ${count}`,
  },

  variants,

  examples: {
    label: 'A telling task',
    quadratic: { question: 'Where does the slope pay?', title: 'Quadratic objective' },
    cosine: { question: 'Where does it mislead?', title: 'Cosine of high frequency' },
    step: { question: 'Zero variance, and wrong?', title: 'A step' },
    ripple: { question: 'What if the critic ripples?', title: 'Parabola with a fine ripple' },
    baseline: { question: 'Can a baseline hurt?', title: 'Cosine, three baselines' },
    dimension: { question: 'What do 16 dimensions do?', title: 'Quadratic, 16 dimensions' },
    categorical: { question: 'And with discrete actions?', title: 'Three choices' },
  },

  panel: {
    title: 'Task',
    policy: 'Policy',
    objective: 'Objective',
    alpha: 'entropy weight',
    alphaHelp: 'The gradient is of the mean of f − α log π.',
    samples: 'Samples per estimate',
    samplesHelp: 'What the verdict and the table are about.',
    budget: 'Compare at equal',
    budgets: { samples: 'samples', evaluations: 'evaluations' },
    budgetHelp:
      'Evaluations: values and slopes of the objective, each counted once. A pathwise sample ' +
      'takes one of each, a score-function sample only a value.',
    estimators: 'Estimators',
    stream: 'Pause sampling',
    resume: 'Resume sampling',
    more: 'More samples',
    seed: 'Seed',
    newSeed: 'New seed',
    slider: (title: string) => `${title}, slider`,
    help: 'What is this?',
    unable: (reason: string) => `Not on this task: ${reason}`,
    shared: 'The same in every dimension; only the sum of the variances is shown.',
  },

  moment: {
    title: (run: string, steps: string) => `Run ${run}, frozen at step ${steps}`,
    explanation:
      'The policy and the critic of that moment. Nothing trains; the link does not hold a moment.',
    state: 'State of the batch',
    objective: 'Values from',
    critic: 'learned critic',
    oracle: 'exact solution',
    leave: 'Back to analytic tasks',
    criticError: (value: string) =>
      `By the learned critic the exact gradient is off that by the exact solution: squared ` +
      `distance ${value}. Every estimator here inherits this; what the figures call bias comes ` +
      'on top.',
  },

  verdict: {
    title: 'Verdict',
    waiting: 'Measuring …',
    meanSquaredError: 'mean squared error',
    variance: 'variance',
    alone: (name: string, what: string, { value, error }: Measured) =>
      `${name}: ${what} ${withError(value, error)}.`,
    best: (name: string, what: string, worst: string, factor: Ratio) =>
      `${name} has the lowest ${what}: ${times(factor)} less than ${worst}`,
    next: (name: string, factor: Ratio) => `, and ${times(factor)} less than ${name}.`,
    undecidedNext: (name: string) => `; from ${name} it cannot be told apart yet.`,
    noError: (name: string, what: string) => `${name} has no ${what} here: it is exact.`,
    undecided: (name: string, other: string, what: string) =>
      `${name} and ${other} cannot be told apart yet by their ${what}.`,
    zeroAndWrong: (name: string, mean: readonly number[], exact: readonly number[]) =>
      `${name}: zero variance, and wrong. It always says ${vector(mean)}; the gradient is ` +
      `${vector(exact)}. More samples bring the others there, never this one.`,
    wrong: (name: string, bias: number, variance: number) =>
      `${name} is biased: squared bias ${figure(bias)} beside a variance of ${figure(variance)}, ` +
      'and no number of samples removes it.',
    none: 'No estimator here can be relied on.',
    unsettled: (name: string) =>
      `${name} cannot be judged yet: it has no bias, but rare samples decide here, and its mean ` +
      'is still far from the exact gradient. Its variance is larger than it looks.',
    pathwiseWins: (dimensions: number) =>
      dimensions > 1
        ? `The pathwise gradient reads the slope in all ${dimensions} directions from one ` +
          'sample; the score function has one number per sample for all of them, so its ' +
          'variance grows with their number.'
        : 'The pathwise gradient reads from the slope which way is up; the score function only ' +
          'learns how good a sample was, and must compare many.',
    scoreWins: {
      cosine:
        'The slope of cos(kx) grows with k while its value stays between −1 and 1: the pathwise ' +
        'variance grows like k²/2, the score function’s stays near 1/(2σ²).',
      ripple:
        'A ripple too small to matter for the value has a steep slope: the pathwise variance ' +
        'grows with the square of its frequency, the score function’s does not.',
    },
    scoreWinsElse:
      'Here the slope varies more than the value does, so the estimator that follows the slope ' +
      'scatters more.',
    baselineHurts:
      'Subtracting the mean value raises the variance here. The best baseline is not E[f] but ' +
      'E[f S²]/E[S²], which weighs actions by their squared score S.',
    baselineHelps: 'The value baseline lowers the score function’s variance and leaves its mean.',
    sameCritic:
      'Reparameterization and the score function follow the same critic, so what it has wrong, ' +
      'both have wrong: they share its bias and differ only in variance.',
  },

  cloud: {
    title: 'Gradient cloud',
    thetaTitle: 'The gradient of the weights',
    along: 'along the reference',
    axes: (x: string, y: string) => `${x} and ${y}.`,
    mean: (name: string, at: string) => `${name}: mean ${at}.`,
    exact: (at: string) => `Exact gradient ${at}.`,
    noise: 'along the main noise',
    caption: (share: string, outside: string) =>
      `Single-sample gradients; with leave-one-out, of two samples. Older ones fade. Line from ` +
      `the origin: mean. Ellipse: 95 % of a normal distribution with the measured covariance. ` +
      `Large cross: exact gradient. The axes hold the middle ${share} of each cloud, but not of ` +
      `one that would hide the others. Points outside: ${outside}.`,
    share: (name: string, share: string) => `${name} ${share}`,
    thetaCaption:
      'Gradients of all weights for a batch of states, projected on the reference and on the ' +
      'main direction of noise. Means and ellipses are of the points shown.',
    gradient: (parameter: string) => `∂/∂${spoken(parameter)}`,
    table: 'Data table of the means',
    thetaTable: 'Data table of the means, all weights',
    columns: ['estimator', 'estimates', 'mean x', 'mean y', 'exact x', 'exact y'],
  },

  law: {
    title: 'The 1/N law',
    x: 'samples per estimate N',
    y: 'variance, sum over parameters',
    floor: 'squared bias',
    at: (variance: string, samples: number) => `${variance} at N = ${samples}`,
    line: (name: string, first: string, last: string) => `${name}: variance ${first}, ${last}.`,
    caption:
      'Points: measured, with 95 % bars. Lines: variance of one sample divided by N, for ' +
      'leave-one-out by its exact law, V/N + C/(N(N−1)). At the bottom edge: zero. Dotted: ' +
      'squared bias, which more samples do not lower. Vertical line: the N of the other figures.',
    table: 'Data table of the variances',
    columns: ['estimator', 'N', 'variance', 'standard error', 'squared bias', 'estimates'],
  },

  parts: {
    title: 'Bias² + variance = error',
    x: 'mean squared error of the gradient',
    caption:
      'Hatched: squared bias. Filled: variance. Black: 95 % interval of their sum. Lower is ' +
      'better.',
    captionUnknown: 'The exact gradient is not known here: bars show the variance only.',
    zeroAndWrong: 'zero variance, and wrong',
    wrong: 'biased',
    table: 'Data table of the parts',
    columns: ['estimator', 'N', 'squared bias', 'variance', 'mean squared error', 'standard error'],
  },

  objective: {
    title: 'Where it happens',
    x: 'action',
    xCategory: 'choice',
    y: 'objective f',
    density: 'policy density',
    probability: 'policy probability',
    focus: 'Samples of',
    caption: (isCategorical: boolean, name: string, parameter: string) =>
      `${isCategorical ? 'Bars' : 'Line'}: objective. Triangles: sampled actions and what ` +
      `each adds to ${name}’s estimate of ∂/∂${spoken(parameter)}: up (blue) raises the ` +
      'parameter, down (orange) lowers it, larger weighs more.',
    table: 'Data table of the latest samples',
    columns: ['action', 'objective', 'contribution'],
  },

  table: {
    title: 'All figures',
    region: 'Table of all figures',
    estimator: 'estimator',
    heading: (title: string) => `${title}, show formula`,
    choose: 'A column heading shows its formula.',
    caption: (repeats: string) => `± one standard error, from ${repeats} estimates or more each.`,
    columns: {
      mean: {
        title: 'mean',
        help: 'Average of all estimates, of the first two parameters.',
      },
      variance: { title: 'variance', help: 'Summed over all parameters.' },
      bias: { title: 'bias²', help: 'Corrected for what chance adds; so it may be below zero.' },
      mse: { title: 'MSE', help: 'Mean squared distance of one estimate from the exact gradient.' },
      snr: {
        title: 'SNR',
        help:
          'Squared length of the mean over the variance; corrected for what chance adds, so it ' +
          'may be below zero.',
      },
      cosine: { title: 'cosine', help: 'Of the mean of all estimates and the exact gradient.' },
      evaluations: {
        title: 'evaluations',
        help: 'Values + slopes of the objective that one estimate takes.',
      },
      seconds: { title: 'µs', help: 'Microseconds per estimate, on this machine, now.' },
      efficiency: { title: 'MSE × cost', help: 'Lower is better, whatever the budget.' },
    },
  },

  figure: {
    about: (seed: number, repeats: string, task: string) =>
      `Seed ${seed}, ${repeats} estimates or more per point. ${task}`,
  },
} as const);
