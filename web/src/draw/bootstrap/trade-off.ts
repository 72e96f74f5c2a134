import { highest, lowest } from '../extent';
import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from '../lab/axes';
import type { Tick } from '../lab/scale';
import { drawMarker, type EstimatorStyle } from '../lab/marker';
import { line, type Point } from '../shapes';
import type { Size, Theme } from '../theme';

/** An error in its parts. */
export interface TradeOffPoint {
  /** n or lambda */
  at: number;
  /** the length of the return, which lambda has on average */
  length: number;
  bias: number;
  variance: number;
  sum: number;
  /** standard errors; none of what is exact */
  errors?: Readonly<Record<PartName, number>>;
}

const PARTS = ['bias', 'variance', 'sum'] as const;
type PartName = (typeof PARTS)[number];
export type TradeOffStyles = Readonly<Record<PartName, EstimatorStyle>>;

/** A length that is marked, and what is said of it. */
interface Mark {
  at: number;
  label: string;
}

export interface TradeOff {
  xLabel: string;
  yLabel: string;
  /** of lengths; both axes are logarithmic */
  ticks: readonly Tick[];
  points: readonly TradeOffPoint[];
  /** the least and the largest sum of figures that are to be compared; else of this one */
  sums?: readonly [number, number];
  styles: TradeOffStyles;
  best: Mark;
  own: Mark;
}

/** What is drawn of parts that vanish beside the least sum, and room above for the marks. */
const [BELOW, ABOVE] = [12, 4];
const BESIDE = 1.25;
/** CSS pixels from one tick, and from one marker, to the next. */
const [ROOM, APART] = [27, 9];
const LINE = 16;
/** Standard errors of a bar: 95 % of a normal distribution. */
const WIDTH = 1.96;
/** CSS pixels by which bars stand beside each other. */
const SHIFTS: Readonly<Record<PartName, number>> = { bias: -2, variance: 2, sum: 0 };

/** Squared bias, variance and their sum, with the best length and the reader's own. */
export function drawTradeOff(
  context: CanvasRenderingContext2D,
  figure: TradeOff,
  size: Size,
  theme: Theme,
): void {
  const area = plotArea(size);
  const { x, y } = axesOf(figure);
  const ticks = spaced(figure.ticks, ROOM, ({ value }) => xAt(area, x, value));
  drawAxes(context, area, { ...x, ticks }, y, theme);
  if (figure.own.at !== figure.best.at) {
    drawMark(context, figure, 'own', area, x, { ...theme, ink: theme.muted }, [3, 3], 1);
  }
  drawMark(context, figure, 'best', area, x, theme, [], 0);
  inside(context, area, () => {
    for (const part of PARTS) drawPart(context, figure, part, area, x, y, theme);
  });
}

/** The n or lambda whose place is nearest to a point across the picture. */
export function lengthAt(figure: TradeOff, across: number, size: Size): number {
  const area = plotArea(size);
  const { x } = axesOf(figure);
  const away = ({ length }: TradeOffPoint) => Math.abs(xAt(area, x, length) - across);
  return figure.points.reduce((near, point) => (away(point) < away(near) ? point : near)).at;
}

/** The least and the largest error in a logarithmic picture. */
export function rangeOf(points: readonly Pick<TradeOffPoint, 'sum'>[]): readonly [number, number] {
  const sums = points.map(({ sum }) => sum).filter((sum) => sum > 0);
  return sums.length > 0 ? [lowest(sums), highest(sums)] : [1, 1];
}

function axesOf({ points, sums, xLabel, yLabel }: TradeOff): { x: Axis; y: Axis } {
  const [least, most] = sums ?? rangeOf(points);
  const lengths = points.map(({ length }) => length);
  const [first, last] = [lowest(lengths), highest(lengths)];
  return {
    x: { scale: { low: first / BESIDE, high: last * BESIDE, kind: 'log' }, label: xLabel },
    y: { scale: { low: least / BELOW, high: most * ABOVE, kind: 'log' }, label: yLabel },
  };
}

function drawPart(
  context: CanvasRenderingContext2D,
  { points, styles, best }: TradeOff,
  part: PartName,
  area: Area,
  x: Axis,
  y: Axis,
  theme: Theme,
): void {
  const style = styles[part];
  const isSum = part === 'sum';
  for (const point of points) drawBar(context, point, part, style.color, area, x, y);
  const places = points
    .filter((point) => point[part] > 0)
    .map((point) => ({
      at: point.at,
      x: xAt(area, x, point.length),
      y: yAt(area, y, point[part]),
    }));
  context.beginPath();
  places.forEach((place, i) =>
    i === 0 ? context.moveTo(place.x, place.y) : context.lineTo(place.x, place.y),
  );
  context.strokeStyle = style.color;
  context.lineWidth = isSum ? 3 : 2;
  context.setLineDash([...style.dash]);
  context.stroke();
  context.setLineDash([]);
  const mark = (place: Point, radius: number) =>
    drawMarker(context, style, place.x, place.y, radius, theme.ground);
  for (const place of spaced(places, APART, (each) => each.x)) mark(place, 3.5);
  for (const place of places) if (isSum && place.at === best.at) mark(place, 7.5);
}

/** Where the truth may be: down to the ground where that is not known to be above 0. */
function drawBar(
  context: CanvasRenderingContext2D,
  point: TradeOffPoint,
  part: PartName,
  color: string,
  area: Area,
  x: Axis,
  y: Axis,
): void {
  const [value, reach] = [point[part], WIDTH * (point.errors?.[part] ?? 0)];
  if (!(reach > 0) || value + reach <= 0) return;
  const across = xAt(area, x, point.length) + SHIFTS[part];
  const low = Math.max(value - reach, y.scale.low);
  const end = (value: number) => ({ x: across, y: yAt(area, y, value) });
  line(context, end(low), end(Math.max(value + reach, low)), 1.5, color);
}

/** From left to right those that do not come too close to the one before. */
function spaced<T>(all: readonly T[], room: number, place: (each: T) => number): T[] {
  let free = -Infinity;
  return all.filter((each) => {
    const isFree = place(each) >= free;
    if (isFree) free = place(each) + room;
    return isFree;
  });
}

/** A line down from the name of a length; each name stands in a row of its own. */
function drawMark(
  context: CanvasRenderingContext2D,
  { points, ...marks }: TradeOff,
  which: 'best' | 'own',
  area: Area,
  x: Axis,
  theme: Theme,
  dash: readonly number[],
  row: number,
): void {
  const { at, label } = marks[which];
  const point = points.find((each) => each.at === at);
  if (!point) return;
  const across = xAt(area, x, point.length);
  const top = area.top + 3 + row * LINE;
  context.setLineDash([...dash]);
  line(context, { x: across, y: top }, { x: across, y: area.bottom }, 1.5, theme.ink);
  context.setLineDash([]);
  const isRight = across > (area.left + area.right) / 2;
  context.font = `${row === 0 ? '600 ' : ''}12px ${theme.font}`;
  context.textBaseline = 'top';
  context.textAlign = isRight ? 'right' : 'left';
  context.fillStyle = theme.ink;
  context.fillText(label, across + (isRight ? -6 : 6), top);
}
