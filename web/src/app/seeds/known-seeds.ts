import type { Playground } from '../experiment/playground';
import type { Seeds } from './seeds';

/** What trains the seeds of each playground, of those that were ever asked for them. */
export const knownSeeds = new WeakMap<Playground, Seeds>();
