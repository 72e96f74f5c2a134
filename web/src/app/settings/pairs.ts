import type { Catalog } from '../../protocol/catalog';
import { strings } from '../text/en/page';

export interface PairWords {
  question: string;
  /** unless it comes with `leads` */
  lead?: string;
}

/** Two presets worth comparing. */
export interface Pair {
  id: string;
  words(): PairWords;
  /** the presets of run A, run B, … */
  presets: readonly string[];
  /** whether it is about what critic and policy look like */
  opensViews?: true;
}

const PAIRS: Pair[] = [
  {
    id: 'score-function',
    words: () => strings().pairs.scoreFunction,
    presets: ['pendulum-sac-score-function', 'pendulum-sac'],
  },
  {
    id: 'leave-one-out',
    words: () => strings().pairs.leaveOneOut,
    presets: ['pendulum-sac-leave-one-out', 'pendulum-sac'],
  },
  {
    id: 'dimension',
    words: () => strings().pairs.dimension,
    presets: ['bandit-32-leave-one-out', 'bandit-32-reparameterization'],
  },
  {
    id: 'deterministic',
    words: () => strings().pairs.deterministic,
    presets: ['pendulum-ddpg', 'pendulum-sac'],
  },
  {
    id: 'bootstrapping',
    words: () => strings().pairs.bootstrapping,
    presets: ['cart-pole-reinforce', 'cart-pole-a2c'],
  },
  {
    id: 'many-updates',
    words: () => strings().pairs.manyUpdates,
    presets: ['pendulum-q-actor-critic-many-updates', 'pendulum-q-actor-critic'],
  },
  {
    id: 'warm-up',
    words: () => strings().pairs.warmUp,
    presets: ['mountain-car-continuous-sac-iid-warm-up', 'mountain-car-continuous-sac'],
  },
  {
    id: 'minimum',
    words: () => strings().pairs.minimum,
    presets: ['acrobot-sac-discrete-minimum', 'acrobot-sac-discrete'],
  },
  {
    id: 'tables',
    words: () => strings().pairs.tables,
    presets: ['gridworld-actor-critic', 'gridworld-q-learning'],
    opensViews: true,
  },
];

/** The pairs whose presets a catalog has. */
export function availablePairs(catalog: Catalog): Pair[] {
  const known = new Set(catalog.presets.map((preset) => preset.id));
  return PAIRS.filter((pair) => pair.presets.every((preset) => known.has(preset)));
}

/** From now on there is one more pair, unless it is there already. */
export function addPair(pair: Pair): void {
  if (!PAIRS.includes(pair)) PAIRS.push(pair);
}

/** What a run, numbered from 0, is about in a pair; runs beyond its presets have them again. */
export function settingsOfPair(pair: Pair, run: number): Map<string, string> {
  return new Map([['preset', presetOf(pair, run)]]);
}

function presetOf({ presets }: Pair, run: number): string {
  return presets[run % presets.length]!;
}

/** The id of the pair that gives so many runs these presets, else `""`. */
export function pairOf(pairs: readonly Pair[], presets: readonly string[], runs: number): string {
  if (presets.length < runs) return '';
  const pair = pairs.find((candidate) =>
    presets.every((preset, run) => preset === presetOf(candidate, run)),
  );
  return pair?.id ?? '';
}
