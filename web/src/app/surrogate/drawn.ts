import { highest } from '../../draw/extent';
import type { SurrogateDescription } from '../../protocol/surrogate';

/** Decimals of what is drawn. */
const DECIMALS = 2;

export const roundedDrawn = (value: number): number => Number(value.toFixed(DECIMALS)) || 0;

/** The gradient of J, the largest of its numbers 1. */
export function gradientDrawn({ gradients }: SurrogateDescription): readonly number[] {
  const own = gradients.find(({ weighting }) => weighting === 'discounted')?.gradient.flat() ?? [];
  const largest = highest(own.map(Math.abs)) || 1;
  return own.map((value) => roundedDrawn(value / largest));
}

/** What is drawn where it has a number for each logit, else the gradient. */
export function drawnFor(
  description: SurrogateDescription,
  drawn: readonly number[],
): readonly number[] {
  const gradient = gradientDrawn(description);
  return drawn.length === gradient.length ? drawn : gradient;
}

/** By the rows of logits, the states that have them. */
export function rowNames({ rows, states }: SurrogateDescription): string[] {
  const names = new Map<number, string[]>();
  rows.forEach((row, s) => names.set(row, [...(names.get(row) ?? []), states[s] ?? String(s)]));
  return [...names].sort(([a], [b]) => a - b).map(([, of]) => of.join(', '));
}
