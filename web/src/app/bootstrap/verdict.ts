import { bootstrapStrings } from '../text/en/bootstrap';
import { bestOf, type Part, partsOf, type Returns } from './returns';
import type { Axis, BootstrapSettings } from './settings';

export interface Verdict {
  /** how far to look */
  headline: string;
  /** why, and what the reader's own choice costs */
  sentences: readonly [string];
}

const words = () => bootstrapStrings().verdict;

/** Says in words what the figures show. */
export function verdict(returns: Returns, settings: BootstrapSettings): Verdict | null {
  const { axis, samples } = settings;
  const parts = partsOf(returns[axis], 'value', samples);
  const best = bestOf(parts);
  if (!best) return null;
  const own = parts.find(({ at }) => at === settings[axis]);
  return {
    headline: words().headline(returns.error, samples, lengthOf(axis, best), endOf(parts, best)),
    sentences: [
      [
        words().parts(best),
        ...(own && own !== best ? [words().own(lengthOf(axis, own), own, best)] : []),
        words().other(...otherOf(returns, settings, best)),
        ...gradient(returns, settings),
      ].join(' '),
    ],
  };
}

function lengthOf(axis: Axis, { at }: Part): string {
  return words().length(axis, at);
}

function endOf(parts: readonly Part[], best: Part): 'first' | 'last' | 'inside' {
  if (best === parts[0]) return 'first';
  return best === parts.at(-1) ? 'last' : 'inside';
}

/** The best of the other kind of return, and how its error compares. */
function otherOf(
  returns: Returns,
  { axis, samples }: BootstrapSettings,
  best: Part,
): [string, number] {
  const other = axis === 'n' ? 'lambda' : 'n';
  const found = bestOf(partsOf(returns[other], 'value', samples))!;
  return [lengthOf(other, found), found.sum / best.sum];
}

function gradient(returns: Returns, { axis, samples }: BootstrapSettings): string[] {
  const best = bestOf(partsOf(returns[axis], 'gradient', samples));
  return best ? [words().gradient(lengthOf(axis, best))] : [];
}
