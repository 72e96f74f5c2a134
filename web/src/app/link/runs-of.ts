import { ARM_IDS, type ArmId } from '../settings/arms';
import { runCount } from './run-count';

/** The runs that a hash asks for. */
export function runsOf(hash: string): readonly ArmId[] {
  return ARM_IDS.slice(0, runCount(hash));
}
