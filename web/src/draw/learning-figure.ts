import type { Curve } from './curve-data';
import { drawBand, drawLine, drawReferences, places } from './curve-parts';
import type { CurveStyle } from './curves';
import { highest, lowest } from './extent';
import { type Axis, drawAxes, inside, plotArea } from './lab/axes';
import { dot } from './shapes';
import type { Size, Theme } from './theme';
import { type Reference, valueRange } from './value-range';

/** The learning curves as they are printed. */
export interface LearningFigure {
  xLabel: string;
  yLabel: string;
  references: readonly Reference[];
  runs: readonly PrintedRun[];
}

export interface PrintedRun extends CurveStyle {
  evaluations: Curve;
  episodes: Curve;
  /** ends of the episodes' band, at the same x; empty without one */
  band: { low: readonly number[]; high: readonly number[] };
}

/** How much of an episode's line covers what is under it, and of a band. */
const [FAINT, FAINTER] = [0.3, 0.08];
/** CSS pixels across the dot of an evaluation. */
const DOT = 7;
/** The last tick needs some to its right. */
const ROOM = 1.02;

/** The chart of the page, on a context that may write SVG. */
export function drawLearningCurves(
  context: CanvasRenderingContext2D,
  figure: LearningFigure,
  size: Size,
  theme: Theme,
): void {
  const area = plotArea(size);
  const { x, y } = axesOf(figure);
  drawAxes(context, area, x, y, theme);
  inside(context, area, () => {
    drawReferences(context, figure.references, area, y, theme);
    context.lineJoin = 'round';
    for (const { episodes, band, color } of figure.runs) {
      context.globalAlpha = FAINTER;
      drawBand(
        context,
        places({ x: episodes.x, y: band.low }, area, x, y),
        places({ x: episodes.x, y: band.high }, area, x, y),
        color,
      );
      context.globalAlpha = FAINT;
      drawLine(context, places(episodes, area, x, y), 1, [], color);
      context.globalAlpha = 1;
    }
    for (const { evaluations, color, dash } of figure.runs) {
      const at = places(evaluations, area, x, y);
      drawLine(context, at, 2.25, dash, color);
      if (at.length * DOT > area.right - area.left) continue; // they would hide the line
      for (const [left, top] of at) {
        dot(context, { x: left, y: top }, DOT / 2, color);
        dot(context, { x: left, y: top }, 1.5, theme.ground);
      }
    }
  });
}

function axesOf({ runs, references, xLabel, yLabel }: LearningFigure): { x: Axis; y: Axis } {
  let [last, low, high] = [0, Infinity, -Infinity];
  for (const { x, y } of runs.flatMap((run) => [run.evaluations, run.episodes])) {
    last = Math.max(last, highest(x));
    [low, high] = [Math.min(low, lowest(y)), Math.max(high, highest(y))];
  }
  for (const { band } of runs) {
    [low, high] = [Math.min(low, lowest(band.low)), Math.max(high, highest(band.high))];
  }
  const [bottom, top] = valueRange(low, high, references);
  return {
    x: { scale: { low: 0, high: ROOM * (last || 1), kind: 'linear' }, label: xLabel },
    y: { scale: { low: bottom, high: top, kind: 'linear' }, label: yLabel },
  };
}
