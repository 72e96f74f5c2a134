import { FRAME_MAGIC, FRAME_VERSION } from '../../web/src/protocol/frame';

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
  return { id: 1, columns: 9, values: [steps, steps, 0, 0, diverged, NaN, NaN, 0, 0] };
}
