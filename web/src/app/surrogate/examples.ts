import { surrogateStrings } from '../text/en/surrogate';
import {
  PLAIN,
  processAs,
  type SurrogateCatalog,
  type SurrogateSettings,
} from './surrogate-settings';

/** A situation that answers a question. */
export interface Example {
  id: string;
  words(): { question: string; title: string };
  process: readonly [string, Readonly<Record<string, string>>];
  settings: Partial<Omit<SurrogateSettings, 'process'>>;
}

const inWords = () => surrogateStrings().examples;

export const examples: readonly Example[] = [
  {
    id: 'promise',
    words: () => inWords().promise,
    process: ['two_states', {}],
    settings: { predict: true },
  },
  {
    id: 'steps',
    words: () => inWords().steps,
    process: ['corridor', { gamma: '0.9' }],
    settings: { stepSize: 0.01, span: 2, eta: 1.5 },
  },
  {
    id: 'bound',
    words: () => inWords().bound,
    process: ['polytope', {}],
    settings: { direction: 'policy_iteration', eta: 0.1 },
  },
  {
    id: 'old',
    words: () => inWords().old,
    process: ['chain', { near: '0.5' }],
    settings: { window: 0, span: 50, eta: 8 },
  },
  {
    id: 'states',
    words: () => inWords().states,
    process: ['counterexample', {}],
    settings: { direction: 'gradient', weighting: 'behaviour', span: 10 },
  },
  {
    id: 'natural',
    words: () => inWords().natural,
    process: ['chain', { near: '0.5' }],
    settings: { direction: 'natural', eta: 15 },
  },
  {
    id: 'baseline',
    words: () => inWords().baseline,
    process: ['simplex', { ascent: 'natural', offset: '-0.5' }],
    settings: {},
  },
];

export function settingsOf(example: Example, catalog: SurrogateCatalog): SurrogateSettings {
  const [id, given] = example.process;
  return { ...PLAIN, process: processAs(catalog, id, given), ...example.settings };
}
