import type { Curve } from '../curve-data';
import { highest, lowest } from '../extent';
import type { Size, Theme } from '../theme';
import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from './axes';
import { drawMarker, type EstimatorStyle } from './marker';
import type { Scale } from './scale';

export interface LinePoint {
  x: number;
  value: number;
  /** ends of the band */
  lower: number;
  upper: number;
  /** what theory says, if it says something */
  expected?: number;
}

export interface LineSeries {
  style: EstimatorStyle;
  /** CSS pixels */
  width: number;
  points: readonly LinePoint[];
  /** what the line is the middle of, drawn faintly */
  seeds?: readonly Curve[];
}

export interface LineFigure {
  xLabel: string;
  yLabel: string;
  xScale: 'linear' | 'log';
  /** where the axis ends, if not at the last point */
  xEnd?: number;
  yScale: 'linear' | 'log';
  /** a value to compare with */
  target: { value: number; label: string } | null;
  series: readonly LineSeries[];
}

/** CSS pixels between the markers of a line. */
const SPACING = 56;
/** How much of a band covers what is under it, and of a faint line. */
const [OPACITY, FAINT] = [0.16, 0.22];

/** Lines with bands; theory in thin dots over each line. */
export function drawLines(
  context: CanvasRenderingContext2D,
  figure: LineFigure,
  size: Size,
  theme: Theme,
): void {
  const area = plotArea(size);
  const { x, y } = axesOf(figure);
  drawAxes(context, area, x, y, theme);
  inside(context, area, () => {
    drawTarget(context, figure, area, y, theme);
    for (const series of figure.series) drawSeeds(context, series, area, x, y);
    for (const series of figure.series) drawBand(context, series, area, x, y);
    for (const series of figure.series) drawSeries(context, series, area, x, y, theme);
  });
}

/** Axes that hold every line; a logarithm has no place for what is not positive. */
export function axesOf({ series, target, xEnd, ...labels }: LineFigure): {
  x: Axis;
  y: Axis;
} {
  const { xLabel, yLabel, xScale, yScale } = labels;
  const points = series.flatMap((each) => each.points);
  const seeds = series.flatMap((each) => each.seeds ?? []);
  const values = [...points.map(({ value }) => value), ...seeds.flatMap(({ y }) => y)].filter(
    (value) => isDrawn(value, yScale),
  );
  const heights = [...values, ...(target ? [target.value] : [])];
  const [low, high] = heights.length > 0 ? [lowest(heights), highest(heights)] : [0.1, 1];
  const first = xScale === 'log' ? 1 : 0;
  const ends = [...points.map((point) => point.x), ...seeds.flatMap((seed) => seed.x)];
  const last = xEnd ?? Math.max(first + 9, highest(ends));
  return {
    x: { scale: { low: first, high: last, kind: xScale }, label: xLabel },
    y: { scale: { ...withRoom(low, high, yScale), kind: yScale }, label: yLabel },
  };
}

function isDrawn(value: number, kind: Scale['kind']): boolean {
  return Number.isFinite(value) && (kind === 'linear' || value > 0);
}

function withRoom(low: number, high: number, kind: Scale['kind']): { low: number; high: number } {
  if (kind === 'log') return { low: low / 2, high: high * 2 };
  const room = 0.06 * (high - low || Math.abs(high) || 1);
  return { low: low - room, high: high + room };
}

function drawTarget(
  context: CanvasRenderingContext2D,
  { target }: LineFigure,
  area: Area,
  y: Axis,
  theme: Theme,
): void {
  if (target === null) return;
  const at = yAt(area, y, target.value);
  context.strokeStyle = context.fillStyle = theme.muted;
  context.lineWidth = 1.5;
  context.setLineDash([1, 3]);
  path(context, [
    [area.left, at],
    [area.right, at],
  ]);
  context.stroke();
  context.setLineDash([]);
  context.font = `11px ${theme.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.fillText(target.label, area.left + 4, at + 3);
}

function drawSeeds(
  context: CanvasRenderingContext2D,
  { style, seeds = [] }: LineSeries,
  area: Area,
  xAxis: Axis,
  yAxis: Axis,
): void {
  context.globalAlpha = FAINT;
  context.strokeStyle = style.color;
  context.lineWidth = 1;
  context.setLineDash([...style.dash]);
  for (const { x, y } of seeds) {
    const places = y.flatMap((value, i): [number, number][] =>
      isDrawn(value, yAxis.scale.kind) ? [[xAt(area, xAxis, x[i]!), yAt(area, yAxis, value)]] : [],
    );
    path(context, places);
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function drawBand(
  context: CanvasRenderingContext2D,
  { style, points }: LineSeries,
  area: Area,
  x: Axis,
  y: Axis,
): void {
  const shown = points.filter(({ value }) => isDrawn(value, y.scale.kind));
  const edge = (pick: (point: LinePoint) => number): [number, number][] =>
    shown.map((point) => [xAt(area, x, point.x), yAt(area, y, Math.max(pick(point), y.scale.low))]);
  context.globalAlpha = OPACITY;
  context.fillStyle = style.color;
  path(context, [...edge(({ lower }) => lower), ...edge(({ upper }) => upper).reverse()]);
  context.fill();
  context.globalAlpha = 1;
}

function drawSeries(
  context: CanvasRenderingContext2D,
  { style, width, points }: LineSeries,
  area: Area,
  x: Axis,
  y: Axis,
  theme: Theme,
): void {
  const along = (pick: (point: LinePoint) => number | undefined): [number, number][] =>
    points.flatMap((point): [number, number][] => {
      const value = pick(point) ?? NaN;
      return isDrawn(value, y.scale.kind) ? [[xAt(area, x, point.x), yAt(area, y, value)]] : [];
    });
  const line = along(({ value }) => value);
  context.strokeStyle = style.color;
  context.lineWidth = width;
  context.setLineDash([...style.dash]);
  path(context, line);
  context.stroke();
  context.strokeStyle = theme.ink;
  context.lineWidth = 1;
  context.setLineDash([1, 3]);
  path(
    context,
    along(({ expected }) => expected),
  );
  context.stroke();
  context.setLineDash([]);
  let marked = -Infinity;
  for (const [markX, markY] of line) {
    if (markX - marked < SPACING) continue;
    marked = markX;
    drawMarker(context, style, markX, markY, 4.5, theme.ground);
  }
}

function path(
  context: CanvasRenderingContext2D,
  corners: readonly (readonly [number, number])[],
): void {
  context.beginPath();
  corners.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
}
