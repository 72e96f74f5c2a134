import type { Field } from '../../web/src/protocol/field';
import type { Table } from '../../web/src/protocol/sections';

export function table(columns: number, values: number[]): Table {
  return { rows: columns && values.length / columns, columns, data: Float32Array.from(values) };
}

/** A field of 2 by 2 cells over two components of a pendulum, unless said otherwise. */
export function makeField(changes: Partial<Field> = {}): Field {
  return {
    across: { index: 0, cells: 2, low: -1, high: 1 },
    up: { index: 1, cells: 2, low: 0, high: 4 },
    policy: 'squashed',
    critic: 'q',
    alpha: 0,
    state: Float32Array.from([0.5, 3]),
    values: table(1, [1, 2, 3, 4]),
    actions: table(1, [-2, 0, 1, 2]),
    distribution: table(2, [-9, 1, 0, 0.5, 0.5, 1, 9, 1]),
    ...changes,
  };
}
