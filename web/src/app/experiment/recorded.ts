import type { RecordedEvaluation } from '../../protocol/sweep';
import type { Resolved } from '../settings/settings';

/** The name of an arm that was recorded elsewhere, and is on display. */
export type RecordedId = 'R1' | 'R2' | 'R3' | 'R4';
export const RECORDED_IDS: readonly RecordedId[] = ['R1', 'R2', 'R3', 'R4'];

export interface RecordedSeed {
  seed: string;
  evaluations: readonly RecordedEvaluation[];
  /** `""` where it went well to the end */
  status: string;
}

/** Runs of a sweep that differ by nothing but their seed. */
export interface RecordedArm {
  /** the preset that it is, else what sets it apart from the other arms */
  name: string;
  /** without the seed */
  config: string;
  resolved: Resolved;
  steps: number;
  /** ascending; at least one has an evaluation */
  seeds: readonly RecordedSeed[];
  /** `null`: not on display */
  id: RecordedId | null;
}

/** What `acp sweep` wrote, as it was opened. */
export interface Sweep {
  /** the file or the folder */
  source: string;
  /** in the order of the plan */
  arms: readonly RecordedArm[];
  /** that made the results, each once */
  builds: readonly string[];
  /** runs of the plan without a result: begun, failed, and neither */
  begun: number;
  failed: number;
  missing: number;
}

/** An arm that is on display. */
export type ShownArm = RecordedArm & { id: RecordedId };

export function shownArms(sweeps: readonly Sweep[]): ShownArm[] {
  return sweeps
    .flatMap(({ arms }) => arms)
    .filter((arm): arm is ShownArm => arm.id !== null)
    .sort((a, b) => a.id.localeCompare(b.id));
}
