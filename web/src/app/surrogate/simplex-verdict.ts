import { highest } from '../../draw/extent';
import type { SurrogateSimplex } from '../../protocol/surrogate';
import { simplexStrings } from '../text/en/simplex';
import { simplexNumbers, type SurrogateSettings } from './surrogate-settings';
import type { Verdict } from './verdict';

/** Standard errors of a difference that is one. */
const CLEAR = 3;

/** Where sampled runs end, and whether it is the noise that decides it. */
export function simplexVerdict(
  found: (SurrogateSimplex & { settings: SurrogateSettings }) | null,
): Verdict | null {
  if (!found) return null;
  const say = simplexStrings();
  const { ends, mirrored, path, variance, j, settings } = found;
  const { rewards, offset } = simplexNumbers(settings);
  const best = rewards.indexOf(highest(rewards));
  const runs = ends.reduce((sum, each) => sum + each, 0);
  const [own, other] = [ends[best]!, mirrored[best]!];
  const last = path.at(-1)!.reduce((sum, p, arm) => sum + p * rewards[arm]!, 0);
  const sentences = [say.variance(variance, offset)];
  if (offset !== 0) sentences.push(isClear(own, other, runs) ? say.apart : say.alike);
  return {
    headline: say.verdict({ best: own, runs, offset, mirrored: other }),
    sentences: [...sentences, say.path(j, last)],
  };
}

/** Whether two counts of as many runs differ by more than chance. */
function isClear(a: number, b: number, runs: number): boolean {
  const share = (a + b) / (2 * runs);
  return Math.abs(a - b) / runs > CLEAR * Math.sqrt((2 * share * (1 - share)) / runs);
}
