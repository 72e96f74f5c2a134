import { read } from '../columns';
import type { Scene } from '../environment';
import { clamp, dot, drawPath, line, type Point } from '../shapes';
import type { Theme } from '../theme';
import { drawCartPole } from './cart-pole';

/** A part of the canvas, in CSS pixels. */
export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A shape that a task of formulas is drawn as, by what its columns begin with. */
interface Shape {
  kind: keyof typeof drawings;
  stem: string;
}

/** How a column of a shape moves between two steps: angles the shorter way. */
export interface Moving {
  place: number;
  isAngle: boolean;
  /** the change from which it is a jump */
  jump: number;
}

type Draw = (
  context: CanvasRenderingContext2D,
  states: readonly Reading[],
  frame: Frame,
  color: string,
  theme: Theme,
) => void;

/** The numbers of a shape in one state. */
interface Reading {
  x: number;
  y: number;
  angle: number;
  from: number;
  to: number;
}

/** Share of its range from which a change is a jump. */
export const JUMP = 0.4;
/** Radians from which that of an angle is one. */
const TURN = 1;
const COLUMN = /^(shape \d+ (point|rod|cart)) from$/;
const drawings = { point: drawPoint, rod: drawRod, cart: drawCart };

/** The shapes of a task, in the order in which they are drawn. */
export function shapesOf(columns: readonly string[]): Shape[] {
  return columns.flatMap((column) => {
    const found = COLUMN.exec(column);
    return found ? [{ stem: found[1]!, kind: found[2] as Shape['kind'] }] : [];
  });
}

/** The columns of shapes that move. */
export function movingOf({ columns, state }: Pick<Scene, 'columns' | 'state'>): Moving[] {
  return shapesOf(columns).flatMap(({ stem }) => {
    const { from, to } = readingOf({ columns, state }, stem);
    return ['x', 'y', 'angle'].flatMap((name) => {
      const place = columns.indexOf(`${stem} ${name}`);
      const isAngle = name === 'angle';
      return place < 0 ? [] : [{ place, isAngle, jump: isAngle ? TURN : JUMP * (to - from) }];
    });
  });
}

/** Draws the shapes; one whose numbers are not finite is left out. */
export function drawShapes(
  context: CanvasRenderingContext2D,
  scene: Scene,
  frame: Frame,
  theme: Theme,
): void {
  for (const { kind, stem } of shapesOf(scene.columns)) {
    const states = [...scene.trail, scene.state]
      .map((state) => readingOf({ columns: scene.columns, state }, stem))
      .filter(({ x, y, angle }) => Number.isFinite(x + y + angle));
    const now = readingOf(scene, stem);
    if (Number.isFinite(now.x + now.y + now.angle)) {
      drawings[kind](context, states, frame, scene.color, theme);
    }
  }
}

/** What a shape has no column for is 0. */
function readingOf({ columns, state }: Pick<Scene, 'columns' | 'state'>, stem: string): Reading {
  const at = read(columns, state);
  const of = (name: string) => at(`${stem} ${name}`);
  return { x: of('x'), y: of('y'), angle: of('angle'), from: of('from'), to: of('to') };
}

/** Where a number is in its range: from 0 to 1, or a little beyond either end. */
export function shareOf(low: number, high: number, value: number): number {
  return clamp((value - low) / (high - low || 1), -0.03, 1.03);
}

/** A point in a plane that is as wide as it is high. */
function drawPoint(...[context, states, frame, color, theme]: Parameters<Draw>): void {
  const side = Math.min(frame.width, frame.height);
  const left = frame.left + (frame.width - side) / 2;
  const bottom = frame.top + (frame.height + side) / 2;
  const place = ({ x, y, from, to }: Reading): Point => ({
    x: left + side * shareOf(from, to, x),
    y: bottom - side * shareOf(from, to, y),
  });
  const { from, to } = states.at(-1)!;
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  context.strokeRect(left, bottom - side, side, side);
  if (from < 0 && to > 0) {
    const zero = side * shareOf(from, to, 0);
    line(
      context,
      { x: left + zero, y: bottom },
      { x: left + zero, y: bottom - side },
      1,
      theme.line,
    );
    line(
      context,
      { x: left, y: bottom - zero },
      { x: left + side, y: bottom - zero },
      1,
      theme.line,
    );
  }
  const places = states.map(place);
  drawPath(context, places.slice(0, -1), 5, color);
  dot(context, places.at(-1)!, 8, theme.ground);
  dot(context, places.at(-1)!, 6.5, color);
}

/** A rod from the middle; upright is angle 0, positive angles lean to the right. */
function drawRod(...[context, states, frame, color, theme]: Parameters<Draw>): void {
  const center = { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
  const length = 0.42 * Math.min(frame.width, frame.height);
  const tips = states.map(({ angle }): Point => ({
    x: center.x + length * Math.sin(angle),
    y: center.y - length * Math.cos(angle),
  }));
  context.strokeStyle = theme.muted;
  context.globalAlpha = 0.45;
  context.lineWidth = 1.5;
  context.setLineDash([0.5, 6]);
  context.beginPath();
  context.arc(center.x, center.y, length, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
  drawPath(context, tips.slice(0, -1), 0.05 * length, color);
  line(context, center, tips.at(-1)!, 0.13 * length, color);
  dot(context, tips.at(-1)!, 0.12 * length, color);
  dot(context, center, 0.115 * length, theme.ink);
  dot(context, center, 0.045 * length, theme.ground);
}

/** A pole on a cart on a track; upright is angle 0, positive angles lean to the right. */
function drawCart(...[context, states, frame, color, theme]: Parameters<Draw>): void {
  const pole = Math.min(0.3 * frame.width, 0.4 * frame.height);
  const half = frame.width / 2 - 0.58 * pole - 4;
  const middle = frame.left + frame.width / 2;
  const [left, right] = [middle - half, middle + half];
  const postures = states.map(({ x, angle, from, to }) => {
    return { x: left + (right - left) * shareOf(from, to, x), angle };
  });
  const track = { left, right, y: frame.top + frame.height / 2, pole };
  drawCartPole(context, track, postures, color, theme);
}
