import type { ArmId } from '../settings/arms';

/** A run to be frozen as it was at an environment step. */
export interface Freeze {
  run: ArmId;
  steps: number;
  /** hears why it cannot be */
  refuse: (reason: string) => void;
}
