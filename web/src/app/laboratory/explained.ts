import type { Formula } from '../figure/figure';
import bias from './formulas/bias.tex';
import cosine from './formulas/cosine.tex';
import efficiency from './formulas/efficiency.tex';
import evaluations from './formulas/evaluations.tex';
import mean from './formulas/mean.tex';
import mse from './formulas/mse.tex';
import seconds from './formulas/seconds.tex';
import snr from './formulas/snr.tex';
import variance from './formulas/variance.tex';
import { labStrings } from '../text/en/laboratory';

export type Column = keyof ReturnType<typeof labStrings>['table']['columns'];

const formulas: Readonly<Record<Column, string>> = {
  mean,
  variance,
  bias,
  mse,
  snr,
  cosine,
  evaluations,
  seconds,
  efficiency,
};

/** What is measured of every estimator. */
export const COLUMNS = Object.keys(formulas) as Column[];

/** How one of them is defined. */
export function explained(column: Column): Formula[] {
  const { help } = labStrings().table.columns[column];
  return [{ mathml: formulas[column], text: help }];
}
