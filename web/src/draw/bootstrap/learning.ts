import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from '../lab/axes';
import type { Size, Theme } from '../theme';

/** What is learned with one n, over step sizes. */
export interface LearningLine {
  label: string;
  color: string;
  dash: readonly number[];
  isOwn: boolean;
  points: readonly { x: number; value: number; standardError: number }[];
}

export interface LearningLines {
  xLabel: string;
  yLabel: string;
  lines: readonly LearningLine[];
}

/** As in Sutton and Barto (2018), figure 7.2. */
const [LOW, HIGH] = [0.25, 0.55];
/** Standard errors of a band: 95 % of a normal distribution. */
const WIDTH = 1.96;
const OPACITY = 0.18;
/** CSS pixels between two names along the top. */
const SPACING = 44;

/** One line with its band for each n, and its name where it leaves the picture. */
export function drawLearning(
  context: CanvasRenderingContext2D,
  { lines, xLabel, yLabel }: LearningLines,
  size: Size,
  theme: Theme,
): void {
  const area = plotArea(size);
  const x: Axis = { scale: { low: 0, high: 1, kind: 'linear' }, label: xLabel };
  const y: Axis = { scale: { low: LOW, high: HIGH, kind: 'linear' }, label: yLabel };
  drawAxes(context, area, x, y, theme);
  inside(context, area, () => {
    for (const each of lines) drawBand(context, each, area, x, y);
    for (const each of lines) drawLine(context, each, area, x, y);
  });
  drawNames(context, lines, area, x, y, theme);
}

function trace(context: CanvasRenderingContext2D, corners: readonly [number, number][]): void {
  context.beginPath();
  corners.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
}

function drawBand(
  context: CanvasRenderingContext2D,
  { points, color }: LearningLine,
  area: Area,
  x: Axis,
  y: Axis,
): void {
  const edge = (sign: 1 | -1) =>
    points.map((point): [number, number] => [
      xAt(area, x, point.x),
      yAt(area, y, point.value + sign * WIDTH * point.standardError),
    ]);
  context.globalAlpha = OPACITY;
  context.fillStyle = color;
  trace(context, [...edge(1), ...edge(-1).reverse()]);
  context.fill();
  context.globalAlpha = 1;
}

function drawLine(
  context: CanvasRenderingContext2D,
  { points, color, dash, isOwn }: LearningLine,
  area: Area,
  x: Axis,
  y: Axis,
): void {
  context.strokeStyle = color;
  context.lineWidth = isOwn ? 4 : 2;
  context.setLineDash([...dash]);
  trace(
    context,
    points.map((point) => [xAt(area, x, point.x), yAt(area, y, point.value)]),
  );
  context.stroke();
  context.setLineDash([]);
}

/** Names from left to right; one that would cover its neighbour is left out. */
function drawNames(
  context: CanvasRenderingContext2D,
  lines: readonly LearningLine[],
  area: Area,
  x: Axis,
  y: Axis,
  theme: Theme,
): void {
  context.textAlign = 'right';
  context.textBaseline = 'bottom';
  let free = -Infinity;
  for (const { label, points, isOwn } of lines.toReversed()) {
    const leaving = points.findIndex(({ value }, i) => i > 0 && value > HIGH);
    const isOut = leaving >= 0 && points[leaving - 1]!.value <= HIGH;
    const at = isOut ? crossing(points[leaving - 1]!, points[leaving]!) : points.at(-1);
    if (!at || (at.value > HIGH && !isOut)) continue;
    const [px, py] = [xAt(area, x, at.x), yAt(area, y, Math.min(at.value, HIGH))];
    if (isOut && px < free) continue;
    if (isOut) free = px + SPACING;
    context.font = `${isOwn ? '600 ' : ''}11px ${theme.font}`;
    context.fillStyle = isOwn ? theme.ink : theme.muted;
    context.fillText(label, isOut ? px + 14 : px - 4, isOut ? py - 2 : py - 4);
  }
}

/** Where a line passes the top of the picture. */
function crossing(
  below: { x: number; value: number },
  above: { x: number; value: number },
): { x: number; value: number } {
  const share = (HIGH - below.value) / (above.value - below.value);
  return { x: below.x + share * (above.x - below.x), value: HIGH };
}
