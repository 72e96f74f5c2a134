import { part } from '../language';

/** The words of the chart of gradient estimates; loaded with it. */
export const words = part('gradient', {
  title: 'Gradient variance while training',
  show: 'Show',
  quantity: { variance: 'variance', signalToNoise: 'signal to noise' },
  yLabel: {
    variance: 'variance, (units of Q)²',
    signalToNoise: 'signal to noise (no unit)',
  },
  xLabel: 'environment steps',
  trains: (title: string) => `${title}: trains`,
  line: (id: string, title: string) => `${id} · ${title}`,
  without: (id: string) => `${id} trains on an estimate without variance: it has no line.`,
  readOut: (steps: string, values: string) => `At ${steps} environment steps: ${values}`,
  value: (line: string, value: string) => `${line} ${value}`,
  spread: (value: string, error: string) => `${value} ± ${error}`,
  keys: 'Left and right arrow keys move the cursor; Enter or a click freezes a run at that step.',
  freeze: (id: string, steps: string) => `Freeze run ${id} at step ${steps}`,
  notFrozen: (id: string, steps: string, reason: string) =>
    `Run ${id} could not be frozen at step ${steps}: ${reason}`,
  caption: (seeds: string, states: string, repeats: string) =>
    `One seed per run (${seeds}). Each point: ${repeats} estimates in each of ${states} replayed ` +
    'states, of the gradient with respect to the policy’s outputs, by the critic of that moment. ' +
    'Bands: ± one standard error, between states. Thick: the estimator that trains; thin: what ' +
    'others would have given the same policy and critic. A gap means zero or less, where an ' +
    'estimate of the signal is lost in the noise.',
  bins: (most: number) =>
    most > 1 ? `Of many measurements, each point is the mean of up to ${most}.` : '',
  formulaNote: (states: string, repeats: string) =>
    `S = ${states} states, R = ${repeats} estimates in each. φ: what the policy network puts out ` +
    'for a state. Q: the learned critics, their minimum or mean as the actor sees it. An update ' +
    'averages over a batch of states, which divides the variance by their number.',
  table: 'Data table of the gradient estimates',
  legend: (line: string, marker: string) => `${line} (${marker})`,
  run: (id: string, settings: string) => `Run ${id}: ${settings.replaceAll('&', ', ')}`,
  columns: { line: 'line', rows: 'measurements', error: 'standard error' },
} as const);
