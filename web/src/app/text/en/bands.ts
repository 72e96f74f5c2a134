import { part } from '../language';

/** The words of what several seeds come to; loaded once there are several. */
export const bandWords = part('bands', {
  middle: 'Middle',
  locations: { iqm: 'IQM', mean: 'mean', median: 'median' },
  locationNames: { iqm: 'interquartile mean', mean: 'mean', median: 'median' },
  yLabel: 'mean return',
  xLabel: (of: string, seeds: string) => `${of}; n = ${seeds} seeds each`,
  seedsOf: (id: string, seeds: number) => `${id}: ${seeds}`,
  legend: (id: string, title: string, seeds: string) =>
    [id, title, seeds].filter(Boolean).join(' · '),
  seedRange: (count: number, first: string, last: string) => `${count} seeds, ${first} to ${last}`,
  seedList: (count: number, list: string) => `${count} seeds, ${list}`,

  progress: (whole: string, seeds: string, left: string) => `${whole} of ${seeds} whole${left}`,
  left: (time: string) => `, about ${time} left`,
  seconds: (count: string) => `${count} s`,
  minutes: (count: string) => `${count} min`,
  progressLabel: 'Training of all seeds',
  another: (count: number) => `Another ${count} seeds`,
  anotherHint: 'Of 3 seeds the band jumps with every one more; of 30 it has settled.',

  readOut: (steps: string, values: string) => `At ${steps} environment steps: ${values}`,
  readOutRun: (id: string, middle: string, interval: string) => `${id} ${middle}${interval}`,
  interval: (low: string, high: string) => ` (95 %: ${low} to ${high})`,
  waiting: 'The band begins where every seed has its first evaluation.',
  unanswered: (reason: string) => `What the seeds come to could not be computed: ${reason}.`,
  keys: 'Left and right arrow keys move the cursor along the curves.',

  alone: (
    step: string,
    middle: string,
    low: string,
    high: string,
    location: string,
    seeds: string,
    worst: string,
    best: string,
  ) =>
    `At step ${step}, ${location} of ${seeds} seeds ${middle} (95 %: ${low} to ${high}); worst ` +
    `${worst}, best ${best}.`,
  at: (step: string) => `At step ${step}: `,
  tells: (ours: string, others: string) => `${ours} ends above ${others}`,
  tellsNot: (ours: string, others: string) => `Not enough to tell ${ours} from ${others}: above`,
  compared: (hits: string, seeds: string, low: string, high: string) =>
    ` for ${hits} of ${seeds} seeds, so for ${low} to ${high} % of all (95 %, exact)`,
  ties: (count: string) => `, equal for ${count}`,
  uncompared: (ours: string, others: string) =>
    `Not enough to tell ${ours} from ${others}: fewer than two seeds of both have been evaluated.`,
  improvement: (probability: string, low: string, high: string) =>
    `; probability of improvement ${probability} (95 %: ${low} to ${high})`,
  difference: (middle: string, low: string, high: string) =>
    `, difference seed by seed ${middle} (95 %: ${low} to ${high}).`,
  reached: (goal: string, list: string) => `Reached ${goal}: ${list}.`,
  reachedBy: (id: string, hits: string, seeds: string) => `${id} ${hits} of ${seeds}`,
  reachedAt: (step: string) => `, half of all seeds by step ${step}`,

  caption: (location: string, seeds: string) =>
    `Thick lines: ${location} of the evaluations of n seeds (${seeds}), each the mean return of ` +
    'the deterministic policy from the same fixed start states. Bands: its 95 % percentile ' +
    'bootstrap interval, 2,000 resamples. Faint: each seed. Nothing is smoothed.',
  iqm: 'A quarter of the seeds, rounded down, is trimmed at either end.',
  covers: (n: string, normal: string, failing: string, measured: string) =>
    `n = ${n}: such an interval was measured to hold the truth in ${normal} % of cases where ` +
    `returns are normal, in ${failing} % where a fifth of the runs fail${measured}.`,
  coverMeasured: (measured: string) => ` (with ${measured} seeds)`,
  coversNothing: (n: string) => `n = ${n}: too few seeds for an interval that says something.`,
  range: (share: string) =>
    `Without any assumption and with 95 % confidence: at least ${share} % of all runs lie ` +
    'between the worst and the best seed.',
  rangeHalf: 'Half of all runs it is from 8 seeds on.',
  progressCaption: (at: string, furthest: string) =>
    `The seeds differ in progress: scores are of step ${at}, and bands end where not all seeds ` +
    `of a run have an evaluation; the furthest is at ${furthest}.`,
  binned: (most: string) => `There are many: each point is the mean of up to ${most} evaluations.`,
  diverged: (list: string) =>
    `Diverged, and counted as what they last evaluated to; the band ends with them: ${list}.`,
  leftOut: (list: string) => `Not counted, without an evaluation or a worker: ${list}.`,
  seedOf: (id: string, seed: string) => `${id} seed ${seed}`,

  lines: {
    caption: (seeds: string) =>
      `Lines: interquartile mean of n seeds (${seeds}), where all have a value. Bands: its ` +
      '95 % percentile bootstrap interval, 2,000 resamples. Faint: each seed. Nothing else is ' +
      'smoothed.',
    uneven: 'While the seeds differ in progress, the lines end before the faint ones.',
    binned: (most: string) => `Of many readings, each point is the mean of up to ${most}.`,
    thinned: (most: string) => `Of more places, bands are at ${most}.`,
    every: (every: string) => `Each reading is the mean over ${every} environment steps.`,
    label: (title: string, lines: readonly string[]) =>
      `${title} over environment steps. ${lines.join('; ')}.`,
    last: (name: string, value: string, low: string, high: string, steps: string) =>
      `${name}: ${value} (95 %: ${low} to ${high}) at step ${steps}`,
    table: (title: string) => `Data table of the ${title} of all seeds`,
    columns: {
      line: 'line',
      row: 'row',
      seed: 'seed',
      steps: 'environment steps',
      low: '95 % from',
      high: 'to',
    },
    ofSeed: 'seed',
    ofAll: (count: number) => `interquartile mean of ${count} seeds`,
  },
  gradient: {
    title: 'Gradient variance of all seeds',
    caption: (states: string, repeats: string) =>
      `Each reading: ${repeats} estimates in each of ${states} replayed states. Thick: the ` +
      'estimator that trains; thin: what others would have given the same policy and critic. ' +
      'A seed has no value where the estimate is zero or less.',
    file: (quantity: string) => `gradient-${quantity}-of-seeds`,
  },

  table: 'Data table of all seeds',
  columns: {
    run: 'run',
    seeds: 'seeds',
    step: 'environment step',
    iqm: 'interquartile mean',
    low: '95 % from',
    high: 'to',
    mean: 'mean',
    median: 'median',
    worst: 'worst',
    best: 'best',
    reached: 'reached the goal',
    first: 'first hit, median step',
  },
  tableNote: (threshold: string) =>
    'Of the last evaluation that all seeds have come to, mean returns.' +
    (threshold && ` Goal: ${threshold}. A seed that has not reached it counts as never.`),
  file: 'learning-curves-of-seeds',
  csv: {
    run: 'run',
    row: 'row',
    seed: 'seed',
    seeds: 'seeds',
    steps: 'environment steps',
    updates: 'gradient updates',
    seconds: 'seconds of training',
    rows: 'evaluations',
    value: 'mean return',
    low: '95 % from',
    high: 'to',
  },
  csvEvaluation: 'evaluation',
  csvMiddle: (location: string) => `${location} of all seeds`,
  csvLast: (location: string) => `last evaluation: ${location}`,
  csvFirst: 'step of the first hit',
  about: (id: string, settings: string, seeds: string) =>
    `Run ${id}: ${settings.replaceAll('&', ', ')}; ${seeds}`,
} as const);
