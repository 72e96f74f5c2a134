import type { EnvironmentDrawing } from '../environment';
import { read } from '../columns';
import { ABOVE, BELOW, drawFigures, drawReward, signed } from '../figures';
import { nameOf } from '../language';
import { drawForceArrow } from '../force-arrow';
import { moving } from '../motion';
import { distance, dot, drawPath, line, type Point } from '../shapes';
import type { Size, Theme } from '../theme';

/** The episode ends where the cart leaves this much to either side. */
const TRACK = 2.4;
const LARGEST_FORCE = 10;
/** CSS pixels around the cart in which a touch takes hold. */
const MARGIN = 36;

/** A pole on a cart on a track; upright is angle 0, positive angles lean to the right. */
export const cartPole: EnvironmentDrawing = {
  telling: [2, 3],
  draw(context, scene, size, theme) {
    const at = read(scene.columns, scene.state);
    const { middle, track, scale, pole } = stageOn(size);
    const postures = [...scene.trail, scene.state].map((state) => {
      const then = read(scene.columns, state);
      return { x: middle + then('x') * scale, angle: then('theta') };
    });
    const [left, right] = [middle - TRACK * scale, middle + TRACK * scale];
    drawCartPole(context, { left, right, y: track, pole }, postures, scene.color, theme);
    const under = { x: postures.at(-1)!.x, y: track + 0.42 * pole };
    const reach = 0.55 * pole;
    drawForceArrow(context, under, { x: 1, y: 0 }, at('force') / LARGEST_FORCE, reach, theme);
    drawReward(context, at('reward'), [0, 1], size, theme);
    drawFigures(context, at('reward'), `${nameOf('force')} ${signed(at('force'))}`, size, theme);
  },
  interpolate: moving({
    x: { kind: 'line', jump: 0.5 },
    theta: { kind: 'turn', jump: 1 },
  }),
  pointAt(pixel, _scene, size) {
    const { middle, track, scale } = stageOn(size);
    return { x: (pixel.x - middle) / scale, y: (track - pixel.y) / scale };
  },
  holds(pixel, scene, size) {
    const { middle, track, scale } = stageOn(size);
    const x = middle + read(scene.columns, scene.state)('x') * scale;
    return distance(pixel, { x, y: track }) <= MARGIN;
  },
  push: 'move',
  still: { x: 0.4, theta: 0.16, force: 10 },
};

interface Stage {
  middle: number;
  /** height of the axle on the canvas */
  track: number;
  /** pixels per metre */
  scale: number;
  /** pixels, the length of the pole */
  pole: number;
}

function stageOn(size: Size): Stage {
  const pole = Math.min(0.3 * size.width, 0.4 * (size.height - ABOVE - BELOW));
  return {
    middle: size.width / 2,
    track: (size.height + ABOVE - BELOW) / 2,
    scale: (size.width / 2 - 0.58 * pole - 4) / TRACK,
    pole,
  };
}

function tip(cart: Point, theta: number, pole: number): Point {
  return { x: cart.x + pole * Math.sin(theta), y: cart.y - pole * Math.cos(theta) };
}

/** Where a cart can go, in pixels: `y` is the height of its axle, `pole` the length of its pole. */
export interface Track {
  left: number;
  right: number;
  y: number;
  pole: number;
}

/** Draws a cart on its track, how it stands by the last of the postures, with those before it. */
export function drawCartPole(
  context: CanvasRenderingContext2D,
  track: Track,
  postures: readonly { x: number; angle: number }[],
  color: string,
  theme: Theme,
): void {
  const { y, pole } = track;
  context.lineCap = 'round';
  drawTrack(context, track, theme);
  const tips = postures.map(({ x, angle }) => tip({ x, y }, angle, pole));
  drawPath(context, tips.slice(0, -1), 0.05 * pole, color);
  const cart = { x: postures.at(-1)!.x, y };
  drawCart(context, cart, pole, theme);
  const end = tips.at(-1)!;
  line(context, cart, end, 0.1 * pole, color);
  dot(context, end, 0.085 * pole, color);
  dot(context, cart, 0.07 * pole, theme.ink);
}

function drawTrack(
  context: CanvasRenderingContext2D,
  { left, right, y: axle, pole }: Track,
  theme: Theme,
): void {
  const y = axle + 0.2 * pole;
  line(context, { x: left, y }, { x: right, y }, 1.5, theme.muted);
  for (const x of [left, right]) line(context, { x, y: y - 9 }, { x, y: y + 9 }, 2, theme.muted);
  const middle = (left + right) / 2;
  line(context, { x: middle, y: y + 3 }, { x: middle, y: y + 8 }, 1.5, theme.muted);
}

function drawCart(
  context: CanvasRenderingContext2D,
  cart: Point,
  pole: number,
  theme: Theme,
): void {
  const half = 0.2 * pole;
  const side = (x: number) => ({ x: cart.x + x, y: cart.y + 0.02 * pole });
  context.lineCap = 'round';
  line(context, side(-half), side(half), 0.28 * pole, theme.ground);
  line(context, side(-half), side(half), 0.24 * pole, theme.muted);
}
