import { part } from '../language';

/** The parts of an iteration, in the order in which they come. */
export type Phase = 'act' | 'critic' | 'actor' | 'temperature' | 'targets';
/** What Adam's step of a weight consists of. */
export type WeightPart = 'step' | 'gradient' | 'm' | 'v' | 'rate' | 'before' | 'after';
/**
 * How the gradient of the actor reaches its parameters: through the action and the slope of Q, with
 * noise or without; through a soft choice; through the log-probability alone, Q or the advantage
 * being a number; or through the probability of every choice.
 */
export type GradientPath = 'pathwise' | 'deterministic' | 'relaxed' | 'score' | 'advantage' | 'sum';

const PHASES: Readonly<Record<Phase, string>> = {
  act: 'Act',
  critic: 'Critic',
  actor: 'Actor',
  temperature: 'Temperature',
  targets: 'Targets',
};

const PARTS: Readonly<Record<WeightPart, string>> = {
  step: 'step',
  gradient: 'gradient',
  m: 'm',
  v: 'v',
  rate: 'rate',
  before: 'before',
  after: 'after',
};

const PATHS: Readonly<Record<GradientPath, string>> = {
  pathwise:
    'The action is a function of θ and noise, so the gradient goes through the action and takes ' +
    'the slope of Q.',
  deterministic:
    'There is no noise: the gradient goes through the one action of each state and takes the ' +
    'slope of Q.',
  relaxed:
    'The choice is made soft: a function of θ and noise, through which the gradient goes. Q of ' +
    'every choice is its slope.',
  score:
    'The gradient goes through log π alone. Q is a number that weighs it; its slope is not asked ' +
    'for.',
  advantage:
    'The gradient goes through log π alone. The advantage A of what was done is a number that ' +
    'weighs it; no Q is differentiated.',
  sum:
    'Every choice is a branch: the gradient goes through its probability, and its Q is a number ' +
    'that weighs it.',
};

/** The words of the view of single updates, line by line. */
export const stepperStrings = part('stepper', {
  region: 'Line by line',
  working: 'Recording an update …',
  replaying: (steps: string) => `Training a copy of the run … step ${steps}`,
  failed: (message: string) => `No update could be recorded: ${message}`,
  again: 'Try again',

  notes: {
    first: 'This is the first update: there is none before it.',
    line: 'No such line runs here: this is the first one.',
    sample: 'The batch has no more transitions: this is its last one.',
  },
  changed: (id: string) =>
    `Settings of run ${id} were changed while it trained: what is replayed from before a change ` +
    'does not know of it.',

  strides: {
    line: { back: 'Line back', on: 'Next line', keys: 'Left and right arrow keys' },
    phase: { back: 'Phase back', on: 'Next phase', keys: 'Up and down arrow keys' },
    iteration: { back: 'Update back', on: 'Next update', keys: 'Page up and page down' },
  },
  strideName: { line: 'line', phase: 'phase', iteration: 'update' },
  steps: 'Step through',
  keys:
    'Lines of the algorithm. Left and right: a line back and on; up and down: a phase; page up ' +
    'and page down: an update.',

  scope: 'Look at',
  both: 'all runs',
  run: (id: string) => `run ${id}`,
  sample: 'Transition',
  sampleOf: (count: string) => `of ${count}`,
  step: 'Environment step',
  latest: 'What comes next',
  latestHint: 'The update that the run is about to make',
  where: (id: string, update: string, step: string) =>
    `Run ${id}: update ${update}, at environment step ${step}`,

  phase: (phase: Phase) => PHASES[phase],
  lineNumber: (number: number) => `Line ${number}`,
  differs: 'differs',
  missing: 'No such line.',
  weight: (index: string) => `weight ${index}`,
  part: (name: WeightPart) => PARTS[name],
  spoken: (number: number, text: string, numbers: string) =>
    `Line ${number}: ${text}. ${numbers || 'No numbers.'}`,
  spokenOf: (id: string, text: string) => `Run ${id}, ${text}`,
  equals: (name: string, value: string) => `${name} = ${value}`,

  mode: 'Do',
  modes: { watch: 'watch', answer: 'foretell', repair: 'find the slip' },
  practice: {
    number: 'Which number belongs here?',
    check: 'Check',
    noNumber: (text: string) => `“${text}” is not a number; write it as −1.234 or 2.5e-4.`,
    next: 'Which line comes next?',
    right: 'Right.',
    wrong: 'No.',
    itIs: (text: string) => `It is ${text}.`,
    repair: 'One formula is wrong. Its numbers give it away: press the number of that line.',
    accuse: 'wrong?',
    slip: (line: number) => `It was line ${line}, which reads:`,
    agreeing: (line: number) => `Line ${line} agrees with its numbers.`,
    nothingBroken: 'None of these lines can be shown wrongly.',
    another: 'Another one',
    score: (right: number, asked: number) => `${right} of ${asked} right`,
  },

  path: {
    title: (id: string) => `Run ${id}: the path of the gradient`,
    text: (path: GradientPath) => PATHS[path],
  },

  picture: {
    title: (id: string) => `Run ${id}: Q and π in the state of this transition`,
    table: (id: string) => `Data table of Q and π, run ${id}`,
    file: (id: string) => `update-${id.toLowerCase()}`,
    caption:
      'Dashed: before this update; solid: after it. Shaded: the density of π, at a height of its ' +
      'own.',
    choices:
      'For each choice its probability and, below, its Q. Bars: after this update; the line ' +
      'across: before it.',
    held: 'Other dimensions of the action are the policy’s own.',
    chance: (probability: string, value: string) =>
      value ? `${probability} · Q ${value}` : probability,
    fitted: (action: string, from: string, to: string) =>
      `At the replayed action ${action} Q was ${from}; the target, the ring, is ${to}.`,
    waiting: 'Looking …',
    dimension: 'Along',
    ascends: (action: string, slope: string) =>
      `The actor’s action ${action}: there the slope of Q is ${slope}.`,
    noCritic: 'This algorithm has no Q to draw.',
    about: (id: string, config: string, step: string, sample: string) =>
      `Run ${id}: ${config}, update at step ${step}, transition ${sample}`,
    columns: {
      choice: 'choice',
      valueBefore: 'Q before',
      value: 'Q after',
      densityBefore: 'π before',
      density: 'π after',
    },
    value: 'Q(s, ·)',
  },
} as const);
