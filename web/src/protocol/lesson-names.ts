// What lessons may name of the pages: the compiler of lessons allows it, the page measures it.

/** Parts of the playground that a lesson may show. */
export const LESSON_PARTS = [
  'transport',
  'settings',
  'curves',
  'gradients',
  'views',
  'diagnostics',
  'stepper',
  'runs',
] as const;

/** What the gradient lab measures of each estimator. */
export const LAB_FIGURES = [
  'total_variance',
  'bias_squared',
  'mean_squared_error',
  'snr',
  'cosine',
  'repeats',
] as const;

/** What a reader can do with an update in the stepper. */
export const STEPPER_MODES = ['watch', 'answer', 'repair'] as const;

type Kinds = Readonly<Record<string, 'number' | 'text'>>;

/** What is chosen in the gradient lab. */
export const LAB_SETTINGS = {
  objective: 'text',
  policy: 'text',
  budget: 'text',
  alpha: 'number',
  samples: 'number',
  seed: 'number',
  dimensions: 'number',
} as const satisfies Kinds;

/** What is chosen in the other laboratories, and what they know of it. */
export const OTHER_FIGURES = {
  bootstrap: {
    process: 'text',
    axis: 'text',
    error: 'number',
    samples: 'number',
    n: 'number',
    lambda: 'number',
    best: 'number',
    own_error: 'number',
    best_error: 'number',
  },
  surrogate: {
    process: 'text',
    direction: 'text',
    weighting: 'text',
    span: 'number',
    eta: 'number',
    start: 'number',
    j: 'number',
    promise: 'number',
    best_eta: 'number',
    best_j: 'number',
  },
} as const satisfies Readonly<Record<string, Kinds>>;

/** Controls that can have a ring around them, and the elements that each is in, outermost first. */
export const CONTROLS: Readonly<Record<string, readonly string[]>> = {
  play: ['transport-bar', '.primary'],
  step: ['transport-bar', '.primary + button'],
  reset: ['transport-bar', '.primary + button + button'],
  seed: ['transport-bar', '.primary + button + button + button'],
  speed: ['transport-bar', '#speed'],
  seeds: ['seed-control', 'summary'],
  more: ['transport-bar', '.more summary'],
  settings: ['transport-bar', '.buttons:last-child > button'],
  curves: ['learning-curves'],
  gradients: ['gradient-curves'],
  views: ['views-panel'],
  diagnostics: ['diagnostics-panel'],
  stepper: ['stepper-panel'],
  stride: ['stepper-view', '.primary'],
  sample: ['stepper-view', '#sample'],
  lab: ['task-panel'],
  bootstrap: ['bootstrap-panel'],
  surrogate: ['surrogate-panel'],
  line: ['surrogate-line'],
};
