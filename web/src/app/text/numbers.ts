import type { LabTask } from '../../protocol/lab';
import { written } from '../../draw/language';
import { NOTHING } from './format';

/** A measured number: three digits, such as `0.0123` or `4.2e−7`. */
export function figure(value: number | null | undefined, digits = 3): string {
  if (value == null || !Number.isFinite(value)) return NOTHING;
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) {
    return written(value.toExponential(digits - 1));
  }
  return written(Number(value.toPrecision(digits)));
}

/** A measured number with its standard error. */
export function withError(value: number | null, error: number | null): string {
  if (value === null || error === null) return figure(value);
  return `${figure(value)} ± ${figure(error, 2)}`;
}

/** How many times `larger` is `smaller`, with a 95 % interval. */
export interface Ratio {
  value: number;
  low: number;
  high: number;
}

export interface Measured {
  value: number;
  error: number;
}

/** By the logarithm of the ratio, whose error is the sum of the relative ones. */
export function ratio(larger: Measured, smaller: Measured): Ratio {
  const value = larger.value / smaller.value;
  const spread = Math.hypot(larger.error / larger.value, smaller.error / smaller.value);
  const factor = Math.exp(1.96 * spread);
  return { value, low: value / factor, high: value * factor };
}

/**
 * The squared distance between the exact gradients by the learned critic and by the exact Q: what
 * no estimator can make good. `null` where one of them is not known.
 */
export function criticError({ exact, moment }: Pick<LabTask, 'exact' | 'moment'>): number | null {
  const known = moment?.oracle_exact;
  if (!exact || !known) return null;
  return exact.reduce((sum, value, i) => sum + (value - known[i]!) ** 2, 0);
}
