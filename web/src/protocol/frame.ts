/**
 * The frame: what a run reports, packed by the core into 32-bit words (docs/boundary.md).
 * Everything read from it is checked against its bounds, so a damaged frame is an error and never
 * a wrong number.
 */
export const FRAME_MAGIC = 0x46504341;
export const FRAME_VERSION = 1;
const HEADER_WORDS = 4;
const SECTION_WORDS = 4;
const MAX_SECTIONS = 64;

const SECTION = {
  status: 1,
  draw: 2,
  episodes: 3,
  evaluations: 4,
  diagnostics: 5,
  probes: 6,
} as const;

/** Rows of numbers, row-major. */
export interface Table {
  rows: number;
  columns: number;
  data: Float32Array;
}

export interface Status {
  /** environment steps taken */
  steps: number;
  /** gradient updates */
  updates: number;
  episodes: number;
  /** seconds spent training */
  seconds: number;
  diverged: boolean;
  /** return of the last training episode, NaN before the first */
  lastReturn: number;
  /** mean return of the last 20 training episodes, NaN before the first */
  meanReturn: number;
  /** return so far of the episode on display, and its length in environment steps */
  shownReturn: number;
  shownLength: number;
}

export interface Frame {
  status: Status;
  /** the columns that the environment's `draw` names in the catalog */
  draw: Float32Array;
  /** columns: environment steps, updates, seconds, return, length */
  episodes: Table;
  /** columns: environment steps, updates, seconds, mean return, standard deviation, start states */
  evaluations: Table;
  /** columns: environment steps, updates, seconds, then the algorithm's metrics */
  diagnostics: Table;
  /**
   * columns: environment steps, updates, seconds, then for each of the algorithm's probes the
   * variance, its standard error, the signal-to-noise ratio, its standard error
   */
  probes: Table;
}

export class FrameError extends Error {
  override name = 'FrameError';
}

const NO_ROWS: Table = { rows: 0, columns: 0, data: new Float32Array(0) };

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
  if (word(1) !== FRAME_VERSION) throw new FrameError(`frame: version ${word(1)} is not 1`);
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

/** Reads a frame. Throws `FrameError` as `readSections`, and if it has no status. */
export function decodeFrame(buffer: ArrayBuffer, words: number): Frame {
  const tables = readSections(buffer, words);
  return {
    status: status(required(tables, 'status', 9)),
    draw: tables.get(SECTION.draw)?.data ?? NO_ROWS.data,
    episodes: optional(tables, 'episodes', 5),
    evaluations: optional(tables, 'evaluations', 6),
    diagnostics: optional(tables, 'diagnostics', 3),
    probes: optional(tables, 'probes', 3),
  };
}

function status(table: Table): Status {
  const [steps, updates, episodes, seconds, diverged, lastReturn, meanReturn, ...shown] =
    table.data;
  return {
    steps: steps!,
    updates: updates!,
    episodes: episodes!,
    seconds: seconds!,
    diverged: diverged !== 0,
    lastReturn: lastReturn!,
    meanReturn: meanReturn!,
    shownReturn: shown[0]!,
    shownLength: shown[1]!,
  };
}

function required(tables: Map<number, Table>, name: keyof typeof SECTION, columns: number): Table {
  const table = optional(tables, name, columns);
  if (table.rows !== 1) throw new FrameError(`frame: ${name} has ${table.rows} rows, not 1`);
  return table;
}

function optional(tables: Map<number, Table>, name: keyof typeof SECTION, columns: number): Table {
  const table = tables.get(SECTION[name]);
  if (!table || table.rows === 0) return NO_ROWS;
  if (table.columns < columns) {
    throw new FrameError(`frame: ${name} has ${table.columns} columns, at least ${columns} needed`);
  }
  return table;
}
