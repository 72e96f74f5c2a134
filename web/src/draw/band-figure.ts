import { type Band, edgesOf } from './bands';
import type { Curve } from './curve-data';
import { drawBand, drawLine, drawReferences, places } from './curve-parts';
import type { CurveStyle } from './curves';
import { highest, lowest } from './extent';
import { type Axis, drawAxes, inside, plotArea } from './lab/axes';
import type { Size, Theme } from './theme';
import { type Reference, valueRange } from './value-range';

/** Arms of several seeds as they are printed. */
export interface BandFigure {
  xLabel: string;
  yLabel: string;
  references: readonly Reference[];
  arms: readonly (CurveStyle & Band)[];
}

const [SEED, BAND] = [0.16, 0.2];
/** The last tick needs some room to its right. */
const ROOM = 1.02;

/** Each seed faint, over it the bands, and the middles on top, on a context that may write SVG. */
export function drawBands(
  context: CanvasRenderingContext2D,
  figure: BandFigure,
  size: Size,
  theme: Theme,
): void {
  const area = plotArea(size);
  const { x, y } = axesOf(figure);
  const at = (curve: Curve) => places(curve, area, x, y);
  drawAxes(context, area, x, y, theme);
  inside(context, area, () => {
    drawReferences(context, figure.references, area, y, theme);
    context.lineJoin = 'round';
    context.globalAlpha = SEED;
    for (const { seeds, color, dash } of figure.arms) {
      for (const seed of seeds) drawLine(context, at(seed), 1, dash, color);
    }
    context.globalAlpha = BAND;
    for (const { points, color } of figure.arms) {
      const [, low, high] = edgesOf(points);
      drawBand(context, at(low), at(high), color);
    }
    context.globalAlpha = 1;
    for (const { points, color, dash } of figure.arms) {
      drawLine(context, at(edgesOf(points)[0]), 2.5, dash, color);
    }
  });
}

function axesOf({ arms, references, xLabel, yLabel }: BandFigure): { x: Axis; y: Axis } {
  const curves = arms.flatMap(({ seeds, points }) => [...seeds, ...edgesOf(points)]);
  const last = highest(curves.map(({ x }) => highest(x)));
  const [low, high] = [
    lowest(curves.map(({ y }) => lowest(y))),
    highest(curves.map(({ y }) => highest(y))),
  ];
  const [bottom, top] = valueRange(low, high, references);
  const end = Number.isFinite(last) && last > 0 ? last : 1;
  return {
    x: { scale: { low: 0, high: ROOM * end, kind: 'linear' }, label: xLabel },
    y: { scale: { low: bottom, high: top, kind: 'linear' }, label: yLabel },
  };
}
