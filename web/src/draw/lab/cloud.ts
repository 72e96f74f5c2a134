import type { Point } from '../shapes';
import type { Size, Theme } from '../theme';
import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from './axes';
import { drawMarker, type EstimatorStyle, traceMarker } from './marker';

/** Single gradients of one estimator in a plane, oldest first, and their statistics. */
export interface CloudSeries {
  style: EstimatorStyle;
  points: readonly Point[];
  mean: Point;
  /** variance of x, covariance, variance of y */
  covariance: readonly [number, number, number];
}

export interface CloudFigure {
  xLabel: string;
  yLabel: string;
  xRange: readonly [number, number];
  yRange: readonly [number, number];
  exact: Point | null;
  series: readonly CloudSeries[];
}

/** Squared radius that holds 95 % of a normal distribution in the plane. */
const CHI_SQUARE_95 = 5.991;
/** Steps in which older points fade. */
const FADES = 6;

export function drawCloud(
  context: CanvasRenderingContext2D,
  figure: CloudFigure,
  size: Size,
  theme: Theme,
): void {
  const area = plotArea(size);
  const x = axis(figure.xRange, figure.xLabel);
  const y = axis(figure.yRange, figure.yLabel);
  const at = (point: Point) => ({ x: xAt(area, x, point.x), y: yAt(area, y, point.y) });
  drawAxes(context, area, x, y, theme);
  inside(context, area, () => {
    for (const series of figure.series) drawPoints(context, series, at, area);
    for (const series of figure.series) drawEllipse(context, series, at);
    for (const { style, mean } of figure.series) {
      arrow(context, at({ x: 0, y: 0 }), at(mean), style, theme.ground);
    }
    if (figure.exact) drawExact(context, at(figure.exact), theme);
  });
}

function axis([low, high]: readonly [number, number], label: string): Axis {
  return { scale: { low, high, kind: 'linear' }, label };
}

function drawPoints(
  context: CanvasRenderingContext2D,
  { style, points }: CloudSeries,
  at: (point: Point) => Point,
  area: Area,
): void {
  const isWithin = ({ x, y }: Point) =>
    x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
  context.fillStyle = style.color;
  for (let fade = 0; fade < FADES; fade++) {
    const [from, to] = [fade, fade + 1].map((i) => Math.floor((i * points.length) / FADES));
    context.globalAlpha = 0.1 + (0.5 * (fade + 1)) / FADES;
    context.beginPath();
    for (const point of points.slice(from, to)) {
      const pixel = at(point);
      if (isWithin(pixel)) traceMarker(context, style.marker, pixel.x, pixel.y, 2);
    }
    context.fill();
  }
  context.globalAlpha = 1;
}

/** The half axes of the ellipse `v' C^-1 v = radiusSquared`, and the angle of the longer one. */
export function ellipseOf(
  [xx, xy, yy]: readonly [number, number, number],
  radiusSquared = CHI_SQUARE_95,
): { major: number; minor: number; angle: number } {
  const middle = (xx + yy) / 2;
  const spread = Math.hypot((xx - yy) / 2, xy);
  const half = (eigenvalue: number) => Math.sqrt(radiusSquared * Math.max(0, eigenvalue));
  return {
    major: half(middle + spread),
    minor: half(middle - spread),
    angle: 0.5 * Math.atan2(2 * xy, xx - yy),
  };
}

function drawEllipse(
  context: CanvasRenderingContext2D,
  { style, mean, covariance }: CloudSeries,
  at: (point: Point) => Point,
): void {
  const { major, minor, angle } = ellipseOf(covariance);
  if (!Number.isFinite(major)) return;
  context.beginPath();
  for (let i = 0; i <= 72; i++) {
    const turn = (i * Math.PI) / 36;
    const [u, w] = [major * Math.cos(turn), minor * Math.sin(turn)];
    const point = at({
      x: mean.x + u * Math.cos(angle) - w * Math.sin(angle),
      y: mean.y + u * Math.sin(angle) + w * Math.cos(angle),
    });
    if (i === 0) context.moveTo(point.x, point.y);
    else context.lineTo(point.x, point.y);
  }
  context.strokeStyle = style.color;
  context.lineWidth = 2;
  context.setLineDash([...style.dash]);
  context.stroke();
  context.setLineDash([]);
}

function arrow(
  context: CanvasRenderingContext2D,
  from: Point,
  to: Point,
  style: EstimatorStyle,
  ground: string,
): void {
  for (const [color, width] of [
    [ground, 5],
    [style.color, 2.5],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
  drawMarker(context, style, to.x, to.y, 5.5, ground);
}

/** A large cross: where the exact gradient is. */
function drawExact(context: CanvasRenderingContext2D, { x, y }: Point, theme: Theme): void {
  const arm = 10;
  for (const [color, width] of [
    [theme.ground, 6],
    [theme.ink, 2.5],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x - arm, y);
    context.lineTo(x + arm, y);
    context.moveTo(x, y - arm);
    context.lineTo(x, y + arm);
    context.stroke();
  }
}
