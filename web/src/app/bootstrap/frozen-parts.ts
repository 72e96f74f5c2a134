import type { Frozen } from './frozen-runs';
import { bestOf, type Part } from './returns';

/** The error of a mean of some returns, in its parts, with standard errors. */
export interface FrozenPart extends Part {
  /** that of the sum is at most so large: both parts are from the same states */
  errors: Readonly<Record<'bias' | 'variance' | 'sum', number>>;
}

const COLUMNS = 5;
/** Standard errors that tell two lengths apart. */
const APART = 1.96;

/** From the core's rows of n, squared bias, its error, variance, its error. */
export function frozenParts({ rows }: Pick<Frozen, 'rows'>, samples: number): FrozenPart[] {
  return Array.from({ length: rows.length / COLUMNS }, (_, i) => {
    const [at, bias, biasError, noise, noiseError] = rows.subarray(COLUMNS * i) as unknown as [
      number,
      number,
      number,
      number,
      number,
    ];
    const [variance, error] = [noise / samples, noiseError / samples];
    const errors = { bias: biasError, variance: error, sum: biasError + error };
    return { at, bias, variance, sum: bias + variance, errors };
  });
}

/** Lengths that do as well as the best one, as far as is known: the first and the last. */
export function asGood(parts: readonly FrozenPart[]): { low: number; high: number } | undefined {
  const best = bestOf(parts) as FrozenPart | undefined;
  if (!best) return undefined;
  const isApart = ({ sum, errors }: FrozenPart) =>
    sum - best.sum > APART * (errors.sum + best.errors.sum);
  const good = parts.filter((part) => !isApart(part)).map(({ at }) => at);
  return { low: good[0]!, high: good.at(-1)! };
}

/** The critic's squared error after one step, in variances of a whole return. */
export function criticError(parts: readonly FrozenPart[], samples: number): number {
  return parts[0]!.bias / (samples * parts.at(-1)!.variance);
}
