import { lineMarker } from '../../draw/gradient-curves';
import type { EstimatorStyle } from '../../draw/lab/marker';
import { runDash } from '../../draw/line-style';
import { runColor } from '../kit/color-theme';
import { words } from '../text/en/gradient';
import type { GradientLine } from './gradient-lines';

/** How an estimator of a run looks. */
export function styleOf({ run, style }: GradientLine): EstimatorStyle {
  return { name: run, color: runColor(run), dash: runDash(style), marker: lineMarker(style) };
}

/** What an estimator of a run is called. */
export function nameOf({ run, title, isActive }: GradientLine): string {
  return words().line(run, isActive ? words().trains(title) : title);
}
