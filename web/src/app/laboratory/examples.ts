import { type LabCatalog, chosen } from './lab-catalog';
import { defaultSettings, find, type LabSettings } from './lab-settings';
import { labStrings } from '../text/en/laboratory';
import { PATHWISE, RELAXED, SCORE } from './variants';

type Values = Readonly<Record<string, string>>;

/** A telling task: what to ask, and the settings that answer it. */
export interface Example {
  id: string;
  words(): { question: string; title: string };
  policy: readonly [string, Values];
  objective: readonly [string, Values];
  show: readonly string[];
}

const GAUSSIAN = 'gaussian';
const examplesInWords = () => labStrings().examples;

export const examples: readonly Example[] = [
  {
    id: 'quadratic',
    words: () => examplesInWords().quadratic,
    policy: [GAUSSIAN, { mu: '0.3', log_sigma: '-0.7' }],
    objective: ['quadratic', { a: '-1', b: '0.5', c: '2' }],
    show: [PATHWISE, SCORE.none, SCORE.value],
  },
  {
    id: 'cosine',
    words: () => examplesInWords().cosine,
    policy: [GAUSSIAN, { mu: '1', log_sigma: '0' }],
    objective: ['cosine', { frequency: '5' }],
    show: [PATHWISE, SCORE.none, SCORE.value],
  },
  {
    id: 'step',
    words: () => examplesInWords().step,
    policy: [GAUSSIAN, { mu: '0', log_sigma: '0' }],
    objective: ['step', { at: '0.5' }],
    show: [PATHWISE, SCORE.none, SCORE.value],
  },
  {
    id: 'ripple',
    words: () => examplesInWords().ripple,
    policy: [GAUSSIAN, { mu: '0.4', log_sigma: '-1.2' }],
    objective: ['ripple', { amplitude: '0.1', frequency: '40' }],
    show: [PATHWISE, SCORE.value, SCORE.leaveOneOut],
  },
  {
    id: 'baseline',
    words: () => examplesInWords().baseline,
    policy: [GAUSSIAN, { mu: '1', log_sigma: '0' }],
    objective: ['cosine', { frequency: '1' }],
    show: [SCORE.none, SCORE.value, SCORE.optimal],
  },
  {
    id: 'dimension',
    words: () => examplesInWords().dimension,
    policy: [GAUSSIAN, { mu: '0.3', log_sigma: '-1.6' }],
    objective: ['quadratic_nd', { dim: '16' }],
    show: [PATHWISE, SCORE.value, SCORE.leaveOneOut],
  },
  {
    id: 'categorical',
    words: () => examplesInWords().categorical,
    policy: ['categorical', { logits: '-0.357;-1.609;-2.303' }],
    objective: ['table', { q0: '1', q1: '2', q2: '3' }],
    show: [SCORE.none, SCORE.value, SCORE.optimal, RELAXED],
  },
];

export function settingsOf(example: Example, catalog: LabCatalog): LabSettings {
  const [policy, policyValues] = example.policy;
  const [objective, objectiveValues] = example.objective;
  return {
    ...defaultSettings(catalog),
    policy: chosen(find(catalog.policies, policy), policyValues),
    objective: chosen(find(catalog.objectives, objective), objectiveValues),
    show: example.show,
  };
}
