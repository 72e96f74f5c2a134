import { part } from '../language';

/** What the runs of each pair are, by its id. */
export const pairTitles = part<Readonly<Record<string, string>>>('pairs', {
  'score-function': 'Score function, no baseline vs reparameterization',
  'leave-one-out': 'Score function with leave-one-out baseline vs reparameterization',
  dimension: 'Bandit: 32 action dimensions, leave-one-out vs reparameterization',
  deterministic: 'Pendulum: DDPG, a deterministic policy, vs SAC',
  bootstrapping: 'Cart pole: REINFORCE vs A2C',
  'many-updates': 'Pendulum: sixteen gradient steps per step of the environment vs one',
  'warm-up': 'Mountain car: independent vs held random actions before learning',
  minimum: 'Acrobot: minimum vs average of twin critics',
  tables: 'Gridworld: tabular actor-critic vs tabular Q-learning',
});
