import { formatValue, NOTHING } from '../text/format';
import { words } from '../text/en/gradient';
import type { Point } from './gradient-lines';

/** What was measured at a point, with its error, to two digits. */
export function spread(point: Point | null | undefined): string {
  if (!point) return NOTHING;
  const short = (value: number) => formatValue(Number(value.toPrecision(2)));
  return words().spread(short(point.value), short(point.error));
}
