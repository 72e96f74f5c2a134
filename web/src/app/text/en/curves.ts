import { part } from '../language';

/** The words of the learning curves; loaded with them. */
export const curveStrings = part('curves', {
  title: 'Learning curves',
  yLabel: 'return',
  yLabelWritten: 'return by the written reward',
  written: (values: string) =>
    `Returns are by the written reward. By the task’s own, at the last evaluation: ${values}.`,
  against: 'Against',
  abscissa: { steps: 'steps', updates: 'updates', seconds: 'seconds' },
  xLabel: {
    steps: 'environment steps',
    updates: 'gradient updates',
    seconds: 'seconds of training',
  },
  episodes: 'Episodes',
  raw: 'raw',
  smoothed: (window: number) => `mean of ${window}`,
  optimum: (value: string) => `optimum ${value}`,
  threshold: (value: string) => `solved ${value}`,
  random: (value: string) => `random policy ${value}`,
  legend: (id: string, title: string, seed: string) => `${id} · ${title} · seed ${seed}`,
  readOut: (x: string, axis: string, values: string) => `At ${x} ${axis}: ${values}`,
  readOutRun: (id: string, value: string) => `run ${id} ${value}`,
  seedOf: (id: string, seed: string) => `${id}: ${seed}`,
  caption: (seeds: string) =>
    `One seed per run (${seeds}); a single run is an anecdote, so try others. ` +
    'Lines with points: evaluations, the mean return of the deterministic policy from the ' +
    'same fixed start states.',
  captionRaw: 'Faint lines: returns of single training episodes, not smoothed.',
  captionSmoothed: (window: number) =>
    `Faint lines: training episodes, moving mean of the last ${window}.`,
  captionEvaluations: (count: string) =>
    `There are many: each point is the mean of up to ${count} evaluations.`,
  captionBins: (count: string) =>
    `Faint lines: training episodes, each point the mean of up to ${count}; band: from the ` +
    'lowest to the highest.',
  captionBinsSmoothed: (window: number) => `The line is a moving mean over at least ${window}.`,
  captionReferences: (names: string) => `Dotted, for these start states: ${names}.`,
  referenceNames: {
    optimum: 'the optimum',
    threshold: 'the return that counts as solved',
    random: 'the mean return of random actions',
  },
  captionMixed: 'The runs have different tasks or rewards: their returns cannot be compared.',
  keys:
    'Left and right arrow keys move the cursor along the curves. Enter or a click opens the ' +
    'update there, line by line.',
  empty: 'Press Play: returns come with the first evaluation.',
  table: 'Data table of the evaluations',
  tableRun: (id: string) => `run ${id}`,
  tableSpread: (mean: string, deviation: string) => `${mean} ± ${deviation}`,
  tableBins: { rows: 'evaluations', lowest: 'lowest', highest: 'highest' },
  tableNote: (states: string) => `Mean ± standard deviation over ${states} start states.`,
  tableNoteBins: (states: string) =>
    `Each row is of several evaluations: their mean ± their mean standard deviation over ` +
    `${states} start states, how many they are, and the lowest and the highest of their means.`,
  anecdote: (seeds: string) => `One seed each (${seeds}): an anecdote. Try others.`,

  outcome: {
    only: (winner: string, goal: string, step: string, others: string) =>
      `Run ${winner} reached ${goal} at step ${step}; ${others} not yet.`,
    alone: (id: string, goal: string, step: string) => `Run ${id} reached ${goal} at step ${step}.`,
    others: (ids: string) => `run ${ids} has`,
    several: (ids: string) => `runs ${ids} have`,
    all: (goal: string, list: string) => `All have reached ${goal}: ${list}.`,
    at: (id: string, step: string) => `${id} at step ${step}`,
    next: 'Next question:',
  },
} as const);
