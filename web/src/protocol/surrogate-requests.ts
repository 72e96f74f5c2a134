import type { Arguments } from './requests';
import { bytes, doubles, number, orNull, text, whole } from './shapes';
import type { SurrogateCommands } from './surrogate-commands';

/** The longest step along a line. */
const LARGEST_STEP = 1e6;
const LARGEST_SEED = 2147483647;

/** What the surrogate laboratory's worker accepts. */
export const surrogateArguments: Arguments<SurrogateCommands> = {
  catalog: [],
  simplex: [text],
  open: [text, orNull(bytes)],
  draw: [doubles(10_000)],
  line: [text, doubles(10_000)],
  at: [text, number(0, LARGEST_STEP)],
  rollouts: [text, number(0, LARGEST_STEP), whole(1, 10_000), whole(0, LARGEST_SEED)],
  improve: [text],
  estimate: [text, doubles(1000), whole(1, 10_000), whole(0, LARGEST_SEED)],
  path: [text],
  surface: [whole(1, 100)],
  polytope: [],
};
