import { highest } from '../extent';
import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from '../lab/axes';
import { type Tick, ticks } from '../lab/scale';
import { dot, line, type Point } from '../shapes';
import type { Size, Theme } from '../theme';
import { colorAt } from './color-map';
import { type HeatMap, onAxis, type Span } from './plane';
import { drawPolicy } from './policy-marks';

/** Below the axes, for the scale of colours. */
const LEGEND = 50;
const BAR = 12;
const LETTER = 7;
const SHADES = 40;
/** Where there is no critic, so that the policy can be seen in both themes. */
const NEUTRAL = '#74787e';

export function heatMapHeight(width: number): number {
  return Math.min(420, Math.max(260, 0.78 * width)) + LEGEND;
}

export function drawHeatMap(
  context: CanvasRenderingContext2D,
  map: HeatMap,
  size: Size,
  theme: Theme,
): void {
  const { x, y } = axesOf(map);
  const area = heatMapArea(map, size);
  drawAxes(context, area, x, y, theme);
  drawCells(context, map, area);
  inside(context, area, () => {
    const place = (point: Point) => ({ x: xAt(area, x, point.x), y: yAt(area, y, point.y) });
    drawPolicy(context, map, place, theme.font);
    drawNow(context, map, area, x, y);
  });
  if (map.range) drawScale(context, map, map.range, area, size, theme);
}

/** The part of the figure that cells fill. */
export function heatMapArea({ isByChoice, choices }: HeatMap, size: Size): Area {
  const area = plotArea({ ...size, height: size.height - LEGEND });
  const longest = isByChoice ? highest(choices.map(({ length }) => length)) : 0;
  return { ...area, left: Math.max(area.left, Math.min(LETTER * longest + 12, size.width / 3)) };
}

export function axesOf(map: HeatMap): { x: Axis; y: Axis } {
  const { plane, isDownward, isWhole, isByChoice, choices, xLabel, yLabel } = map;
  const { low, high } = plane.y;
  const y: Axis = {
    scale: { ...(isDownward ? { low: high, high: low } : { low, high }), kind: 'linear' },
    label: yLabel,
  };
  const x: Axis = { scale: { ...plane.x, kind: 'linear' }, label: xLabel };
  if (isByChoice)
    return { x, y: { ...y, ticks: choices.map((label, value) => ({ value, label })) } };
  if (!isWhole) return { x, y };
  return { x: { ...x, ticks: wholeTicks(plane.x) }, y: { ...y, ticks: wholeTicks(plane.y) } };
}

function wholeTicks({ low, high }: Span): Tick[] {
  return ticks({ low, high, kind: 'linear' }, 8).filter(({ value }) => Number.isInteger(value));
}

/** Whole pixels, so that nothing shows between the cells. */
function drawCells(context: CanvasRenderingContext2D, map: HeatMap, area: Area): void {
  const { plane, range, isDownward } = map;
  if (!range) {
    context.fillStyle = NEUTRAL;
    context.fillRect(area.left, area.top, area.right - area.left, area.bottom - area.top);
    return;
  }
  const edge = (share: number, from: number, to: number) => Math.round(from + share * (to - from));
  const [bottom, top] = isDownward ? [area.top, area.bottom] : [area.bottom, area.top];
  plane.values.forEach((value, cell) => {
    if (Number.isNaN(value)) return;
    const [column, row] = [cell % plane.columns, Math.floor(cell / plane.columns)];
    const left = edge(column / plane.columns, area.left, area.right);
    const right = edge((column + 1) / plane.columns, area.left, area.right);
    const [a, b] = [row, row + 1].map((at) => edge(at / plane.rows, bottom, top)) as [
      number,
      number,
    ];
    context.fillStyle = colorAt(shareOf(value, range));
    context.fillRect(left, Math.min(a, b), right - left, Math.abs(b - a));
  });
}

/** The middle of the scale where all values are equal. */
function shareOf(value: number, { low, high }: Span): number {
  return high > low ? (value - low) / (high - low) : 0.5;
}

/** Where the current state lies: a point, or a line where the other axis is of the action. */
function drawNow(
  context: CanvasRenderingContext2D,
  { field, plane, isByChoice, color }: HeatMap,
  area: Area,
  x: Axis,
  y: Axis,
): void {
  const place = (index: number, span: Span) =>
    index >= 0 && index < field.state.length ? onAxis(field.state[index]!, span) : null;
  const [across, up] = [place(field.across.index, plane.x), place(field.up.index, plane.y)];
  if (across === null) return;
  const at = xAt(area, x, across);
  if (up === null || isByChoice) {
    context.setLineDash([2, 4]);
    line(context, { x: at, y: area.top }, { x: at, y: area.bottom }, 2, '#fff');
    context.setLineDash([]);
    return;
  }
  const point: Point = { x: at, y: yAt(area, y, up) };
  dot(context, point, 8, '#000');
  dot(context, point, 7, '#fff');
  dot(context, point, 5, color);
}

function drawScale(
  context: CanvasRenderingContext2D,
  { valueLabel }: HeatMap,
  range: Span,
  area: Area,
  size: Size,
  theme: Theme,
): void {
  const top = size.height - LEGEND + 16;
  const width = area.right - area.left;
  for (let i = 0; i < SHADES; i++) {
    const [from, to] = [i, i + 1].map((n) => Math.round(area.left + (n / SHADES) * width));
    context.fillStyle = colorAt((i + 0.5) / SHADES);
    context.fillRect(from!, top, to! - from!, BAR);
  }
  context.font = `12px ${theme.font}`;
  context.fillStyle = theme.muted;
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  context.fillText(valueLabel, 4, top - 3);
  context.textBaseline = 'top';
  context.textAlign = 'center';
  if (!(range.high > range.low)) return;
  for (const { value, label } of ticks({ ...range, kind: 'linear' }, width / 64)) {
    const at = area.left + shareOf(value, range) * width;
    line(context, { x: at, y: top + BAR }, { x: at, y: top + BAR + 4 }, 1, theme.muted);
    context.fillText(label, at, top + BAR + 6);
  }
}
