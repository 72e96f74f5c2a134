import { dot, type Point } from '../shapes';
import { BODY, HALO, stroked, trace } from './halo';
import { evenCells, type HeatMap, middleOf } from './plane';
import { bandOf, directionOf, probabilitiesOf } from './policy';
import { drawTable } from './table-marks';

/** Places a point of the axes on the canvas. */
type Place = (point: Point) => Point;

/** CSS pixels between arrows, at least. */
const SPACING = 26;

/** The policy on a heat map, dark around light to be seen on every colour. */
export function drawPolicy(
  context: CanvasRenderingContext2D,
  map: HeatMap,
  place: Place,
  font: string,
): void {
  const actions = [map.field.across, map.field.up].filter(
    ({ index }) => index >= map.field.state.length,
  );
  if (map.labels) drawTable(context, map, map.labels, place, font);
  else if (map.isByChoice) drawProbabilities(context, map, place);
  else if (actions.length === 2) drawCross(context, map, place);
  else if (actions.length === 1) drawBand(context, map, place);
  else drawArrows(context, map, place);
}

/** In cells that leave room for them, as long as the action is large. */
function drawArrows(context: CanvasRenderingContext2D, map: HeatMap, place: Place): void {
  const { field, plane, bounds, choices } = map;
  const from = place({ x: plane.x.low, y: plane.y.low });
  const to = place({ x: plane.x.high, y: plane.y.high });
  const most = (length: number) => Math.max(1, Math.floor(Math.abs(length) / SPACING));
  for (const cell of evenCells(plane, most(to.x - from.x), most(to.y - from.y))) {
    if (plane.range && Number.isNaN(plane.values[cell])) continue;
    const direction = directionOf(field, cell, bounds, choices);
    drawArrow(context, place(middleOf(plane, cell)), direction, 0.75 * SPACING);
  }
}

function drawArrow(
  context: CanvasRenderingContext2D,
  at: Point,
  { x, y }: Point,
  reach: number,
): void {
  const length = Math.hypot(x, y);
  if (length < 0.08) {
    dot(context, at, 2.5, HALO);
    dot(context, at, 1.5, BODY);
    return;
  }
  const [dx, dy] = [(reach * x) / 2, (-reach * y) / 2];
  const tip = { x: at.x + dx, y: at.y + dy };
  const size = Math.min(4, 0.4 * reach * length) / length;
  const barb = (side: number) => ({
    x: tip.x - size * (x + side * y),
    y: tip.y - size * (-y + side * x),
  });
  const [left, right] = [barb(0.8), barb(-0.8)];
  stroked(context, [
    [{ x: at.x - dx, y: at.y - dy }, tip],
    [left, tip, right],
  ]);
}

/** The mean action along the state, one standard deviation to each side. */
function drawBand(context: CanvasRenderingContext2D, map: HeatMap, place: Place): void {
  const { field, plane, bounds } = map;
  const dimension = field.up.index - field.state.length;
  const bands = Array.from({ length: plane.columns }, (_, column) => ({
    x: middleOf(plane, column).x,
    ...bandOf(field, column, dimension, bounds[dimension]!),
  }));
  const lower = bands.map(({ x, low }) => place({ x, y: low }));
  const upper = bands.map(({ x, high }) => place({ x, y: high }));
  const isRandom = bands.some(({ low, high }) => high > low);
  if (isRandom) {
    context.globalAlpha = 0.25;
    context.fillStyle = BODY;
    trace(context, [...lower, ...upper.reverse()]);
    context.fill();
    context.globalAlpha = 1;
    context.setLineDash([4, 3]);
    stroked(context, [lower, upper.reverse()], 1);
    context.setLineDash([]);
  }
  stroked(context, [bands.map(({ x, mean }) => place({ x, y: mean }))], 2.5);
}

/** The mean of two dimensions of the action, one standard deviation to each side. */
function drawCross(context: CanvasRenderingContext2D, map: HeatMap, place: Place): void {
  const { field, bounds } = map;
  const [across, up] = [field.across, field.up].map(({ index }) => {
    const dimension = index - field.state.length;
    return bandOf(field, 0, dimension, bounds[dimension]!);
  }) as [ReturnType<typeof bandOf>, ReturnType<typeof bandOf>];
  const at = place({ x: across.mean, y: up.mean });
  stroked(context, [
    [place({ x: across.low, y: up.mean }), place({ x: across.high, y: up.mean })],
    [place({ x: across.mean, y: up.low }), place({ x: across.mean, y: up.high })],
  ]);
  dot(context, at, 6, HALO);
  dot(context, at, 4.5, BODY);
}

/** The probability of each choice, as the area of a dot. */
function drawProbabilities(context: CanvasRenderingContext2D, map: HeatMap, place: Place): void {
  const { field, plane, choices } = map;
  for (let column = 0; column < plane.columns; column += 2) {
    probabilitiesOf(field, column, choices.length).forEach((probability, choice) => {
      const { x } = middleOf(plane, column);
      const radius = 5 * Math.sqrt(probability);
      dot(context, place({ x, y: choice }), radius + 1, HALO);
      dot(context, place({ x, y: choice }), radius, BODY);
    });
  }
}
