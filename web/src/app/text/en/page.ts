import { part } from '../language';

const twoGradients = {
  lead:
    'Soft actor-critic learns to swing up a pendulum, twice. The runs differ only in how the ' +
    'actor’s gradient is estimated. Press Play and see whether that matters.',
};

/** The words of the page. Titles, units and help of parameters come from the core's catalog. */
export const strings = part('page', {
  title: 'Actor-Critic Playground',
  /** Where no pair is on display. */
  intro: {
    question: 'Side by side, as you chose them',
    run: (id: string, algorithm: string, environment: string) =>
      `Run ${id}: ${algorithm} on ${environment}.`,
    end: 'Press Play and see how they compare.',
  },

  theme: { label: 'Dark theme' },
  views: {
    label: 'Pages',
    start: 'Start',
    playground: 'Playground',
    lesson: 'Lessons',
    lab: 'Gradient lab',
    bootstrap: 'Bootstrapping',
    surrogate: 'Surrogate',
    builder: 'Embed',
  },

  pairs: {
    label: 'What to compare',
    scoreFunction: {
      question: 'Does the plain score function learn?',
      ...twoGradients,
    },
    leaveOneOut: {
      question: 'What does a baseline change?',
      ...twoGradients,
    },
    dimension: { question: 'Does the action’s dimension matter?' },
    deterministic: { question: 'Must a policy be random?' },
    bootstrapping: { question: 'What does bootstrapping buy?' },
    manyUpdates: { question: 'Why only a few gradient steps?' },
    warmUp: { question: 'Is more noise more exploration?' },
    minimum: { question: 'Is the smaller of two critics safer?' },
    tables: { question: 'Are the learned values right?' },
  },

  stage: {
    questions: 'Other questions',
    settings: 'Settings',
    closeSettings: 'Close the settings',
    more: 'More',
    details: 'Details',
    detailsOf: (id: string) => `Details of run ${id}`,
    evaluationAt: (steps: string) => `mean return at step ${steps}`,
    noEvaluation: 'mean return, none yet',
    goal: (threshold: string) => `goal ${threshold}`,
    reachedAt: (threshold: string, steps: string) => `${threshold} reached at step ${steps}`,
    reachedBy: (threshold: string, steps: string) => `${threshold} reached by step ${steps}`,
    chart: 'About this chart',
  },

  gallery: {
    compare: 'Compare with …',
    compareHint: 'Adds a run beside this one',
  },

  controls: {
    label: 'Training',
    play: 'Play',
    pause: 'Pause',
    playHint: 'Space bar',
    step: 'Step',
    stepHint: 'One environment step with its update',
    reset: 'Reset',
    resetHint: (seed: string) => `Back to step 0 with seed ${seed}`,
    newSeed: 'New seed',
    newSeedHint: 'Back to step 0 with the next seed',
    share: 'Copy link',
    shareHint: 'The link of this experiment, every setting in it',
    seed: (seed: string) => `seed ${seed}`,
    maximum: 'maximum',
    realTime: 'real time',
    timesRealTime: (factor: number) => `${factor} × real time`,
    stepsPerSecond: (rate: string) => `${rate} steps/s`,
    asked: 'Speed',
    achieved: 'achieved',
    stopAt: 'Stop at step',
  },

  card: {
    run: (id: string) => `Run ${id}`,
    runName: (id: string) => `run ${id}`,
    shown: (value: string, steps: string) => `on display: return ${value} in ${steps} steps`,
    steps: 'steps',
    updates: 'updates',
    lastReturn: 'last return',
    meanReturn: 'mean of last 20',
    episodes: 'episodes',
    rateOf: (achieved: string, asked: string) => `${achieved} of ${asked} per second`,
    unlimited: 'max',
    evaluation: 'evaluation',
    evaluationHint: (states: string) =>
      `Mean return of the deterministic policy from ${states} fixed start states`,
    differsIn: (titles: string) => `Differs from run A in: ${titles}`,
    differsNot: 'Same settings as run A',
    isReference: 'The others are compared with this run',
    fingerprint: 'Fingerprint',
    fingerprintAt: (digest: string, steps: string) => `${digest} at step ${steps}`,
    fingerprintHelp:
      'All parameters in 16 digits: the same everywhere for the same settings, seed and step.',
    fingerprintNone: 'pause to see it',
    changed: (title: string, value: string, steps: string) =>
      `${title} set to ${value} at step ${steps}`,
    push: {
      turn: ['Push anticlockwise', 'Push clockwise'],
      move: ['Push left', 'Push right'],
      shift: ['Push towards −', 'Push towards +'],
    },
    canvas: (id: string, environment: string) =>
      `${environment}: the current policy of run ${id} acting in real time`,
    canvasKeys: 'Drag in the picture, or push with the arrow keys.',
    turnKeys: 'Shift and an arrow key turn it.',
    edit: 'Click a cell to change it, which starts the runs on this map over, or drag the agent.',
    edited: (runs: string) => `Map changed: ${runs} started over.`,
    lastOfItsKind: 'The map needs a start and a goal: this is the last one.',
    noDrawing: 'There is no drawing for this environment.',
    files: 'Files',
    starting: 'Starting …',
    diverged: 'This run has diverged.',
    died: 'This run has stopped working.',
    diedMeaning: (reason: string) =>
      `Its worker ended (${reason}) and its training state is lost. It can start over from step 0.`,
    unreadable: 'a message could not be read',
    notLoaded: 'it could not be loaded',
    restart: 'Start over',
    activity: {
      paused: 'paused',
      training: 'training',
      finished: 'finished',
      diverged: 'diverged',
    },
  },

  notices: {
    unchecked: 'Not applied: no run is working that could check it.',
    ignored: 'Parts of the link were ignored:',
    failed: (reason: string) =>
      `The learning core could not be started (${reason}). Reload the page to try again.`,
  },

  footer: 'Trains on this machine, in this tab. Nothing is sent anywhere.',
} as const);
