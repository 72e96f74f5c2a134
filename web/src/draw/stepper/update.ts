import { highest, lowest } from '../extent';
import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from '../lab/axes';
import { clamp, dot, line, type Point } from '../shapes';
import type { Size, Theme } from '../theme';
import type { Span } from '../views/plane';

/** Q and the density of the policy over one dimension of the action. */
export interface Landscape {
  values: readonly Point[];
  density: readonly Point[];
  /** the action without noise */
  mean: number;
}

/** What an update does in one state. */
export interface UpdatePicture {
  kind: 'curves';
  actionLabel: string;
  valueLabel: string;
  span: Span;
  before: Landscape;
  after: Landscape;
  /** where Q was fitted, and to what; `null` where that is not this critic's */
  fitted: { action: number; from: number; to: number } | null;
  /** the action of the actor's gradient, and the slope of Q there if that is taken */
  ascent: { action: number; value: number; slope: number | null } | null;
  /** the part of the update that the cursor is in */
  lit: 'critic' | 'actor' | 'none';
  color: string;
}

/** The part of the height that the highest density takes. */
const SHADED = 0.38;
/** CSS pixels of an arrow, and of its head. */
const [ARROW, HEAD] = [46, 8];

export function drawUpdate(
  context: CanvasRenderingContext2D,
  picture: UpdatePicture,
  size: Size,
  theme: Theme,
): void {
  const { before, after, span, fitted, ascent, lit, color } = picture;
  const area = plotArea(size);
  const x: Axis = { scale: { ...span, kind: 'linear' }, label: picture.actionLabel };
  const y: Axis = { scale: { ...valueSpan(picture), kind: 'linear' }, label: picture.valueLabel };
  drawAxes(context, area, x, y, theme);
  inside(context, area, () => {
    const most = highest([0, ...[before, after].flatMap(({ density }) => density.map((p) => p.y))]);
    const strong = (part: 'critic' | 'actor') => (lit === part || lit === 'none' ? 1 : 0.35);
    context.globalAlpha = strong('actor');
    shade(context, after, most, area, x, color);
    outline(context, before, most, area, x, color);
    context.globalAlpha = strong('critic');
    curve(context, before.values, area, x, y, theme.muted, true);
    curve(context, after.values, area, x, y, theme.ink, false);
    if (fitted) drawFit(context, fitted, area, x, y, theme);
    context.globalAlpha = strong('actor');
    if (ascent) drawAscent(context, ascent, area, x, y, color);
    context.globalAlpha = 1;
  });
}

function valueSpan({ before, after, fitted, ascent }: UpdatePicture): Span {
  const heights = [...before.values, ...after.values].map(({ y }) => y);
  const all = [...heights, ...(fitted ? [fitted.from, fitted.to] : []), ascent?.value ?? NaN];
  const finite = all.filter(Number.isFinite);
  if (finite.length === 0) return { low: 0, high: 1 };
  const [low, high] = [lowest(finite), highest(finite)];
  const room = 0.08 * (high - low || Math.abs(high) || 1);
  return { low: low - room, high: high + room };
}

function trace(
  context: CanvasRenderingContext2D,
  points: readonly Point[],
  place: (point: Point) => Point,
): void {
  context.beginPath();
  points.map(place).forEach(({ x, y }, i) => {
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
}

/** A density stands on the axis, the highest of them a part of the height. */
function raised(most: number, area: Area, x: Axis): (point: Point) => Point {
  const height = SHADED * (area.bottom - area.top);
  return (point) => ({
    x: xAt(area, x, point.x),
    y: area.bottom - (most > 0 ? (point.y / most) * height : 0),
  });
}

function shade(
  context: CanvasRenderingContext2D,
  { density, mean }: Landscape,
  most: number,
  area: Area,
  x: Axis,
  color: string,
): void {
  const at = xAt(area, x, mean);
  line(context, { x: at, y: area.bottom }, { x: at, y: area.bottom - 14 }, 3, color);
  if (density.length === 0) return;
  const alpha = context.globalAlpha;
  trace(context, density, raised(most, area, x));
  context.lineTo(xAt(area, x, density.at(-1)!.x), area.bottom);
  context.lineTo(xAt(area, x, density[0]!.x), area.bottom);
  context.closePath();
  context.globalAlpha = 0.25 * alpha;
  context.fillStyle = color;
  context.fill();
  context.globalAlpha = alpha;
}

function outline(
  context: CanvasRenderingContext2D,
  { density }: Landscape,
  most: number,
  area: Area,
  x: Axis,
  color: string,
): void {
  trace(context, density, raised(most, area, x));
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.setLineDash([4, 4]);
  context.stroke();
  context.setLineDash([]);
}

function curve(
  context: CanvasRenderingContext2D,
  points: readonly Point[],
  area: Area,
  x: Axis,
  y: Axis,
  color: string,
  isDashed: boolean,
): void {
  trace(context, points, (point) => ({ x: xAt(area, x, point.x), y: yAt(area, y, point.y) }));
  context.strokeStyle = color;
  context.lineWidth = 2.25;
  context.setLineDash(isDashed ? [6, 5] : []);
  context.stroke();
  context.setLineDash([]);
}

/** From what the critic said of the replayed action to what it is moved towards. */
function drawFit(
  context: CanvasRenderingContext2D,
  { action, from, to }: NonNullable<UpdatePicture['fitted']>,
  area: Area,
  x: Axis,
  y: Axis,
  { ink, ground }: Theme,
): void {
  const [start, end] = [from, to].map((value) => ({
    x: xAt(area, x, action),
    y: yAt(area, y, value),
  }));
  line(context, start!, end!, 1.5, ink);
  dot(context, start!, 4.5, ink);
  dot(context, end!, 5.5, ink);
  dot(context, end!, 3.5, ground);
}

/** The actor's action on Q, and from it an arrow up the slope along the action. */
function drawAscent(
  context: CanvasRenderingContext2D,
  { action, value, slope }: NonNullable<UpdatePicture['ascent']>,
  area: Area,
  x: Axis,
  y: Axis,
  color: string,
): void {
  const at = { x: xAt(area, x, action), y: yAt(area, y, value) };
  if (slope !== null && slope !== 0) {
    const wanted = at.x + Math.sign(slope) * ARROW;
    const end = { x: clamp(wanted, area.left + HEAD, area.right - HEAD), y: at.y };
    line(context, at, end, 3, color);
    context.fillStyle = color;
    context.beginPath();
    context.moveTo(end.x + Math.sign(slope) * HEAD, end.y);
    context.lineTo(end.x, end.y - 0.75 * HEAD);
    context.lineTo(end.x, end.y + 0.75 * HEAD);
    context.fill();
  }
  dot(context, at, 5.5, color);
}
