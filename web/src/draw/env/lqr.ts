import type { EnvironmentDrawing, Scene } from '../environment';
import { type Reading, read } from '../columns';
import { ABOVE, BELOW, drawFigures, drawReward, signed } from '../figures';
import { nameOf } from '../language';
import { drawForceArrow } from '../force-arrow';
import { moving } from '../motion';
import { distance, dot, drawPath, line, type Point } from '../shapes';
import type { Size, Theme } from '../theme';

/** The states that are in the picture, in each direction. */
const RANGE = 3;
/** The action whose arrow has its full length. */
const LARGEST_ACTION = 4;
const WORST_REWARD = -4;
/** CSS pixels around the state in which a touch takes hold. */
const MARGIN = 36;

/** A state to bring to the origin at little cost: a bead on a line, or a point in a plane. */
export const lqr: EnvironmentDrawing = {
  draw(context, scene, size, theme) {
    const at = read(scene.columns, scene.state);
    const isPlane = at('dimensions') > 1;
    context.lineCap = 'round';
    drawAxes(context, scene, size, theme);
    const place = placeOf(scene, scene.state, size);
    const places = scene.trail.map((state) => placeOf(scene, state, size));
    drawPath(context, places, 5, scene.color);
    drawOrigin(context, frameOf(scene, size).origin, theme);
    dot(context, place, 10, scene.color);
    if (isBeyond(at)) dot(context, place, 6, theme.ground);
    const action = isPlane ? { x: at('a_1'), y: -at('a_2') } : { x: at('a_1'), y: 0 };
    const strength = Math.hypot(action.x, action.y);
    const along = { x: action.x / (strength || 1), y: action.y / (strength || 1) };
    const start = { x: place.x + 14 * along.x, y: place.y + 14 * along.y };
    const reach = 0.3 * Math.min(size.width, size.height);
    drawForceArrow(context, start, along, strength / LARGEST_ACTION, reach, theme);
    drawReward(context, at('reward'), [WORST_REWARD, 0], size, theme);
    const names = isPlane ? ['a_1', 'a_2'] : ['a_1'];
    const figures = `${nameOf('action')} ${names.map((name) => signed(at(name), 2)).join('; ')}`;
    drawFigures(context, at('reward'), figures, size, theme);
  },
  interpolate: moving({
    s_1: { kind: 'line', jump: 1.5 },
    s_2: { kind: 'line', jump: 1.5 },
  }),
  pointAt(pixel, scene, size) {
    const { origin, scale } = frameOf(scene, size);
    return { x: (pixel.x - origin.x) / scale, y: (origin.y - pixel.y) / scale };
  },
  holds(pixel, scene, size) {
    return distance(pixel, placeOf(scene, scene.state, size)) <= MARGIN;
  },
  push: 'shift',
  still: { dimensions: 2, s_1: 1.6, s_2: 0.9, a_1: -1.4, a_2: -0.8 },
};

/** Where the origin is, and the pixels per unit: a line is as wide as the picture. */
function frameOf(scene: Scene, size: Size): { origin: Point; scale: number } {
  const height = size.height - ABOVE - BELOW;
  const isPlane = read(scene.columns, scene.state)('dimensions') > 1;
  const half = isPlane ? Math.min(size.width, height) / 2 : size.width / 2;
  return {
    origin: { x: size.width / 2, y: ABOVE + height / 2 },
    scale: (half - 12) / RANGE,
  };
}

function isBeyond(at: Reading): boolean {
  return Math.max(Math.abs(at('s_1')), Math.abs(at('s_2'))) > RANGE;
}

function placeOf(scene: Scene, state: ArrayLike<number>, size: Size): Point {
  const at = read(scene.columns, state);
  const { origin, scale } = frameOf(scene, size);
  const up = at('dimensions') > 1 ? at('s_2') : 0;
  const inside = (value: number) => Math.min(RANGE, Math.max(-RANGE, value));
  return { x: origin.x + inside(at('s_1')) * scale, y: origin.y - inside(up) * scale };
}

function drawAxes(context: CanvasRenderingContext2D, scene: Scene, size: Size, theme: Theme): void {
  const { origin, scale } = frameOf(scene, size);
  const isPlane = read(scene.columns, scene.state)('dimensions') > 1;
  const across = (value: number) => origin.x + value * scale;
  const up = (value: number) => origin.y - value * scale;
  for (let value = -RANGE; value <= RANGE; value++) {
    const x = across(value);
    if (isPlane) {
      line(context, { x, y: up(-RANGE) }, { x, y: up(RANGE) }, 1, theme.line);
      const y = up(value);
      line(context, { x: across(-RANGE), y }, { x: across(RANGE), y }, 1, theme.line);
    } else {
      line(context, { x, y: origin.y - 5 }, { x, y: origin.y + 5 }, 1.5, theme.muted);
    }
  }
  if (isPlane) return;
  const ends = [across(-RANGE), across(RANGE)] as const;
  line(context, { x: ends[0], y: origin.y }, { x: ends[1], y: origin.y }, 1.5, theme.muted);
}

/** The ring that the state should come to rest in. */
function drawOrigin(context: CanvasRenderingContext2D, origin: Point, theme: Theme): void {
  context.strokeStyle = theme.ink;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(origin.x, origin.y, 14, 0, 2 * Math.PI);
  context.stroke();
}
