import type { Curve } from './curve-data';
import { type Area, type Axis, xAt, yAt } from './lab/axes';
import { line } from './shapes';
import type { Theme } from './theme';
import type { Reference } from './value-range';

/** Where the values of a curve lie, in CSS pixels. */
export function places({ x, y }: Curve, area: Area, xAxis: Axis, yAxis: Axis): [number, number][] {
  return y.map((value, i) => [xAt(area, xAxis, x[i]!), yAt(area, yAxis, value)]);
}

/** Fills what is between two lines. */
export function drawBand(
  context: CanvasRenderingContext2D,
  low: readonly (readonly [number, number])[],
  high: readonly (readonly [number, number])[],
  color: string,
): void {
  if (low.length === 0) return;
  context.fillStyle = color;
  context.beginPath();
  [...low, ...high.toReversed()].forEach(([x, y], i) =>
    i === 0 ? context.moveTo(x, y) : context.lineTo(x, y),
  );
  context.fill();
}

export function drawLine(
  context: CanvasRenderingContext2D,
  places: readonly (readonly [number, number])[],
  width: number,
  dash: readonly number[],
  color: string,
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.beginPath();
  places.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.stroke();
  context.setLineDash([]);
}

/** Dotted lines across, each with its label at the right. */
export function drawReferences(
  context: CanvasRenderingContext2D,
  references: readonly Reference[],
  area: Area,
  y: Axis,
  theme: Theme,
): void {
  context.font = `11px ${theme.font}`;
  context.textAlign = 'right';
  for (const { value, label, side } of references) {
    const at = yAt(area, y, value);
    context.setLineDash([1, 3]);
    line(context, { x: area.left, y: at }, { x: area.right, y: at }, 1, theme.muted);
    context.setLineDash([]);
    context.fillStyle = theme.muted;
    context.textBaseline = side === 'above' ? 'bottom' : 'top';
    const top = at + (side === 'above' ? -3 : 3);
    context.strokeStyle = theme.ground;
    context.lineWidth = 4;
    context.strokeText(label, area.right - 4, top);
    context.fillText(label, area.right - 4, top);
  }
}
