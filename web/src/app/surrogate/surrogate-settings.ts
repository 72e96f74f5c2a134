import type { SurrogateProcess } from '../../protocol/surrogate';
import { type Chosen, chosen, formatChosen } from '../laboratory/lab-catalog';

export const DIRECTIONS = ['gradient', 'natural', 'policy_iteration', 'drawn'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const WEIGHTINGS = ['discounted', 'undiscounted', 'behaviour', 'emphatic'] as const;
export type Weighting = (typeof WEIGHTINGS)[number];
export const MIXTURES = ['episode', 'step'] as const;
export type Mixture = (typeof MIXTURES)[number];
/** Lengths of lines in the logits. */
export const SPANS = [1, 2, 5, 10, 20, 50, 100] as const;
/** Of each gradient step in a round. */
export const STEP_SIZES = [0.01, 0.1, 1] as const;
/** How many of the last policies have acted; 0: all. */
export const WINDOWS = [1, 5, 0] as const;
/** Episodes of an estimate. */
export const EPISODES = [10, 100, 1000] as const;
export const LARGEST_SEED = 2147483647;
/** Steps after which an episode is cut. */
export const LONGEST_EPISODE = 200;
/** Gradient steps before new data. */
export const ROUND_STEPS = [1, 10, 1000] as const;
export const ROUNDS = 20;
/** Places of a line behind the first. */
export const PLACES = 200;

/** Of the line, where episodes are asked. */
export const ESTIMATES = 20;
/** Along each side of a surface. */
export const CELLS = 32;
export const METHODS = ['gradient', 'natural', 'policy_iteration', 'actor_critic'] as const;
export type Method = (typeof METHODS)[number];

const pathText = (method: Method, weighting: Weighting) =>
  `method=${method}&weighting=${weighting}&steps=300`;
export const WEIGHTING_PATHS = WEIGHTINGS.map((weighting) => pathText('gradient', weighting));
export const METHOD_PATHS = METHODS.map((method) => pathText(method, 'discounted'));

/** The bandit with three arms, which is no process with states. */
export const SIMPLEX = 'simplex';

/** A run as it was at some time: its process, and its policy as mu. The link does not hold it. */
export interface SurrogateMoment {
  /** for people */
  name: string;
  checkpoint: ArrayBuffer;
}

/** Everything that the reader can choose in the surrogate laboratory. */
export interface SurrogateSettings {
  process: Chosen;
  /** of which the process is */
  moment: SurrogateMoment | null;
  direction: Direction;
  weighting: Weighting;
  /** how each logit moves, row by row, within [-1, 1]; none: along the gradient at first */
  drawn: readonly number[];
  span: number;
  /** the place of the cursor */
  eta: number;
  /** whether J is hidden until the reader has said where it is largest */
  predict: boolean;
  stepSize: number;
  window: number;
  mixture: Mixture;
  episodes: number;
  seed: number;
}

export interface SurrogateCatalog {
  /** version of the core */
  build: string;
  processes: readonly SurrogateProcess[];
}

/** What the laboratory opens with, and what the link need not say. */
export const PLAIN = {
  moment: null,
  direction: 'gradient',
  weighting: 'discounted',
  drawn: [],
  span: 20,
  eta: 2,
  predict: false,
  stepSize: 0.1,
  window: 1,
  mixture: 'episode',
  episodes: 100,
  seed: 1,
} as const;

export function defaultSettings(catalog: SurrogateCatalog): SurrogateSettings {
  return { ...PLAIN, process: processAs(catalog, 'two_states') };
}

/** A process with its defaults, and what is given instead of them. */
export function processAs(
  { processes }: SurrogateCatalog,
  id: string,
  given: Readonly<Record<string, string>> = {},
): Chosen {
  return chosen(processes.find((each) => each.id === id) ?? processes[0]!, given);
}

/** How far the line goes: to the greedy policy, or a length in the logits. */
export function reachOf({ direction, span }: SurrogateSettings): number {
  return direction === 'policy_iteration' ? 1 : span;
}

/** The step at a place of the line, as it is written. */
export function etaAt(settings: SurrogateSettings, place: number): number {
  return Number(((reachOf(settings) * place) / PLACES).toFixed(6));
}

/** The place nearest to the cursor. */
export function placeOf(settings: SurrogateSettings): number {
  return Math.min(PLACES, Math.round((settings.eta / reachOf(settings)) * PLACES));
}

/** Whether the states of the gradient are a choice. */
export const hasWeighting = ({ direction }: SurrogateSettings): boolean =>
  direction === 'gradient' || direction === 'natural';

export const drawnText = ({ direction, drawn }: SurrogateSettings): string =>
  direction === 'drawn' ? `drawn=${drawn.join()}` : '';

export const taskText = ({ process }: SurrogateSettings): string =>
  `process=${formatChosen(process)}`;

export const isSimplex = ({ process, moment }: SurrogateSettings): boolean =>
  moment === null && process.id === SIMPLEX;

/** What it is that is looked at. */
export const aboutText = ({ process, moment }: SurrogateSettings): string =>
  [formatChosen(process), ...(moment ? [moment.name] : [])].join(', ');

export const simplexText = ({ process }: SurrogateSettings): string =>
  [...process.values].map((pair) => pair.join('=')).join('&');

export function lineText(settings: SurrogateSettings): string {
  const { direction, weighting } = settings;
  return `direction=${direction}${hasWeighting(settings) ? `&weighting=${weighting}` : ''}`;
}

export const nextSeed = ({ seed }: Pick<SurrogateSettings, 'seed'>): number =>
  seed >= LARGEST_SEED ? 0 : seed + 1;

export function roundsText(settings: SurrogateSettings, steps: number): string {
  const { stepSize, window, mixture } = settings;
  const plain = `rounds=${ROUNDS}&steps=${steps}&step_size=${stepSize}&window=${window}`;
  return `${plain}&mixture=${mixture}`;
}

/** A few steps on the data of the last policy alone, to compare several with. */
export function aloneText(settings: SurrogateSettings): string | null {
  return settings.window === 1 ? null : roundsText({ ...settings, window: 1 }, ROUND_STEPS[1]);
}

/** Whose ascents are compared. */
export const SPEED_METHODS = ['gradient', 'natural'] as const;

/** Ascents by steps of one size, where the natural gradient is what the reader looks at. */
export function speedTexts({ direction, stepSize }: SurrogateSettings): string[] {
  if (direction !== 'natural') return [];
  return SPEED_METHODS.map((method) => `${pathText(method, 'discounted')}&step_size=${stepSize}`);
}

/** What the bandit's values say. */
export interface SimplexNumbers {
  rewards: readonly number[];
  offset: number;
  seed: number;
  steps: number;
  stepSize: number;
}

export function simplexNumbers({
  process: { values },
}: Pick<SurrogateSettings, 'process'>): SimplexNumbers {
  const number = (name: string) => Number(values.get(name));
  return {
    rewards: ['r0', 'r1', 'r2'].map(number),
    offset: number('offset'),
    seed: number('seed'),
    steps: number('steps'),
    stepSize: number('step_size'),
  };
}
