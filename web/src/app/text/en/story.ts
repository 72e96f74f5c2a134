import { part } from '../language';
import { exactVarianceRatio } from '../variance-ratio';

const dimensions = [1, 2, 4, 8, 16, 32] as const;

/** The words around what the catalog says, where there is no explanation of the pair. */
export const about = part('about', {
  title: 'What is running',
  source: (source: string): string => `After: ${source}.`,
});

/** The explanation under the curves of soft actor-critic on Pendulum. */
export const story = part('story', {
  of: { environment: 'pendulum', algorithm: 'sac' },
  title: 'Why baseline and action dimension decide',
  opening: [
    'Both runs ask the same critic the same question: in which direction should the policy ' +
      'move to make its actions more valuable? Both answers are right on average, and share ' +
      'whatever bias the critic has. They differ in noise.',
    'The score function tries random actions and makes those more likely whose value was ' +
      'high. Reparameterization follows the slope of the critic with respect to the action.',
  ],
  outcome: {
    title: 'On Pendulum, the baseline decides',
    text:
      'Without a baseline the score function never learns here: values far from zero drown the ' +
      'small differences between actions. Subtract what another sample of the same state ' +
      'scored, the leave-one-out baseline, and it learns as well as reparameterization.',
    caption:
      'Evaluation return after 10,000 steps from 100 fixed start states: interquartile mean of ' +
      'seeds 101 to 120, worst to best seed in brackets. The optimum is −134.9.',
    rows: [
      { label: 'reparameterization', value: -143.1, worst: -147.5, best: -141.0 },
      { label: 'score function, leave-one-out of 2', value: -143.3, worst: -145.9, best: -140.5 },
      { label: 'score function, no baseline', value: -1493, worst: -1735, best: -1165 },
    ],
  },
  dimension: {
    title: 'Elsewhere, the number of action dimensions does',
    before:
      'Pendulum has one action, a torque. For a quadratic objective with gradient g and Hessian ' +
      'H, and a perfect baseline, the variance of the score function exceeds that of ' +
      'reparameterization by the factor',
    after:
      'Near the optimum, where g vanishes, that is 2.5 in one dimension; it grows with the ' +
      'dimension d.',
    caption:
      'The factor, exactly, where all curvatures are equal: at the optimum, and where every ' +
      'component of the action is one standard deviation away from it.',
    header: 'action dimensions d',
    dimensions,
    rows: [
      { label: 'at the optimum', values: dimensions.map((d) => exactVarianceRatio(d, 0)) },
      { label: 'one σ away', values: dimensions.map((d) => exactVarianceRatio(d, 1)) },
    ],
  },
  caveat:
    'Reparameterization is no free lunch: it needs a differentiable critic. Where the critic ' +
    'ripples quickly, following its slope is the noisier choice, and on a step the slope is ' +
    'zero and simply wrong.',
} as const);
