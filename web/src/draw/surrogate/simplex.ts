import { highest } from '../extent';
import { distance, dot, type Point } from '../shapes';
import type { Size, Theme } from '../theme';

/** Probabilities of three arms. */
export type ArmPolicy = readonly number[];

export interface SimplexFigure {
  /** of the corners: above, left and right */
  arms: readonly string[];
  /** a policy and its velocity */
  field: readonly (readonly number[])[];
  path: readonly ArmPolicy[];
  sampled: readonly (readonly ArmPolicy[])[];
  color: string;
}

const [SIDE, ABOVE, BELOW] = [16, 26, 30];
/** Of the distance between two arrows, the length of the longest. */
const LONGEST = 0.9;

/** The triangle of all policies, where the direction leads them, and paths through it. */
export function drawSimplex(
  context: CanvasRenderingContext2D,
  figure: SimplexFigure,
  size: Size,
  theme: Theme,
): void {
  const corners = cornersOf(size);
  const to = (policy: ArmPolicy): Point => ({
    x: corners.reduce((sum, { x }, arm) => sum + x * policy[arm]!, 0),
    y: corners.reduce((sum, { y }, arm) => sum + y * policy[arm]!, 0),
  });
  trace(context, [...corners, corners[0]], 1.5, theme.muted);
  drawField(context, figure.field, to, theme);
  context.globalAlpha = 0.75;
  for (const path of figure.sampled) trace(context, path.map(to), 1.5, figure.color);
  context.globalAlpha = 1;
  trace(context, figure.path.map(to), 6, theme.ground);
  trace(context, figure.path.map(to), 3, theme.ink);
  for (const path of [...figure.sampled, figure.path]) {
    const end = path.at(-1);
    if (!end) continue;
    dot(context, to(end), 6, theme.ground);
    dot(context, to(end), 4.5, path === figure.path ? theme.ink : figure.color);
  }
  const [start] = figure.path;
  if (start) {
    dot(context, to(start), 8, theme.ground);
    dot(context, to(start), 6, theme.ink);
  }
  drawNames(context, figure.arms, corners, theme);
}

/** The first arm above, the second to the left, the third to the right; of equal sides. */
export function cornersOf({ width, height }: Size): [Point, Point, Point] {
  const tall = height - ABOVE - BELOW;
  const half = Math.min(width / 2 - SIDE, tall / Math.sqrt(3));
  const [middle, bottom] = [width / 2, height - BELOW];
  return [
    { x: middle, y: bottom - Math.sqrt(3) * half },
    { x: middle - half, y: bottom },
    { x: middle + half, y: bottom },
  ];
}

/** As long as the root of how fast the policy moves, so that slow places show. */
function drawField(
  context: CanvasRenderingContext2D,
  field: SimplexFigure['field'],
  to: (policy: ArmPolicy) => Point,
  theme: Theme,
): void {
  const arrows = field.map((row) => {
    const [from, velocity] = [row.slice(0, 3), row.slice(3)];
    const at = to(from);
    const end = to(from.map((p, arm) => p + velocity[arm]!));
    return { at, end, speed: Math.sqrt(distance(at, end)) };
  });
  const fastest = highest(arrows.map(({ speed }) => speed));
  if (!(fastest > 0)) return;
  const [first, second] = arrows;
  const reach = LONGEST * (first && second ? distance(first.at, second.at) : 0);
  context.strokeStyle = context.fillStyle = theme.muted;
  context.lineWidth = 1.25;
  for (const { at, end, speed } of arrows) {
    const length = (reach * speed) / fastest;
    if (length < 1) continue;
    const turn = Math.atan2(end.y - at.y, end.x - at.x);
    drawArrow(context, at, turn, length);
  }
}

/** Around its middle. */
function drawArrow(
  context: CanvasRenderingContext2D,
  { x, y }: Point,
  turn: number,
  length: number,
): void {
  const head = Math.min(5, length / 2);
  const along = (by: number, aside: number): [number, number] => [
    x + by * Math.cos(turn) - aside * Math.sin(turn),
    y + by * Math.sin(turn) + aside * Math.cos(turn),
  ];
  context.beginPath();
  context.moveTo(...along(-length / 2, 0));
  context.lineTo(...along(length / 2 - head, 0));
  context.stroke();
  context.beginPath();
  context.moveTo(...along(length / 2, 0));
  context.lineTo(...along(length / 2 - head, head / 2));
  context.lineTo(...along(length / 2 - head, -head / 2));
  context.fill();
}

function trace(
  context: CanvasRenderingContext2D,
  points: readonly Point[],
  width: number,
  color: string,
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.beginPath();
  points.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.stroke();
}

function drawNames(
  context: CanvasRenderingContext2D,
  arms: readonly string[],
  [above, left, right]: readonly [Point, Point, Point],
  theme: Theme,
): void {
  context.font = `600 13px ${theme.font}`;
  context.fillStyle = theme.ink;
  const name = (arm: number, align: CanvasTextAlign, at: Point) => {
    context.textAlign = align;
    context.fillText(arms[arm] ?? '', at.x, at.y);
  };
  context.textBaseline = 'bottom';
  name(0, 'center', { x: above.x, y: above.y - 8 });
  context.textBaseline = 'top';
  name(1, 'left', { x: left.x - SIDE + 4, y: left.y + 10 });
  name(2, 'right', { x: right.x + SIDE - 4, y: right.y + 10 });
}
