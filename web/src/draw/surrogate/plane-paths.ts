import { highest, lowest } from '../extent';
import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from '../lab/axes';
import { drawMarker, type EstimatorStyle } from '../lab/marker';
import { dot, line, type Point } from '../shapes';
import type { Size, Theme } from '../theme';
import { colorAt } from '../views/color-map';

export interface PlanePath {
  style: EstimatorStyle;
  points: readonly Point[];
}

/** Paths through a plane of policies or of values, over what is known of all of it. */
export interface PlanePaths {
  xLabel: string;
  yLabel: string;
  /** the whole plane; else all that is drawn */
  range: readonly [number, number] | null;
  /** a value for each place, as a colour of equal cells along each side */
  cells: readonly number[];
  /** places that there are */
  dots: readonly Point[];
  edges: readonly (readonly [Point, Point])[];
  paths: readonly PlanePath[];
}

const ROOM = 0.06;

export function drawPlanePaths(
  context: CanvasRenderingContext2D,
  figure: PlanePaths,
  size: Size,
  theme: Theme,
): void {
  const area = plotArea(size);
  const axes = axesOf(figure);
  const to = ({ x, y }: Point): Point => ({ x: xAt(area, axes.x, x), y: yAt(area, axes.y, y) });
  drawAxes(context, area, axes.x, axes.y, theme);
  inside(context, area, () => {
    drawCells(context, figure.cells, area);
    for (const place of figure.dots) dot(context, to(place), 1.5, theme.line);
    for (const [from, end] of figure.edges) line(context, to(from), to(end), 1.5, theme.muted);
    for (const path of figure.paths) drawPath(context, path, to, theme);
  });
  for (const { style, points } of figure.paths) {
    const end = points.at(-1);
    if (!end) continue;
    const { x, y } = to(end);
    drawMarker(context, style, x, y, 6, theme.ground);
  }
  const [start] = figure.paths.flatMap(({ points }) => points.slice(0, 1));
  if (!start) return;
  dot(context, to(start), 8, theme.ground);
  dot(context, to(start), 6, theme.ink);
}

/** The place of the plane at a pixel of a figure of this size. */
export function planeAt(figure: PlanePaths, pixel: Point, size: Size): Point {
  const area = plotArea(size);
  const { x, y } = axesOf(figure);
  const along = ({ scale }: Axis, share: number) => scale.low + share * (scale.high - scale.low);
  return {
    x: along(x, (pixel.x - area.left) / (area.right - area.left)),
    y: along(y, (area.bottom - pixel.y) / (area.bottom - area.top)),
  };
}

function axesOf({ range, dots, paths, xLabel, yLabel }: PlanePaths): { x: Axis; y: Axis } {
  const points = [...dots, ...paths.flatMap((path) => path.points)];
  const axis = (of: 'x' | 'y', label: string): Axis => {
    const values = points.map((point) => point[of]).filter(Number.isFinite);
    const [low, high] = range ?? (values.length > 0 ? [lowest(values), highest(values)] : [0, 1]);
    const room = range ? 0 : ROOM * (high - low || 1);
    return { scale: { low: low - room, high: high + room, kind: 'linear' }, label };
  };
  return { x: axis('x', xLabel), y: axis('y', yLabel) };
}

/** From the left below, column by column; whole pixels, so that nothing shows between them. */
function drawCells(context: CanvasRenderingContext2D, cells: readonly number[], area: Area): void {
  const count = Math.round(Math.sqrt(cells.length));
  const [low, high] = [lowest(cells), highest(cells)];
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  cells.forEach((value, i) => {
    const [column, row] = [Math.floor(i / count), i % count];
    const [left, right] = [column, column + 1].map((n) =>
      Math.round(area.left + (n * width) / count),
    );
    const [bottom, top] = [row, row + 1].map((n) => Math.round(area.bottom - (n * height) / count));
    context.fillStyle = colorAt(high > low ? (value - low) / (high - low) : 0.5);
    context.fillRect(left!, top!, right! - left!, bottom! - top!);
  });
}

/** With a casing, to be seen on every colour. */
function drawPath(
  context: CanvasRenderingContext2D,
  { style, points }: PlanePath,
  to: (point: Point) => Point,
  theme: Theme,
): void {
  const casing = { color: theme.ground, width: 5, dash: [] };
  const core = { color: style.color, width: 2.5, dash: style.dash };
  for (const { color, width, dash } of [casing, core]) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.lineJoin = 'round';
    context.setLineDash([...dash]);
    context.beginPath();
    points.forEach((point, i) => {
      const { x, y } = to(point);
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
    context.stroke();
  }
  context.setLineDash([]);
}
