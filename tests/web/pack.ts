import { FRAME_MAGIC, FRAME_VERSION } from '../../web/src/protocol/sections';

export interface Section {
  id: number;
  columns: number;
  values: number[];
}

/** Packs sections as docs/boundary.md describes the frame. */
export function pack(sections: Section[]): Float32Array {
  const body = 4 + 4 * sections.length;
  const total = body + sections.reduce((sum, { values }) => sum + values.length, 0);
  const words = new Uint32Array(total);
  const floats = new Float32Array(words.buffer);
  words.set([FRAME_MAGIC, FRAME_VERSION, sections.length, total]);
  let offset = body;
  sections.forEach(({ id, columns, values }, i) => {
    words.set([id, offset, values.length / columns, columns], 4 + 4 * i);
    floats.set(values, offset);
    offset += values.length;
  });
  return floats;
}

/** A STATUS section (docs/boundary.md). */
export function status(steps: number, diverged = 0): Section {
  const counts = [0, steps, 0, steps, 0, 0];
  return { id: 1, columns: 12, values: [...counts, 0, diverged, NaN, NaN, 0, 0] };
}

/** A section of bins from the number `first` on, each of one row: its steps, then its values. */
export function bins(id: number, rows: readonly (readonly number[])[], first = 0): Section {
  const values = rows.map(([steps, ...rest], i) => [0, steps!, 0, 1, i, first + i, 1, ...rest]);
  return { id, columns: values[0]!.length, values: values.flat() };
}
