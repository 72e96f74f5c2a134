import { RUN_IDS, type RunId } from './run';
import { runCount } from './run-count';

/** The runs that a hash asks for. */
export function runsOf(hash: string): readonly RunId[] {
  return RUN_IDS.slice(0, runCount(hash));
}
