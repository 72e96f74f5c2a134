import type { ChoiceParameter, NumericParameter } from '../../protocol/catalog';
import type { Chosen, LabItem } from '../laboratory/lab-catalog';
import { LARGEST_SEED } from '../laboratory/lab-settings';
import { run } from '../text/en/frozen';
import type { Source } from './frozen-runs';

/** The process that is a run of its own, looked at early and late. */
export const RUN = 'run';
/** Presets that learn V in moments. */
export const PRESETS = [
  'gridworld-actor-critic',
  'cart-pole-a2c',
  'cart-pole-reinforce',
  'pendulum-a2c',
] as const;
/** Environment steps at which a run can be frozen. */
export const MOMENTS = Array.from({ length: 9 }, (_, i) => 250 * 2 ** i);
const [EARLY, LATE] = [250, 16_000];

/** A run that learns in this page, with what can be chosen of it. */
export function runItem(): LabItem {
  const { title, help, parameters } = run;
  const described = { unit: '', symbol: '', help: '', group: '', live: true, when: '' };
  const choice = (
    key: 'preset' | 'early' | 'late',
    ids: readonly (string | number)[],
    first: string | number,
  ): ChoiceParameter => ({
    ...described,
    key,
    type: 'choice',
    title: parameters[key],
    default: String(first),
    options: ids.map((id) => ({ id: String(id), title: String(id), help: '' })),
  });
  const seed: NumericParameter = {
    ...described,
    key: 'seed',
    type: 'integer',
    title: parameters.seed,
    default: 1,
    min: 0,
    max: LARGEST_SEED,
    scale: 'linear',
  };
  return {
    id: RUN,
    title,
    help,
    formula: '',
    parameters: [
      choice('preset', PRESETS, PRESETS[0]),
      choice('early', MOMENTS, EARLY),
      choice('late', MOMENTS, LATE),
      seed,
    ],
  };
}

/** What is to be frozen, earlier moments first. */
export function sourcesOf({ values }: Chosen): Source[] {
  const config = `preset=${values.get('preset')}&seed=${values.get('seed')}&evaluate_every=0`;
  const moments = new Set([Number(values.get('early')), Number(values.get('late'))]);
  return [...moments].sort((a, b) => a - b).map((steps) => ({ config, steps }));
}
