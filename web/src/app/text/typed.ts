import { numerals } from '../../draw/language';

const sample = numerals({ minimumFractionDigits: 1, useGrouping: 'always' });

/** What the language puts between thousands, and before decimals. */
const signs = () => sample(1234.5).match(/\D/g) as [string, string];

/** The digits of a number as a field shows them: with the language's decimal sign alone. */
export function fieldText(digits: string): string {
  return Number.isFinite(Number(digits)) ? digits.replace('.', signs()[1]) : digits;
}

/**
 * A number as it is typed, in the digits of links and files: `12.000,5` is `12000.5` where it is
 * written so. What is no number stays as it is, and so does `0.001` everywhere.
 */
export function typedDigits(text: string): string {
  const [group, point] = signs();
  const [whole = '', ...decimals] = text.trim().replace('−', '-').split(point);
  const groups = whole.split(group);
  const isGrouped =
    /^-?[1-9]\d{0,2}$/.test(groups[0]!) && groups.slice(1).every((each) => /^\d{3}$/.test(each));
  return [isGrouped ? groups.join('') : whole, ...decimals].join('.');
}
