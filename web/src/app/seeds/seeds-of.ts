import type { Playground } from '../experiment/playground';
import { knownSeeds } from './known-seeds';
import { Seeds } from './seeds';
import { connectCrew, connectScores } from './workers';

/** The seeds of a playground, from when they are first asked for. */
export function seedsOf(playground: Playground): Seeds {
  const seeds = knownSeeds.get(playground) ?? new Seeds(playground, connectCrew, connectScores);
  knownSeeds.set(playground, seeds);
  return seeds;
}
