import type { Field } from '../../protocol/field';
import type { Span } from './plane';

/** Where a policy draws one dimension of its action from, in the environment's units. */
export interface Band {
  mean: number;
  /** one standard deviation below and above, at most the largest actions; `mean` if it has none */
  low: number;
  high: number;
}

export function bandOf(field: Field, cell: number, dimension: number, bounds: Span): Band {
  const { actions } = field;
  const mean = actions.data[cell * actions.columns + dimension] ?? NaN;
  const head = gaussianOf(field, cell, dimension);
  if (!head) return { mean, low: mean, high: mean };
  const [low, high] = [-1, 1].map((side) => {
    const u = head.mean + side * head.deviation;
    return fromUnit(field.policy === 'squashed' ? Math.tanh(u) : u, bounds);
  });
  return { mean, low: low!, high: high! };
}

/** The density of a dimension of the action at a point; `null` for a policy without one. */
export function densityAt(
  field: Field,
  cell: number,
  dimension: number,
  bounds: Span,
  action: number,
): number | null {
  const head = gaussianOf(field, cell, dimension);
  if (!head) return null;
  const half = (bounds.high - bounds.low) / 2;
  const x = (action - bounds.low) / half - 1;
  const isSquashed = field.policy === 'squashed';
  const z = ((isSquashed ? Math.atanh(x) : x) - head.mean) / head.deviation;
  const density = Math.exp(-0.5 * z * z) / (head.deviation * Math.sqrt(2 * Math.PI) * half);
  return isSquashed ? density / (1 - x * x) : density;
}

/** The probability of each choice in a cell; all on one where there is no distribution. */
export function probabilitiesOf(field: Field, cell: number, choices: number): number[] {
  const { actions, distribution } = field;
  const isDrawn = distribution.columns === choices;
  return Array.from({ length: choices }, (_, i) =>
    isDrawn ? distribution.data[cell * choices + i]! : Number(actions.data[cell] === i),
  );
}

/** Which way an action points: unit lengths, to the right and upwards. */
export function directionOf(
  field: Field,
  cell: number,
  bounds: readonly Span[],
  choices: readonly string[],
): { x: number; y: number } {
  const { actions } = field;
  if (choices.length > 0) return towards(actions.data[cell]!, choices);
  const [x = 0, y = 0] = bounds.slice(0, 2).map(({ low, high }, i) => {
    const action = actions.data[cell * actions.columns + i]!;
    return (2 * action - low - high) / (high - low);
  });
  return { x, y };
}

const COMPASS: Readonly<Record<string, { x: number; y: number }>> = {
  up: { x: 0, y: 1 },
  right: { x: 1, y: 0 },
  down: { x: 0, y: -1 },
  left: { x: -1, y: 0 },
};

/** Where its name says, else spread from left to right. */
export function towards(choice: number, choices: readonly string[]): { x: number; y: number } {
  const spread = (2 * choice) / Math.max(1, choices.length - 1) - 1;
  return COMPASS[choices[choice] ?? ''] ?? { x: spread, y: 0 };
}

/** Whether actions are drawn from a Gaussian, through tanh or not. */
export function isGaussian({ policy }: Field): boolean {
  return policy === 'gaussian' || policy === 'squashed';
}

function gaussianOf(
  field: Field,
  cell: number,
  dimension: number,
): { mean: number; deviation: number } | null {
  if (!isGaussian(field)) return null;
  const { distribution } = field;
  const at = cell * distribution.columns + dimension;
  return {
    mean: distribution.data[at]!,
    deviation: distribution.data[at + distribution.columns / 2]!,
  };
}

function fromUnit(x: number, { low, high }: Span): number {
  return low + ((Math.min(1, Math.max(-1, x)) + 1) / 2) * (high - low);
}
