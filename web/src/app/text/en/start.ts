import { part } from '../language';

/** Where one begins, and the lecture as a map. */
export const startStrings = part('start', {
  title: 'Where would you like to begin?',
  ways: {
    lesson: {
      title: 'A lesson',
      text: 'One question and a few minutes: say what you expect, run it, find out why.',
      next: (question: string) => `Next: ${question}`,
      all: 'All lessons',
    },
    experiment: {
      title: 'An experiment',
      text: 'Agents side by side on one task. Change anything, and watch them learn.',
      open: 'Open the playground',
    },
    laboratory: {
      title: 'A laboratory',
      text: 'One idea alone, with the exact answer beside every estimate.',
      lab: 'Gradient lab: how estimates of one gradient scatter',
      bootstrap: 'Bootstrapping: how far ahead to look',
      surrogate: 'Surrogate: how far old data can be trusted',
    },
  },
  map: {
    title: 'The lecture as a map',
    lead: 'Each algorithm, and the one thing that makes the next one of it.',
    lesson: 'Lesson',
    experiment: 'Experiment',
    code: 'Line by line',
    of: (link: string, title: string) => `${link}: ${title}`,
    from: (title: string) => `From ${title}:`,
    families: { value: 'value-based', policy: 'policy-based', both: 'actor and critic' },
    nodes: {
      maximum: { title: 'Deep Q-learning', text: 'Learns Q and acts by its maximum.' },
      returns: { title: 'REINFORCE', text: 'Climbs the return by the returns of whole episodes.' },
      advantage: { title: 'A2C', text: 'A few rewards, and the critic’s guess of the rest.' },
      values: { title: 'Q actor-critic', text: 'Learns Q of the policy, and climbs that.' },
      slope: { title: 'DPG', text: 'One action per state, moved along the slope of Q.' },
      soft: {
        title: 'SAC',
        text: 'A distribution moved along the slope of Q, paid for its entropy.',
      },
      choices: { title: 'SAC, discrete actions', text: 'The sum over all actions, exactly.' },
    },
    /** What is the same, and what differs, on the way to each node. */
    edges: {
      returns_advantage: 'the same gradient; a critic V cuts the return short',
      advantage_values: 'the same actor; a critic of actions, so old data serves again',
      maximum_values: 'the same critic; an actor in the place of the maximum',
      values_slope: 'the same critic; no noise in the action, the gradient goes through Q',
      slope_soft: 'the same eleven lines; a sampled action, reparameterized, and entropy',
      soft_choices: 'the same objective; nothing is sampled where all can be summed',
    },
  },
} as const);
