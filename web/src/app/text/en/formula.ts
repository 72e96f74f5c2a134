import type { ExampleId } from '../../../protocol/formula-examples';
import { part } from '../language';

const titles: Readonly<Record<ExampleId, string>> = {
  pendulum: 'Pendulum',
  cartPole: 'Cart pole',
  integrator: 'Mass on a rail',
  drone: 'Drone in a plane',
  tanks: 'Two tanks',
  hunting: 'Predator and prey',
  trap: 'Bandit with a trap',
};

const helps: Readonly<Record<ExampleId, string>> = {
  pendulum:
    'The task of this project, to the bit: change its reward and see what it learns instead.',
  cartPole: 'Likewise, with two choices: DQN keeps the pole up.',
  integrator: 'A force moves a mass; SAC brings it to rest at 0, about −9 by 3,000 steps.',
  drone: 'Two rotors against gravity: hover at a point. SAC: 184 of 200 by 6,000 steps.',
  tanks:
    'A pump fills a tank that leaks into another, whose level counts. SAC: −0.4 by 3,000 steps.',
  hunting: 'How much to hunt so that both live at an even number. SAC: −15 by 6,000 steps.',
  trap: 'One step: a wide hill worth 1, and a narrow one worth 1.5. SAC is caught on the wide one.',
};

/** The words of the editor of formulas; loaded with it. */
export const formulaStrings = part('formula', {
  label: 'Task as formulas',
  start: 'Start from',
  own: 'your text',
  titles,
  helps,
  alone: 'Open it in a tab of its own',
  apply: 'Apply',
  undo: 'Take back',
  works: 'A task. Applied, the run starts over with it.',
  runs: 'This is what runs.',
  differ: 'The runs have different texts; this is the first. Applied, it is that of all.',
  rules:
    'Sections: constants, state, action, next, reward, terminate, observe, limit, seconds, ' +
    'draw.',
} as const);
