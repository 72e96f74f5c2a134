import { highest, lowest } from '../extent';
import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from '../lab/axes';
import { drawMarker, type EstimatorStyle } from '../lab/marker';
import { line } from '../shapes';
import type { Size, Theme } from '../theme';

/** An error in its parts, at a length of the return. */
export interface TradeOffPoint {
  at: number;
  bias: number;
  variance: number;
  sum: number;
}

export type TradeOffStyles = Readonly<Record<'bias' | 'variance' | 'sum', EstimatorStyle>>;

export interface TradeOff {
  xLabel: string;
  yLabel: string;
  kind: 'linear' | 'log';
  points: readonly TradeOffPoint[];
  styles: TradeOffStyles;
  /** lengths that are marked, the best and another one, with what is said of them */
  best: { at: number; label: string };
  own: { at: number; label: string };
}

const OPACITY = 0.14;
/** Room above the highest point, for the names of the marks. */
const HEADROOM = 1.22;
const LINE = 15;

/** Squared bias, variance and their sum, one above the other's area. */
export function drawTradeOff(
  context: CanvasRenderingContext2D,
  figure: TradeOff,
  size: Size,
  theme: Theme,
): void {
  const area = plotArea(size);
  const { x, y } = axesOf(figure);
  drawAxes(context, area, x, y, theme);
  inside(context, area, () => {
    for (const part of ['bias', 'variance'] as const) {
      fill(context, figure, part, area, x, y);
    }
    drawMark(context, figure, 'own', area, x, y, theme);
    drawMark(context, figure, 'best', area, x, y, theme);
    for (const part of ['bias', 'variance', 'sum'] as const) {
      stroke(context, figure, part, area, x, y);
    }
  });
  for (const { at, sum } of figure.points) {
    const isBest = at === figure.best.at;
    const [cx, cy] = [xAt(area, x, at), yAt(area, y, sum)];
    drawMarker(context, figure.styles.sum, cx, cy, isBest ? 7 : 3, theme.ground);
  }
}

/** The length whose place is nearest to a point across the picture. */
export function lengthAt(figure: TradeOff, across: number, size: Size): number {
  const area = plotArea(size);
  const { x } = axesOf(figure);
  const away = ({ at }: TradeOffPoint) => Math.abs(xAt(area, x, at) - across);
  return figure.points.reduce((near, point) => (away(point) < away(near) ? point : near)).at;
}

function axesOf({ points, kind, xLabel, yLabel }: TradeOff): { x: Axis; y: Axis } {
  const top = highest(points.map(({ sum }) => sum));
  const lengths = points.map(({ at }) => at);
  const [first, last] = [lowest(lengths), highest(lengths)];
  const room = kind === 'log' ? 1.25 : 1;
  const x: Axis = {
    scale: { low: first / room, high: last * room, kind },
    label: xLabel,
    ...(kind === 'log' && { ticks: lengths.map((value) => ({ value, label: String(value) })) }),
  };
  return { x, y: { scale: { low: 0, high: HEADROOM * top || 1, kind: 'linear' }, label: yLabel } };
}

type PartName = keyof TradeOffStyles;

function trace(
  context: CanvasRenderingContext2D,
  { points }: TradeOff,
  part: PartName,
  area: Area,
  x: Axis,
  y: Axis,
): void {
  context.beginPath();
  points.forEach((point, i) => {
    const [px, py] = [xAt(area, x, point.at), yAt(area, y, point[part])];
    if (i === 0) context.moveTo(px, py);
    else context.lineTo(px, py);
  });
}

function fill(
  context: CanvasRenderingContext2D,
  figure: TradeOff,
  part: PartName,
  area: Area,
  x: Axis,
  y: Axis,
): void {
  trace(context, figure, part, area, x, y);
  context.lineTo(xAt(area, x, figure.points.at(-1)!.at), area.bottom);
  context.lineTo(xAt(area, x, figure.points[0]!.at), area.bottom);
  context.closePath();
  context.globalAlpha = OPACITY;
  context.fillStyle = figure.styles[part].color;
  context.fill();
  context.globalAlpha = 1;
}

function stroke(
  context: CanvasRenderingContext2D,
  figure: TradeOff,
  part: PartName,
  area: Area,
  x: Axis,
  y: Axis,
): void {
  const { color, dash } = figure.styles[part];
  context.strokeStyle = color;
  context.lineWidth = part === 'sum' ? 3 : 2;
  context.setLineDash([...dash]);
  trace(context, figure, part, area, x, y);
  context.stroke();
  context.setLineDash([]);
}

/** A line down from the name of a length; the names stand in rows of their own. */
function drawMark(
  context: CanvasRenderingContext2D,
  figure: TradeOff,
  which: 'best' | 'own',
  area: Area,
  x: Axis,
  y: Axis,
  theme: Theme,
): void {
  const { at, label } = figure[which];
  const point = figure.points.find((each) => each.at === at);
  if (!point || (which === 'own' && at === figure.best.at)) return;
  const across = xAt(area, x, at);
  const top = area.top + 4 + (which === 'best' ? 0 : LINE);
  const color = which === 'best' ? theme.ink : theme.muted;
  if (which === 'own') context.setLineDash([3, 3]);
  line(
    context,
    { x: across, y: top + LINE },
    { x: across, y: which === 'best' ? yAt(area, y, point.sum) : area.bottom },
    1.5,
    color,
  );
  context.setLineDash([]);
  const isRight = across > (area.left + area.right) / 2;
  context.font = `${which === 'best' ? '600 ' : ''}12px ${theme.font}`;
  context.textBaseline = 'top';
  context.textAlign = isRight ? 'right' : 'left';
  context.fillStyle = color;
  context.fillText(label, across + (isRight ? 4 : -4), top);
}
