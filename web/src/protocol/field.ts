import { FrameError, readSections, type Table } from './sections';

const SECTION = { about: 7, values: 8, actions: 9, policy: 10 } as const;
const POLICIES = ['greedy', 'deterministic', 'gaussian', 'squashed', 'categorical'] as const;
const CRITICS = ['none', 'v', 'q'] as const;
const ABOUT = 11;

/** How actions follow from Q or from the outputs of a policy network. */
export type PolicyKind = (typeof POLICIES)[number];
export type CriticKind = (typeof CRITICS)[number];

export interface FieldAxis {
  /** of a component of the state, or after those of a dimension of the action; -1: there is none */
  index: number;
  cells: number;
  low: number;
  high: number;
}

/**
 * What critic and policy say over two axes. Tables have one row per cell, those of the first `up`
 * first; a table of what there is none of is empty.
 */
export interface Field {
  across: FieldAxis;
  up: FieldAxis;
  policy: PolicyKind;
  critic: CriticKind;
  /** weight of the entropy of later choices in Q; 0 where it is no part of it */
  alpha: number;
  /** the current one; what is not an axis is as here */
  state: Float32Array;
  /** V(s), Q(s, a), or Q(s, .) of every choice; NaN where there is no such state */
  values: Table;
  /** of the policy without noise, in the environment's units, or the index of a choice */
  actions: Table;
  /**
   * means, then standard deviations of a Gaussian in normalised units and before tanh; or the
   * probability of every choice, exploration of a greedy policy included
   */
  distribution: Table;
}

/** Reads a field (docs/boundary.md). Throws `FrameError`. */
export function decodeField(buffer: ArrayBuffer): Field {
  const tables = readSections(buffer, buffer.byteLength / 4);
  const about = tables.get(SECTION.about)?.data ?? new Float32Array(0);
  const axis = (at: number): FieldAxis => {
    const [index, cells, low, high] = about.subarray(at, at + 4);
    return { index: index!, cells: cells!, low: low!, high: high! };
  };
  const [across, up] = [axis(0), axis(4)];
  const policy = POLICIES[about[8]!];
  const critic = CRITICS[about[9]!];
  if (about.length < ABOUT || !policy || !critic) throw new FrameError('field: incomplete');
  for (const { cells: count } of [across, up]) {
    if (!Number.isInteger(count) || count < 1) throw new FrameError(`field: ${count} cells`);
  }
  const cells = (id: number): Table => {
    const table = tables.get(id);
    if (table && (table.rows === 0 || table.rows === across.cells * up.cells)) return table;
    throw new FrameError(`field: section ${id} has ${table?.rows} rows`);
  };
  return {
    across,
    up,
    policy,
    critic,
    alpha: about[10]!,
    state: about.subarray(ABOUT),
    values: cells(SECTION.values),
    actions: cells(SECTION.actions),
    distribution: cells(SECTION.policy),
  };
}
