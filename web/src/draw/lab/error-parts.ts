import { highest } from '../extent';
import { line } from '../shapes';
import type { Size, Theme } from '../theme';
import { drawMarker, type EstimatorStyle } from './marker';
import { place, ticks } from './scale';

/** The mean squared error of one estimator, in its two parts. */
export interface ErrorPart {
  style: EstimatorStyle;
  /** `null` where the exact gradient is not known */
  biasSquared: number | null;
  variance: number;
  /** of the sum */
  standardError: number;
  /** the figures, or what is wrong, in words */
  note: string;
}

export interface ErrorFigure {
  label: string;
  parts: readonly ErrorPart[];
}

/** CSS pixels per estimator, a line of words and a bar: usually, and at most. */
const [ROW, TALLEST] = [54, 120];
/** Of them, those that are not the bar. */
const ABOVE = 25;
const BELOW = 9;
const [MARGIN, FOOT] = [14, 44];
const WIDTH = 1.96;

export function errorFigureHeight(count: number): number {
  return ROW * Math.max(1, count) + FOOT;
}

/** Bars of squared bias (hatched) and variance, end to end. */
export function drawErrorParts(
  context: CanvasRenderingContext2D,
  { label, parts }: ErrorFigure,
  size: Size,
  theme: Theme,
): void {
  const sums = parts.map(({ biasSquared, variance }) => (biasSquared ?? 0) + variance);
  const ends = sums.map((sum, i) => sum + WIDTH * parts[i]!.standardError);
  const largest = Math.max(0, highest(ends.filter(Number.isFinite))) || 1;
  const scale = { low: 0, high: 1.02 * largest, kind: 'linear' } as const;
  const [left, right] = [MARGIN, size.width - MARGIN];
  const at = (value: number) => place(scale, value, left, right);
  const row = Math.min(TALLEST, (size.height - FOOT) / Math.max(1, parts.length));
  const bottom = row * parts.length + 4;
  context.setLineDash([]);
  context.font = `12px ${theme.font}`;
  context.textBaseline = 'top';
  for (const tick of ticks(scale, (right - left) / 80)) {
    const x = at(tick.value);
    line(context, { x, y: 0 }, { x, y: bottom }, 1, theme.line);
    context.fillStyle = theme.muted;
    context.textAlign = tick.value === 0 ? 'left' : 'center';
    context.fillText(tick.label, x, bottom + 5);
  }
  context.textAlign = 'center';
  context.fillText(label, (left + right) / 2, bottom + 22);
  parts.forEach((part, i) => drawRow(context, part, { top: row * i, row }, at, theme));
}

function drawRow(
  context: CanvasRenderingContext2D,
  { style, biasSquared, variance, standardError, note }: ErrorPart,
  { top, row }: { top: number; row: number },
  at: (value: number) => number,
  theme: Theme,
): void {
  const [bar, height] = [top + ABOVE, row - ABOVE - BELOW];
  drawMarker(context, style, at(0) + 6, top + 13, 5, theme.ground);
  context.font = `600 12px ${theme.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const text = `${style.name}  ${note}`;
  context.strokeStyle = theme.ground;
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeText(text, at(0) + 18, top + 13);
  context.fillStyle = theme.ink;
  context.fillText(text, at(0) + 18, top + 13);
  const [bias, sum] = [biasSquared ?? 0, (biasSquared ?? 0) + variance];
  context.fillStyle = style.color;
  context.globalAlpha = 0.75;
  context.fillRect(at(bias), bar, at(sum) - at(bias), height);
  context.globalAlpha = 1;
  if (at(bias) - at(0) > 0.5) hatch(context, at(0), bar, at(bias) - at(0), height, style.color);
  const y = bar + height / 2;
  const [low, high] = [-1, 1].map((side) => at(Math.max(0, sum + side * WIDTH * standardError)));
  line(context, { x: low!, y }, { x: high!, y }, 1.5, theme.ink);
  for (const x of [low!, high!]) {
    line(context, { x, y: y - 5 }, { x, y: y + 5 }, 1.5, theme.ink);
  }
}

/** A framed rectangle of slanted lines. */
function hatch(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  width: number,
  height: number,
  color: string,
): void {
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.strokeRect(left, top, width, height);
  context.beginPath();
  for (let x = 0; x < width + height; x += 6) {
    const [from, to] = [Math.max(0, x - height), Math.min(x, width)];
    context.moveTo(left + from, top + x - from);
    context.lineTo(left + to, top + x - to);
  }
  context.stroke();
}
