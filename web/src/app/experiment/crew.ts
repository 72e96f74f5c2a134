import type { Settings } from '../../protocol/config';
import type { ArmId } from '../settings/arms';

/** What trains as the runs do without being on display: further seeds of every arm. */
export interface Crew {
  /** whether some of it has not come to where it stops */
  readonly isBehind: boolean;
  /** The runs of these arms start over. */
  startOver(ids: readonly ArmId[]): void;
  /** Live parameters of these arms change. */
  tune(ids: readonly ArmId[], changes: Settings): void;
  /** The run of this arm has been stepped to an environment step. */
  advance(id: ArmId, steps: number): void;
  /** An arm is about to appear that goes on from where another is. */
  fork(from: ArmId, to: ArmId): void;
}
