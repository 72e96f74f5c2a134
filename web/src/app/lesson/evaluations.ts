import type { Bin } from '../../protocol/bins';
import type { Measured } from './measuring';

/** Where a bin has its highest and its last mean, and of the last one the scatter over states. */
const [HIGHEST, LAST, DEVIATION, STATES] = [2, 3, 4, 5];

/** The best evaluation; where several have become one, its own scatter is no longer known. */
export function bestOf(bins: readonly Bin[]): Measured | null {
  const [first, ...others] = bins;
  if (!first) return null;
  const best = others.reduce((a, b) => (b.values[HIGHEST]! > a.values[HIGHEST]! ? b : a), first);
  return { value: best.values[HIGHEST]!, error: best.rows === 1 ? errorOf(best) : null };
}

/** The last evaluation, with the scatter over its start states. */
export function lastOf(bins: readonly Bin[]): Measured | null {
  const last = bins.at(-1);
  return last ? { value: last.values[LAST]!, error: errorOf(last) } : null;
}

function errorOf({ values }: Bin): number | null {
  const error = values[DEVIATION]! / Math.sqrt(values[STATES]!);
  return Number.isFinite(error) ? error : null;
}
