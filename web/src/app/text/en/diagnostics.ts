import { part } from '../language';

/** The words of losses and diagnostics. */
export const diagnosticStrings = part('diagnostics', {
  waiting: 'Press Play: the first numbers come after a few hundred steps.',
  xLabel: 'environment steps',
  yLabel: (title: string, unit: string, isLog: boolean) =>
    [title, unit && `(${unit})`, isLog && '· logarithmic'].filter(Boolean).join(' '),
  line: (id: string, title: string) => `${id} · ${title}`,
  label: (title: string, lines: readonly string[]) =>
    `${title} over environment steps. ${lines.join('; ')}.`,
  last: (id: string, value: string, steps: string) => `Run ${id}: ${value} at step ${steps}`,
  caption: (every: string, seeds: string) =>
    `Each point is the mean over ${every} environment steps; nothing else is smoothed. ` +
    `One seed per run (${seeds}).`,
  bins: (most: string) => `Of many readings, each point is the mean of up to ${most}.`,
  without: (runs: string) => `Not measured by ${runs}.`,
  runName: (id: string, algorithm: string) => `run ${id} (${algorithm})`,
  seedOf: (id: string, seed: string) => `${id}: ${seed}`,
  about: (id: string, config: string) => `Run ${id}: ${config}`,
  table: (title: string) => `Data table of the ${title}`,
  thinned: (shown: string, all: string) => `The table has ${shown} of ${all} rows; CSV has all.`,
  replay: {
    title: 'Policies in the buffer',
    xLabel: 'iteration',
    yLabel: 'transitions per iteration',
    label: (runs: readonly string[]) => `Transitions per iteration. ${runs.join('; ')}.`,
    of: (id: string, transitions: string, first: string, last: string) =>
      `Run ${id}: ${transitions} transitions of iterations ${first} to ${last}`,
    caption: (seeds: string, without: string) =>
      'What updates draw from, by the iteration whose policy acted; random actions of the ' +
      `warm-up are of iteration 0. As it is now. One seed per run (${seeds}).` +
      (without && ` Run ${without} replays nothing.`),
    formula:
      'Policy π^i acts between two rounds of updates and leaves the transitions D_i. An update ' +
      'draws from all that the buffer still holds, or from the last M iterations.',
    table: 'Data table of the policies in the buffer',
    columns: {
      run: 'run',
      first: 'first iteration',
      last: 'last iteration',
      transitions: 'transitions',
      share: 'share',
    },
  },
  columns: {
    run: 'run',
    updates: 'gradient updates',
    seconds: 'seconds of training',
    rows: 'readings',
  },
} as const);
