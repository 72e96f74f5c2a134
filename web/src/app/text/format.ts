import { numerals, written } from '../../draw/language';

const whole = numerals({ maximumFractionDigits: 0 });
const fixed = (digits: number) =>
  numerals({ minimumFractionDigits: digits, maximumFractionDigits: digits });
const [tenths, hundredths] = [fixed(1), fixed(2)];
const exact = numerals({ maximumSignificantDigits: 6 });

/** What stands where there is no number yet. */
export const NOTHING = '–';

/** A count, such as `12,000`. */
export function formatCount(value: number): string {
  return Number.isFinite(value) ? whole(value) : NOTHING;
}

/** A return, such as `−144.3` or `−1.77`. */
export function formatReturn(value: number): string {
  if (!Number.isFinite(value)) return NOTHING;
  return Math.abs(value) < 10 ? hundredths(value) : tenths(value);
}

/** A parameter's value, such as `0.001` or `1e-6`. */
export function formatValue(value: number): string {
  const size = Math.abs(value);
  const isPlain = size === 0 || (size >= 1e-4 && size < 1e7);
  return isPlain ? exact(value) : written(value.toExponential());
}
