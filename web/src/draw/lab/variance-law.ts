import { highest, lowest } from '../extent';
import type { Size, Theme } from '../theme';
import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from './axes';
import { drawMarker, type EstimatorStyle } from './marker';
import type { Scale } from './scale';

/** The variance of an estimate from `samples` samples, with its standard error. */
export interface LawPoint {
  samples: number;
  variance: number;
  standardError: number;
}

export interface LawSeries {
  style: EstimatorStyle;
  points: readonly LawPoint[];
  /** what the variance at the smallest number of samples predicts for the others */
  theory: readonly { samples: number; variance: number }[];
  /** squared bias, if the estimator is wrong; more samples do not lower it */
  floor: number | null;
}

export interface LawFigure {
  xLabel: string;
  yLabel: string;
  floorLabel: string;
  /** the numbers of samples on the x axis */
  samples: readonly number[];
  /** the number of samples that the other figures are about */
  chosen: number;
  series: readonly LawSeries[];
}

/** Standard errors of an error bar: 95 % of a normal distribution. */
const WIDTH = 1.96;
/** The share of the largest variance below which a variance is drawn as zero. */
const ZERO = 1e-12;

export function drawVarianceLaw(
  context: CanvasRenderingContext2D,
  figure: LawFigure,
  size: Size,
  theme: Theme,
): void {
  const area = plotArea(size);
  const x = sampleAxis(figure);
  const y: Axis = { scale: varianceScale(figure.series), label: figure.yLabel };
  drawAxes(context, area, x, y, theme);
  const chosen = xAt(area, x, figure.chosen);
  context.strokeStyle = theme.muted;
  context.lineWidth = 1.5;
  path(context, [
    [chosen, area.top],
    [chosen, area.bottom],
  ]);
  inside(context, area, () => {
    for (const series of figure.series) {
      drawTheory(context, series, area, x, y);
      drawFloor(context, series, figure.floorLabel, area, y, theme);
    }
  });
  for (const series of figure.series) drawPoints(context, series, area, x, y, theme);
}

function sampleAxis({ samples, xLabel }: LawFigure): Axis {
  const [low, high] = [lowest(samples) / 1.25, highest(samples) * 1.25];
  const ticks = samples.map((value) => ({ value, label: String(value) }));
  return { scale: { low, high, kind: 'log' }, label: xLabel, ticks };
}

/** From the smallest to the largest of what is drawn; at least a decade. */
export function varianceScale(series: readonly LawSeries[]): Scale {
  const points = series.flatMap((each) => each.points.map(({ variance }) => variance));
  const largest = Math.max(0, highest(points.filter(Number.isFinite)));
  const floors = series.map(({ floor }) => floor ?? 0);
  const drawn = [...points, ...floors].filter((value) => value > ZERO * largest && value > 1e-300);
  if (drawn.length === 0) return { low: 0.01, high: 1, kind: 'log' };
  const [low, high] = [lowest(drawn) / 2, highest(drawn) * 2];
  return { low: Math.min(low, high / 10), high, kind: 'log' };
}

function drawTheory(
  context: CanvasRenderingContext2D,
  { style, theory }: LawSeries,
  area: Area,
  x: Axis,
  y: Axis,
): void {
  const line = theory.filter(({ variance }) => variance >= y.scale.low / 1e3);
  if (line.length < 2) return;
  context.strokeStyle = style.color;
  context.lineWidth = 2;
  context.setLineDash([...style.dash]);
  path(
    context,
    line.map(({ samples, variance }) => [xAt(area, x, samples), yAt(area, y, variance)]),
  );
  context.setLineDash([]);
}

function drawFloor(
  context: CanvasRenderingContext2D,
  { style, floor }: LawSeries,
  label: string,
  area: Area,
  y: Axis,
  theme: Theme,
): void {
  if (floor === null || !(floor > 0)) return;
  const at = yAt(area, y, floor);
  context.strokeStyle = style.color;
  context.lineWidth = 1.5;
  context.setLineDash([1, 3]);
  path(context, [
    [area.left, at],
    [area.right, at],
  ]);
  context.setLineDash([]);
  context.font = `11px ${theme.font}`;
  context.fillStyle = style.color;
  context.textAlign = 'right';
  context.textBaseline = 'bottom';
  context.fillText(`${label}: ${style.name}`, area.right - 4, at - 3);
}

function drawPoints(
  context: CanvasRenderingContext2D,
  { style, points }: LawSeries,
  area: Area,
  x: Axis,
  y: Axis,
  theme: Theme,
): void {
  for (const { samples, variance, standardError } of points) {
    if (!Number.isFinite(variance)) continue;
    const center = xAt(area, x, samples);
    if (variance < y.scale.low) {
      drawMarker(context, style, center, area.bottom, 5, theme.ground);
      continue;
    }
    const end = (value: number) => yAt(area, y, Math.max(value, y.scale.low));
    const [low, high] = [
      end(variance - WIDTH * standardError),
      end(variance + WIDTH * standardError),
    ];
    context.strokeStyle = style.color;
    context.lineWidth = 1.5;
    path(context, [
      [center, low],
      [center, high],
    ]);
    for (const cap of [low, high]) {
      path(context, [
        [center - 4, cap],
        [center + 4, cap],
      ]);
    }
    drawMarker(context, style, center, yAt(area, y, variance), 4.5, theme.ground);
  }
}

function path(
  context: CanvasRenderingContext2D,
  corners: readonly (readonly [number, number])[],
): void {
  context.beginPath();
  corners.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.stroke();
}
