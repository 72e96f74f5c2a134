import { RUN_IDS, type RunId } from './run';

/** As many runs as a hash asks for, else two. */
export function runsOf(hash: string): readonly RunId[] {
  return RUN_IDS.slice(0, Number(/[#&]runs=([1-4])(?:&|$)/.exec(hash)?.[1] ?? 2));
}
