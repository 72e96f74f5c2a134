import type { Point } from '../shapes';
import { BODY, HALO, stroked } from './halo';
import { type HeatMap, middleOf } from './plane';
import { probabilitiesOf, towards } from './policy';

/** Less is not drawn. */
const RARE = 0.01;
/** CSS pixels of a cell from which there is room for its number, and of the number. */
const ROOMY = { width: 44, height: 40 };
const FONT = 11;
const LETTER = 6.4;
const LINE = FONT + 4;
/** From here on a number in the corner is out of the way of the arrows. */
const WIDE = 80;

/**
 * In each cell an arrow for each choice, as long and as opaque as it is probable, and the number
 * of the cell in its corner, where there is room.
 */
export function drawTable(
  context: CanvasRenderingContext2D,
  map: HeatMap,
  labels: readonly string[],
  place: (point: Point) => Point,
  font: string,
): void {
  const { plane, field, choices } = map;
  const from = place({ x: plane.x.low, y: plane.y.low });
  const to = place({ x: plane.x.high, y: plane.y.high });
  const width = Math.abs(to.x - from.x) / plane.columns;
  const height = Math.abs(to.y - from.y) / plane.rows;
  const hasNumbers = width >= ROOMY.width && height >= ROOMY.height;
  const lowered = hasNumbers && width < WIDE ? LINE : 0;
  const reach = 0.46 * Math.min(width, height - lowered);
  for (let cell = 0; cell < plane.values.length; cell++) {
    if (plane.range && Number.isNaN(plane.values[cell])) continue;
    const middle = place(middleOf(plane, cell));
    const center = { x: middle.x, y: middle.y + lowered / 2 };
    probabilitiesOf(field, cell, choices.length).forEach((probability, choice) => {
      if (probability >= RARE)
        drawArrow(context, center, towards(choice, choices), reach, probability);
    });
    const text = labels[cell];
    if (!text || !hasNumbers) continue;
    context.font = `${FONT}px ${font}`;
    drawNumber(context, text, { x: middle.x - width / 2, y: middle.y - height / 2 });
  }
}

function drawArrow(
  context: CanvasRenderingContext2D,
  from: Point,
  { x, y }: Point,
  reach: number,
  probability: number,
): void {
  const length = reach * probability;
  const tip = { x: from.x + length * x, y: from.y - length * y };
  const barb = Math.min(5, 0.4 * length);
  const side = (sign: number): Point => ({
    x: tip.x - barb * (x + sign * y),
    y: tip.y + barb * (y - sign * x),
  });
  context.globalAlpha = 0.3 + 0.7 * probability;
  stroked(context, [
    [from, tip],
    [side(0.8), tip, side(-0.8)],
  ]);
  context.globalAlpha = 1;
}

/** On a ground of its own, to be read on every colour. */
function drawNumber(context: CanvasRenderingContext2D, text: string, { x, y }: Point): void {
  context.fillStyle = HALO!;
  context.fillRect(x + 1, y + 1, LETTER * text.length + 5, LINE);
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.fillStyle = BODY!;
  context.fillText(text, x + 3, y + 3);
}
