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
  columns: {
    run: 'run',
    updates: 'gradient updates',
    seconds: 'seconds of training',
    rows: 'readings',
  },
} as const);
