import { countAt, type NewBins, readBins } from './bins';
import { FrameError, readSections, type Table } from './sections';

const SECTION = {
  status: 1,
  draw: 2,
  episodes: 3,
  evaluations: 4,
  diagnostics: 5,
  probes: 6,
  replay: 11,
} as const;
const STATUS_COLUMNS = 12;

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

/** What a run reports. */
export interface Frame {
  status: Status;
  /** the columns that the environment's `draw` names in the catalog */
  draw: Float32Array;
  /** values: return, its lowest and highest, length */
  episodes: NewBins;
  /**
   * values: mean return, its lowest, highest and last, standard deviation over the start states,
   * number of start states, mean return by the task's own reward where another is written, or NaN
   */
  evaluations: NewBins;
  /** values: the algorithm's metrics */
  diagnostics: NewBins;
  /**
   * values: for each of the algorithm's probes the variance, its standard error, the
   * signal-to-noise ratio, its standard error
   */
  probes: NewBins;
  /** which policies what is replayed comes from, for `readIterations` */
  replay: Table | undefined;
}

/** Reads a frame. Throws `FrameError` as `readSections`, and if it has no status. */
export function decodeFrame(buffer: ArrayBuffer, words: number): Frame {
  const tables = readSections(buffer, words);
  const bins = (name: keyof typeof SECTION, values: number) =>
    readBins(tables.get(SECTION[name]), name, values);
  return {
    status: readStatus(tables.get(SECTION.status)),
    draw: tables.get(SECTION.draw)?.data ?? new Float32Array(0),
    episodes: bins('episodes', 4),
    evaluations: bins('evaluations', 6),
    diagnostics: bins('diagnostics', 0),
    probes: bins('probes', 0),
    replay: tables.get(SECTION.replay),
  };
}

function readStatus(table: Table | undefined): Status {
  if (table?.rows !== 1 || table.columns < STATUS_COLUMNS) {
    const size = `${table?.rows ?? 0} x ${table?.columns ?? 0}`;
    throw new FrameError(`frame: status is ${size}, not 1 x ${STATUS_COLUMNS}`);
  }
  const { data } = table;
  return {
    steps: countAt(data, 0),
    updates: countAt(data, 2),
    episodes: countAt(data, 4),
    seconds: data[6]!,
    diverged: data[7] !== 0,
    lastReturn: data[8]!,
    meanReturn: data[9]!,
    shownReturn: data[10]!,
    shownLength: data[11]!,
  };
}
