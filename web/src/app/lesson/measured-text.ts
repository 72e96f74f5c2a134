import type { Expression } from '../../protocol/lesson';
import { formatCount, formatReturn } from '../text/format';
import { figure } from '../text/numbers';
import { lessonStrings as words } from '../text/en/lesson';
import { type Facts, measure, type Measured } from './measuring';

/** A measured number with its standard error, as many digits as that leaves. */
export function measuredText(measured: Measured | null): string {
  if (!measured) return words().measuredNothing;
  const { value, error } = measured;
  if (value === Infinity) return words().never;
  if (error === null || error === 0) return plainText(value);
  return `${plainText(value)} ± ${plainText(Number(error.toPrecision(2)))}`;
}

/** A number as it reads best: a count, a return, or three digits. */
export function plainText(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) || (size >= 1e4 && size < 1e7)) return formatCount(value);
  return size >= 1 && size < 1e7 ? formatReturn(value) : figure(value);
}

/** Fills in what a text says is measured. */
export function fillIn(root: ParentNode, facts: Facts): void {
  for (const place of root.querySelectorAll<HTMLElement>('.measured')) {
    const expression = JSON.parse(place.dataset.measure!) as Expression;
    const text = measuredText(measure(expression, facts));
    if (place.textContent !== text) place.textContent = text;
  }
}
