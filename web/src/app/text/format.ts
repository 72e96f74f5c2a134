const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fixed = (digits: number) =>
  new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const [tenths, hundredths] = [fixed(1), fixed(2)];
const exact = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });

/** What stands where there is no number yet. */
export const NOTHING = '–';

const withMinus = (text: string) => text.replace('-', '−');

/** A count, such as `12,000`. */
export function formatCount(value: number): string {
  return Number.isFinite(value) ? withMinus(whole.format(value)) : NOTHING;
}

/** A return, such as `−144.3` or `−1.77`. */
export function formatReturn(value: number): string {
  if (!Number.isFinite(value)) return NOTHING;
  const digits = Math.abs(value) < 10 ? hundredths : tenths;
  return withMinus(digits.format(value));
}

/** A parameter's value, such as `0.001` or `1e-6`. */
export function formatValue(value: number): string {
  const size = Math.abs(value);
  const isPlain = size === 0 || (size >= 1e-4 && size < 1e7);
  return withMinus(isPlain ? exact.format(value) : value.toExponential());
}
