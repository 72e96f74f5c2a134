import type { Preset } from './catalog';

const CHEETAH =
  'environment=half_cheetah&algorithm=sac&evaluate_every=5000&sac.warmup_steps=5000' +
  '&sac.batch_size=64&sac.temperature=0.2';
const FALLS =
  'algorithm=sac&evaluate_every=5000&sac.warmup_steps=3000&sac.batch_size=64&sac.temperature=0.2';
const STEPS = 60_000;

/** Ready-made runs on robots, each of which teaches one thing. */
export const robotPresets: readonly Preset[] = [
  {
    id: 'half-cheetah-sac',
    title: 'SAC, reparameterization',
    teaches: 'Six joints in place of one: the slope of the critic tells each of them what to do.',
    config: CHEETAH,
    steps: STEPS,
    threshold: 4000,
    learns: true,
  },
  {
    id: 'half-cheetah-sac-leave-one-out',
    title: 'SAC, score function with leave-one-out baseline',
    teaches: 'One number for six joints: with a baseline from two samples that is enough to run.',
    config:
      `${CHEETAH}&sac.estimator=score_function&sac.baseline=leave_one_out` +
      '&sac.action_samples=2',
    steps: STEPS,
    threshold: 3000,
    learns: true,
  },
  {
    id: 'half-cheetah-sac-leave-one-out-8',
    title: 'SAC, score function with leave-one-out baseline of eight samples',
    teaches: 'The score function again, with eight samples of the policy in each state.',
    config:
      `${CHEETAH}&sac.estimator=score_function&sac.baseline=leave_one_out` +
      '&sac.action_samples=8',
    steps: STEPS,
    threshold: 3000,
    learns: true,
  },
  {
    id: 'half-cheetah-sac-score-function',
    title: 'SAC, score function without baseline',
    teaches: 'The same critic, and six joints that get one noisy number: it never runs.',
    config: `${CHEETAH}&sac.estimator=score_function&sac.baseline=none`,
    steps: STEPS,
    threshold: 1000,
    learns: false,
  },
  {
    id: 'half-cheetah-td3',
    title: 'TD3',
    teaches: 'A deterministic policy climbs the same slope; noise added by hand explores.',
    config:
      'environment=half_cheetah&algorithm=dpg&evaluate_every=5000&dpg.warmup_steps=5000' +
      '&dpg.batch_size=64&dpg.critics=2&dpg.policy_delay=2&dpg.target_noise=0.2',
    steps: STEPS,
    threshold: 2500,
    learns: true,
  },
  {
    id: 'quadruped-sac',
    title: 'SAC',
    teaches:
      'Eight joints learn to walk from 60,000 samples, in a minute or two. The robot of the ' +
      'lecture took 160,000 and two hours: on the ground, where it fell and was put back. This ' +
      'one is simulated; its joints are held at positions, as those were.',
    config:
      'environment=quadruped&algorithm=sac&evaluate_every=5000&sac.warmup_steps=3000' +
      '&sac.batch_size=64&sac.temperature=0.1&sac.gamma=0.95',
    steps: STEPS,
    threshold: 350,
    learns: true,
  },
  {
    id: 'hopper-sac',
    title: 'SAC',
    teaches: 'A fall ends the episode: first it learns to stand, then to hop.',
    config: `environment=hopper&${FALLS}`,
    steps: 100_000,
    threshold: 500,
    learns: true,
  },
  {
    id: 'walker-sac',
    title: 'SAC',
    teaches: 'Two legs that fall easily: the longest way of these four.',
    config: `environment=walker&${FALLS}`,
    steps: 100_000,
    threshold: 500,
    learns: true,
  },
];
