import { highest, lowest } from './extent';

/** A horizontal line to compare with. */
export interface Reference {
  value: number;
  label: string;
  /** on which side of its line the label stands */
  side: 'above' | 'below';
}

/** All values and all references, with a little room. */
export function valueRange(
  min: number | null,
  max: number | null,
  references: readonly Pick<Reference, 'value'>[],
): [number, number] {
  const values = references.map((reference) => reference.value);
  for (const value of [min, max]) {
    if (value !== null && Number.isFinite(value)) values.push(value);
  }
  if (values.length === 0) return [0, 1];
  const [low, high] = [lowest(values), highest(values)];
  const room = 0.06 * (high - low || 1);
  return [low - room, high + room];
}
