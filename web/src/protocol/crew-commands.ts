import type { Activity } from './commands';
import type { Fingerprint, Loaded, Saved } from './run-commands';

/** What the page asks of a worker that trains several runs which nobody watches, by numbers. */
export interface CrewCommands {
  /** Begins a run under a new number; resolves to its canonical configuration. */
  create: { args: [run: number, config: string]; result: string };
  /** Goes on with the run of a checkpoint under a new number; refuses other bytes. */
  load: { args: [run: number, checkpoint: ArrayBuffer]; result: Loaded };
  /** Ends a run. */
  end: { args: [run: number]; result: null };
  /** A checkpoint of a run as it is now. */
  save: { args: [run: number]; result: Saved };
  digest: { args: [run: number]; result: Fingerprint };
  /** Changes live parameters of a run, all or nothing. */
  tune: { args: [run: number, changes: string]; result: null };
  /** Trains a run up to an environment step while the others rest, until the pace changes. */
  advance: { args: [run: number, steps: number]; result: null };
  /** Trains all runs as fast as possible, up to an environment step if any, or none. */
  pace: { args: [running: boolean, stopAt: number | null]; result: null };
  /** What has come of each run since the last report. */
  report: { args: []; result: Report[] };
}

/** A frame of one run. */
export interface Report {
  run: number;
  buffer: ArrayBuffer;
  /** of the buffer, that the frame takes */
  words: number;
  activity: Activity;
  /** why the run diverged, else `""` */
  status: string;
}
