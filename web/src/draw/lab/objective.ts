import { highest, lowest } from '../extent';
import { written } from '../language';
import type { Size, Theme } from '../theme';
import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from './axes';
import { traceMarker } from './marker';
import { quantile } from './scale';

/** The objective at one action, and the policy's density there. */
export interface SliceRow {
  x: number;
  value: number;
  density: number;
}

/** One sampled action: where it fell, what the objective said, what it adds to the gradient. */
export interface ActionSample {
  x: number;
  value: number;
  contribution: number;
}

export interface ObjectiveFigure {
  xLabel: string;
  yLabel: string;
  densityLabel: string;
  /** sorted by x; of a categorical policy one row per choice */
  slice: readonly SliceRow[];
  isCategorical: boolean;
  samples: readonly ActionSample[];
  /** colours of contributions that raise and that lower the parameter */
  raises: string;
  lowers: string;
}

/** The width of the bar of a choice, where choices are 1 apart. */
const BAR = 0.5;
/** Places one after the other at these steps, modulo 1, fill an interval evenly. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** The share of the height that the policy's density takes, at the bottom. */
const DENSITY = 0.26;

/** The objective over the action, the policy under it, and sampled actions on it. */
export function drawObjective(
  context: CanvasRenderingContext2D,
  figure: ObjectiveFigure,
  size: Size,
  theme: Theme,
): void {
  const whole = plotArea(size);
  const split = whole.bottom - DENSITY * (whole.bottom - whole.top);
  const above = { ...whole, bottom: split - 10 };
  const below = { ...whole, top: split + 8 };
  const x = actionAxis(figure);
  const y = valueAxis(figure);
  drawAxes(context, { ...above, bottom: whole.bottom }, { ...x, label: '' }, noTicks(y), theme);
  drawAxes(context, above, { ...x, label: '', ticks: [] }, y, theme);
  drawDensity(context, figure, below, x, theme);
  inside(context, above, () => {
    drawValue(context, figure, above, x, y, theme);
    drawSamples(context, figure, above, x, y, theme);
  });
  context.fillStyle = theme.muted;
  context.font = `12px ${theme.font}`;
  context.textBaseline = 'top';
  context.textAlign = 'center';
  context.fillText(figure.xLabel, (whole.left + whole.right) / 2, whole.bottom + 25);
}

function actionAxis({ slice, isCategorical, xLabel }: ObjectiveFigure): Axis {
  const [low, high] = [slice[0]?.x ?? 0, slice.at(-1)?.x ?? 1];
  if (!isCategorical) return { scale: { low, high, kind: 'linear' }, label: xLabel };
  const ticks = slice.map(({ x }) => ({ value: x, label: written(x) }));
  return { scale: { low: low - 0.5, high: high + 0.5, kind: 'linear' }, label: xLabel, ticks };
}

function valueAxis({ slice, isCategorical, yLabel }: ObjectiveFigure): Axis {
  const values = slice.map(({ value }) => value).filter(Number.isFinite);
  if (isCategorical) values.push(0);
  const [low, high] = values.length > 0 ? [lowest(values), highest(values)] : [0, 1];
  const room = 0.1 * (high - low || 1);
  return { scale: { low: low - room, high: high + room, kind: 'linear' }, label: yLabel };
}

function noTicks(axis: Axis): Axis {
  return { ...axis, ticks: [], label: '' };
}

function drawValue(
  context: CanvasRenderingContext2D,
  { slice, isCategorical }: ObjectiveFigure,
  area: Area,
  x: Axis,
  y: Axis,
  theme: Theme,
): void {
  if (isCategorical) {
    const width = BAR * (xAt(area, x, 1) - xAt(area, x, 0));
    const zero = yAt(area, y, 0);
    context.fillStyle = theme.line;
    for (const row of slice) {
      const top = yAt(area, y, row.value);
      context.fillRect(xAt(area, x, row.x) - width / 2, top, width, zero - top);
    }
    return;
  }
  context.beginPath();
  slice.forEach((row, i) => {
    const [px, py] = [xAt(area, x, row.x), yAt(area, y, row.value)];
    if (i === 0) context.moveTo(px, py);
    else context.lineTo(px, py);
  });
  context.strokeStyle = theme.ink;
  context.lineWidth = 2;
  context.stroke();
}

function drawDensity(
  context: CanvasRenderingContext2D,
  { slice, isCategorical, densityLabel }: ObjectiveFigure,
  area: Area,
  x: Axis,
  theme: Theme,
): void {
  const sorted = slice.map(({ density }) => density).filter(Number.isFinite);
  sorted.sort((a, b) => a - b);
  const peak = quantile(sorted, 0.99) || 1;
  const height = (density: number) =>
    area.bottom - Math.min(1, density / peak) * (area.bottom - area.top);
  context.fillStyle = theme.muted;
  context.globalAlpha = 0.35;
  if (isCategorical) {
    const width = BAR * (xAt(area, x, 1) - xAt(area, x, 0));
    for (const { x: at, density } of slice) {
      const top = area.bottom - density * (area.bottom - area.top);
      context.fillRect(xAt(area, x, at) - width / 2, top, width, area.bottom - top);
    }
  } else if (slice.length > 1) {
    context.beginPath();
    context.moveTo(area.left, area.bottom);
    for (const row of slice) context.lineTo(xAt(area, x, row.x), height(row.density));
    context.lineTo(area.right, area.bottom);
    context.closePath();
    context.fill();
  }
  context.globalAlpha = 1;
  context.fillStyle = theme.muted;
  context.font = `12px ${theme.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.fillText(densityLabel, area.left + 4, area.top - 4);
}

/**
 * Triangles: upwards where a sample raises the parameter; the larger, the more it weighs. Those of
 * a choice stand side by side.
 */
function drawSamples(
  context: CanvasRenderingContext2D,
  { samples, isCategorical, raises, lowers }: ObjectiveFigure,
  area: Area,
  x: Axis,
  y: Axis,
  theme: Theme,
): void {
  const sizes = samples.map(({ contribution }) => Math.abs(contribution)).sort((a, b) => a - b);
  const largest = quantile(sizes, 0.95) || 1;
  context.lineWidth = 0.75;
  context.strokeStyle = theme.ground;
  samples.forEach(({ x: action, value, contribution }, i) => {
    const aside = isCategorical ? BAR * (((i * GOLDEN) % 1) - 0.5) : 0;
    const radius = 2.2 + 4.8 * Math.sqrt(Math.min(1, Math.abs(contribution) / largest));
    context.beginPath();
    const marker = contribution === 0 ? 'circle' : contribution > 0 ? 'triangle' : 'down';
    traceMarker(context, marker, xAt(area, x, action + aside), yAt(area, y, value), radius);
    context.fillStyle = contribution === 0 ? theme.muted : contribution > 0 ? raises : lowers;
    context.globalAlpha = 0.72;
    context.fill();
    context.globalAlpha = 1;
    context.stroke();
  });
}
