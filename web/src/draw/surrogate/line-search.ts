import { highest, lowest } from '../extent';
import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from '../lab/axes';
import { written } from '../language';
import { runDash } from '../line-style';
import { clamp, dot, line, type Point } from '../shapes';
import type { Size, Theme } from '../theme';

/** One quantity along the line. */
export interface Curve {
  label: string;
  color: string;
  /** number of its dashes */
  dash: number;
  values: readonly number[];
}

export interface LineSearch {
  xLabel: string;
  yLabel: string;
  etas: readonly number[];
  /** the last is drawn first; those above hold the axes */
  curves: readonly Curve[];
  /** what may leave the picture below, as a bound does; drawn under the curves */
  bound: Curve | null;
  /** of the cursor */
  place: number;
  /** steps that are named, with their words */
  marks: readonly { eta: number; label: string }[];
}

/** Of the height above the start, how much is shown below it. */
const BELOW = 0.6;
const ROOM = 0.08;

/** The return and its surrogate against the step size, with a cursor that reads both. */
export function drawLineSearch(
  context: CanvasRenderingContext2D,
  figure: LineSearch,
  size: Size,
  theme: Theme,
): void {
  const area = plotArea(size);
  const { x, y } = axesOf(figure);
  drawAxes(context, area, x, y, theme);
  const at = (place: number, value: number): Point => ({
    x: xAt(area, x, figure.etas[place] ?? 0),
    y: yAt(area, y, value),
  });
  inside(context, area, () => {
    drawMarks(context, figure, area, x, theme);
    if (figure.bound) drawCurve(context, figure.bound, at, 1.75);
    for (const curve of figure.curves.toReversed()) drawCurve(context, curve, at, 2.75);
  });
  drawCursor(context, figure, area, at, theme);
}

/** Of a place in the picture, the nearest step. */
export function placeAt(figure: Pick<LineSearch, 'etas'>, pixel: number, width: number): number {
  const area = plotArea({ width, height: 0 });
  const share = (pixel - area.left) / (area.right - area.left);
  return Math.round(clamp(share, 0, 1) * (figure.etas.length - 1));
}

/** What falls far below the start does not flatten the rest. */
export function axesOf({ etas, curves, xLabel, yLabel }: LineSearch): { x: Axis; y: Axis } {
  const values = curves.flatMap((curve) => curve.values.filter(Number.isFinite));
  const start = lowest(curves.map((curve) => curve.values[0] ?? Infinity));
  const high = values.length > 0 ? highest(values) : 1;
  const height = high - start || 1;
  const low = Math.max(lowest(values), start - 2 * height);
  const bottom = Math.min(low, start - BELOW * height);
  return {
    x: { scale: { low: 0, high: etas.at(-1) ?? 1, kind: 'linear' }, label: xLabel },
    y: {
      scale: { low: bottom - ROOM * height, high: high + ROOM * height, kind: 'linear' },
      label: yLabel,
    },
  };
}

function drawCurve(
  context: CanvasRenderingContext2D,
  { values, color, dash }: Curve,
  at: (place: number, value: number) => Point,
  width: number,
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash(runDash(dash));
  context.beginPath();
  let isDown = false;
  values.forEach((value, place) => {
    if (!Number.isFinite(value)) return;
    const { x, y } = at(place, value);
    if (isDown) context.lineTo(x, y);
    else context.moveTo(x, y);
    isDown = true;
  });
  context.stroke();
  context.setLineDash([]);
}

function drawMarks(
  context: CanvasRenderingContext2D,
  { marks }: LineSearch,
  area: Area,
  x: Axis,
  theme: Theme,
): void {
  context.font = `12px ${theme.font}`;
  context.textBaseline = 'bottom';
  marks.forEach(({ eta, label }, row) => {
    const at = xAt(area, x, eta);
    const isRight = at > (area.left + area.right) / 2;
    context.setLineDash([2, 4]);
    line(context, { x: at, y: area.top }, { x: at, y: area.bottom }, 1.5, theme.muted);
    context.setLineDash([]);
    context.fillStyle = theme.muted;
    context.textAlign = isRight ? 'right' : 'left';
    context.fillText(label, at + (isRight ? -6 : 6), area.bottom - 6 - 16 * row);
  });
}

/** A line to hold, and what each curve is where it stands. */
function drawCursor(
  context: CanvasRenderingContext2D,
  { curves, place, etas }: LineSearch,
  area: Area,
  at: (place: number, value: number) => Point,
  theme: Theme,
): void {
  if (etas.length === 0) return;
  const { x } = at(place, 0);
  line(context, { x, y: area.top }, { x, y: area.bottom }, 2, theme.ink);
  dot(context, { x, y: area.bottom }, 9, theme.ink);
  dot(context, { x, y: area.bottom }, 3.5, theme.ground);
  const isRight = x > (area.left + area.right) / 2;
  const shown = curves
    .map((curve) => ({ ...curve, value: curve.values[place] ?? NaN }))
    .filter(({ value }) => Number.isFinite(value))
    .map((curve) => ({ ...curve, y: clamp(at(place, curve.value).y, area.top, area.bottom) }))
    .sort((a, b) => a.y - b.y);
  context.font = `600 13px ${theme.font}`;
  context.textAlign = isRight ? 'right' : 'left';
  context.textBaseline = 'middle';
  shown.forEach(({ y, color, label, value }, i) => {
    dot(context, { x, y }, 7, theme.ground);
    dot(context, { x, y }, 5, color);
    const height = i === 0 ? Math.max(y - 14, area.top + 8) : Math.min(y + 14, area.bottom - 20);
    const text = `${label} ${written(Number(value.toPrecision(4)))}`;
    const side = isRight ? x - 12 : x + 12;
    context.strokeStyle = theme.ground;
    context.lineWidth = 4;
    context.strokeText(text, side, height);
    context.fillStyle = color;
    context.fillText(text, side, height);
  });
}
