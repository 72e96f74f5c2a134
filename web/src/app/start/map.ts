/** An algorithm of the lecture; its words are under its id. */
export interface MapNode {
  id: 'maximum' | 'returns' | 'advantage' | 'values' | 'slope' | 'soft' | 'choices';
  family: 'value' | 'policy' | 'both';
  /** that runs it */
  preset: string;
  /** that is about it */
  lesson: string;
}

/** What leads from one to the next, which is the same but for one thing. */
export interface MapEdge {
  from: MapNode['id'];
  to: MapNode['id'];
}

/** The lecture as a map, in the order in which it comes to the algorithms. */
export const NODES: readonly MapNode[] = [
  { id: 'returns', family: 'policy', preset: 'cart-pole-reinforce', lesson: 'score-function' },
  { id: 'advantage', family: 'both', preset: 'cart-pole-a2c', lesson: 'bootstrapping' },
  { id: 'maximum', family: 'value', preset: 'cart-pole-dqn', lesson: 'families' },
  { id: 'values', family: 'both', preset: 'pendulum-q-actor-critic', lesson: 'critic' },
  { id: 'slope', family: 'both', preset: 'pendulum-dpg', lesson: 'deterministic' },
  { id: 'soft', family: 'both', preset: 'pendulum-sac', lesson: 'soft-actor-critic' },
  { id: 'choices', family: 'both', preset: 'cart-pole-sac-discrete', lesson: 'discrete' },
];

export const EDGES: readonly MapEdge[] = [
  { from: 'returns', to: 'advantage' },
  { from: 'advantage', to: 'values' },
  { from: 'maximum', to: 'values' },
  { from: 'values', to: 'slope' },
  { from: 'slope', to: 'soft' },
  { from: 'soft', to: 'choices' },
];
