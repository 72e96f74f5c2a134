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
    const stage = stageOn(size);
    const cart = { x: stage.middle + at('x') * stage.scale, y: stage.track };
    context.lineCap = 'round';
    drawTrack(context, stage, theme);
    const tips = scene.trail.map((state) => {
      const earlier = read(scene.columns, state);
      const from = { x: stage.middle + earlier('x') * stage.scale, y: stage.track };
      return tip(from, earlier('theta'), stage.pole);
    });
    drawPath(context, tips, 0.05 * stage.pole, scene.color);
    drawCart(context, cart, stage.pole, theme);
    const end = tip(cart, at('theta'), stage.pole);
    line(context, cart, end, 0.1 * stage.pole, scene.color);
    dot(context, end, 0.085 * stage.pole, scene.color);
    dot(context, cart, 0.07 * stage.pole, theme.ink);
    const under = { x: cart.x, y: cart.y + 0.42 * stage.pole };
    const reach = 0.55 * stage.pole;
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

function drawTrack(context: CanvasRenderingContext2D, stage: Stage, theme: Theme): void {
  const { middle, scale, track, pole } = stage;
  const y = track + 0.2 * pole;
  const ends = [middle - TRACK * scale, middle + TRACK * scale] as const;
  line(context, { x: ends[0], y }, { x: ends[1], y }, 1.5, theme.muted);
  for (const x of ends) line(context, { x, y: y - 9 }, { x, y: y + 9 }, 2, theme.muted);
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
