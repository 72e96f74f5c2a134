import { highest, lowest } from '../extent';
import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from '../lab/axes';
import { line, type Point } from '../shapes';
import type { Size, Theme } from '../theme';
import type { Span } from './plane';

/** A policy in one state, along one dimension of a continuous action. */
export interface Density {
  kind: 'density';
  actionLabel: string;
  densityLabel: string;
  valueLabel: string;
  span: Span;
  /** rows of action and density; none for a policy that does not draw */
  points: readonly Point[];
  /** the action without noise */
  mean: number;
  /** rows of action and Q; none without such a critic */
  values: readonly Point[];
  /** of the run */
  color: string;
}

/** A policy in one state, over choices. */
export interface Chances {
  kind: 'chances';
  /** with its probability and, where it is known, the value */
  choices: readonly { name: string; probability: number; text: string }[];
  color: string;
}

const CURVE = 200;
/** CSS pixels of a choice: usually, and at most; and those that are not its bar. */
const [ROW, TALLEST] = [44, 96];
const [ABOVE, BELOW] = [18, 12];
const MARGIN = 4;

export function densityHeight(figure: Density | Chances): number {
  if (figure.kind === 'chances') return ROW * figure.choices.length + 2 * MARGIN;
  return CURVE * [figure.points, figure.values].filter(({ length }) => length > 0).length;
}

export function drawDensity(
  context: CanvasRenderingContext2D,
  figure: Density | Chances,
  size: Size,
  theme: Theme,
): void {
  if (figure.kind === 'chances') return drawChances(context, figure, size, theme);
  const curves = curvesOf(figure, theme);
  const height = size.height / curves.length;
  curves.forEach((curve, i) => {
    const { top, bottom, ...sides } = plotArea({ ...size, height });
    const area = { ...sides, top: top + i * height, bottom: bottom + i * height };
    drawCurve(context, figure, curve, area, theme);
  });
}

interface Curve {
  points: readonly Point[];
  label: string;
  range: Span;
  color: string;
}

/** What is known of the actions: their density, from 0, and their Q. */
function curvesOf(figure: Density, { ink }: Theme): Curve[] {
  const { points, values, densityLabel, valueLabel, color } = figure;
  return [
    { points, label: densityLabel, range: { ...rangeOf(points), low: 0 }, color },
    { points: values, label: valueLabel, range: rangeOf(values), color: ink },
  ].filter((curve) => curve.points.length > 0);
}

/** A bar for each choice, its name and its probability above. */
function drawChances(
  context: CanvasRenderingContext2D,
  { choices, color }: Chances,
  size: Size,
  theme: Theme,
): void {
  context.font = `13px ${theme.font}`;
  context.textBaseline = 'top';
  const row = Math.min(TALLEST, (size.height - 2 * MARGIN) / choices.length);
  const bar = row - ABOVE - BELOW;
  choices.forEach(({ name, probability, text }, i) => {
    const top = row * i + MARGIN;
    context.fillStyle = theme.ink;
    context.textAlign = 'left';
    context.fillText(name, 0, top);
    context.textAlign = 'right';
    context.fillText(text, size.width, top);
    context.fillStyle = theme.line;
    context.fillRect(0, top + ABOVE, size.width, bar);
    context.fillStyle = color;
    context.fillRect(0, top + ABOVE, probability * size.width, bar);
  });
}

/** One curve over the actions, with the action without noise. */
function drawCurve(
  context: CanvasRenderingContext2D,
  { span, mean, actionLabel }: Density,
  { points, label, range, color }: Curve,
  area: Area,
  theme: Theme,
): void {
  const x: Axis = { scale: { ...span, kind: 'linear' }, label: actionLabel };
  const y: Axis = { scale: { ...range, kind: 'linear' }, label };
  drawAxes(context, area, x, y, theme);
  inside(context, area, () => {
    const at = xAt(area, x, mean);
    context.setLineDash([3, 4]);
    line(context, { x: at, y: area.top }, { x: at, y: area.bottom }, 2, theme.muted);
    context.setLineDash([]);
    context.strokeStyle = color;
    context.lineWidth = 2.5;
    context.beginPath();
    points.forEach((point, i) => {
      const [left, height] = [xAt(area, x, point.x), yAt(area, y, point.y)];
      if (i === 0) context.moveTo(left, height);
      else context.lineTo(left, height);
    });
    context.stroke();
  });
}

/** All heights with a little room. */
function rangeOf(points: readonly Point[]): Span {
  const heights = points.map(({ y }) => y).filter(Number.isFinite);
  if (heights.length === 0) return { low: 0, high: 1 };
  const [low, high] = [lowest(heights), highest(heights)];
  const room = 0.06 * (high - low || Math.abs(high) || 1);
  return { low: low - room, high: high + room };
}
