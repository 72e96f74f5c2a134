/**
 * Sections of numbers, packed by the core into 32-bit words (docs/boundary.md). Everything read
 * from them is checked against its bounds, so a damaged frame is an error and never a wrong number.
 */
export const FRAME_MAGIC = 0x46504341;
export const FRAME_VERSION = 2;
const HEADER_WORDS = 4;
const SECTION_WORDS = 4;
const MAX_SECTIONS = 64;

/** Rows of numbers, row-major. */
export interface Table {
  rows: number;
  columns: number;
  data: Float32Array;
}

export class FrameError extends Error {
  override name = 'FrameError';
}

/**
 * Reads the first `words` words of `buffer` and copies every section out of it, by its id, so that
 * the buffer can be used again. Throws `FrameError` if the bytes are not a frame of this version.
 */
export function readSections(buffer: ArrayBuffer, words: number): Map<number, Table> {
  if (!Number.isInteger(words) || words < HEADER_WORDS || words * 4 > buffer.byteLength) {
    throw new FrameError(`frame: ${words} words do not fit ${buffer.byteLength} bytes`);
  }
  const header = new DataView(buffer, 0, words * 4);
  const word = (index: number) => header.getUint32(index * 4, true);
  if (word(0) !== FRAME_MAGIC) throw new FrameError(`frame: magic is ${word(0).toString(16)}`);
  if (word(1) !== FRAME_VERSION)
    throw new FrameError(`frame: version ${word(1)} is not ${FRAME_VERSION}`);
  const sections = word(2);
  const total = word(3);
  const body = HEADER_WORDS + SECTION_WORDS * sections;
  if (sections > MAX_SECTIONS || total > words || body > total) {
    throw new FrameError(`frame: ${sections} sections in ${total} of ${words} words`);
  }
  const tables = new Map<number, Table>();
  for (let i = 0; i < sections; i++) {
    const at = HEADER_WORDS + SECTION_WORDS * i;
    const [id, offset, rows, columns] = [word(at), word(at + 1), word(at + 2), word(at + 3)];
    const size = rows * columns;
    if (offset < body || offset + size > total) {
      throw new FrameError(`frame: section ${id} (${rows} x ${columns}) leaves the frame`);
    }
    if (tables.has(id)) throw new FrameError(`frame: section ${id} appears twice`);
    tables.set(id, { rows, columns, data: new Float32Array(buffer, offset * 4, size).slice() });
  }
  return tables;
}
