import type { Arguments } from './requests';
import { LOCATIONS, type ScoreCommands } from './score-commands';
import { doubles, list, oneOf, whole } from './shapes';

/** Scores of one arm; what is dropped on the page may have more seeds than it trains. */
const scores = doubles(10_000);
const location = oneOf(...LOCATIONS);

/** What the worker that says what scores come to accepts. */
export const scoreArguments: Arguments<ScoreCommands> = {
  estimates: [list(scores, 0, 10_000), location],
  compare: [scores, scores],
  coverage: [whole(1, 1_000_000), location],
};
