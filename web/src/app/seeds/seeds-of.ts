import type { Playground } from '../experiment/playground';
import { Seeds } from './seeds';
import { connectCrew, connectScores } from './workers';

const known = new WeakMap<Playground, Seeds>();

/** The seeds of a playground, from when they are first asked for. */
export function seedsOf(playground: Playground): Seeds {
  const seeds = known.get(playground) ?? new Seeds(playground, connectCrew, connectScores);
  known.set(playground, seeds);
  return seeds;
}
