import type { LabResult } from '../../protocol/lab';
import type { Rows } from '../figure/figure';

/** Everything that was measured, in the core's names and at full length; with a heading row. */
export function figureRows(rows: readonly { id: string; result: LabResult }[]): Rows {
  const heads = [...new Set(rows.flatMap(({ result }) => Object.keys(numbersOf(result))))];
  return [
    ['estimator', ...heads],
    ...rows.map(({ id, result }) => {
      const numbers = numbersOf(result);
      return [id, ...heads.map((head) => numbers[head] ?? null)];
    }),
  ];
}

/** The single numbers of a result, and those of each parameter as `mean.log_sigma`. */
function numbersOf({ parameters, ...result }: LabResult): Record<string, number | null> {
  const numbers: Record<string, number | null> = {};
  for (const [name, value] of Object.entries(result)) {
    if (typeof value === 'number') numbers[name] = value;
    else if (Array.isArray(value) && name !== 'covariance') {
      value.forEach((each, i) => {
        if (typeof each === 'number') {
          numbers[`${name}.${parameters[i]}`] = Number.isFinite(each) ? each : null;
        }
      });
    }
  }
  return numbers;
}
