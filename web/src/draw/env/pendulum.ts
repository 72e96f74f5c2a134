import type { EnvironmentDrawing, Scene } from '../environment';
import { read } from '../columns';
import { drawFigures, drawReward, signed } from '../figures';
import { nameOf } from '../language';
import { moving, wrap } from '../motion';
import { distance, dot, line, type Point } from '../shapes';
import { drawTurnArrow } from '../turn-arrow';
import type { Size, Theme } from '../theme';

const LARGEST_TORQUE = 2;
/** Angle pi, speed 8 and torque 2 at once. */
const WORST_REWARD = -(Math.PI ** 2 + 0.1 * 8 ** 2 + 0.001 * LARGEST_TORQUE ** 2);
/** CSS pixels around the dial in which a touch still takes hold. */
const MARGIN = 16;

/** A rod on a pivot; upright is at the top, positive angles and torques turn anticlockwise. */
export const pendulum: EnvironmentDrawing = {
  draw(context, scene, size, theme) {
    const at = read(scene.columns, scene.state);
    const { center, length } = dial(size);
    context.lineCap = 'round';
    drawDial(context, center, length, theme);
    drawTrail(context, scene, center, length);
    drawRod(context, center, tip(center, length, at('theta')), scene.color, theme);
    drawTurnArrow(context, center, 0.46 * length, at('torque') / LARGEST_TORQUE, theme);
    drawReward(context, at('reward'), [WORST_REWARD, 0], size, theme);
    drawFigures(context, at('reward'), `${nameOf('torque')} ${signed(at('torque'))}`, size, theme);
  },
  interpolate: moving({ theta: { kind: 'turn', jump: 1 } }),
  pointAt(pixel, _scene, size) {
    const { center, length } = dial(size);
    return { x: (pixel.x - center.x) / length, y: (center.y - pixel.y) / length };
  },
  holds(pixel, _scene, size) {
    const { center, length } = dial(size);
    return distance(pixel, center) <= length + MARGIN;
  },
  push: 'turn',
  still: { theta: 2.5, torque: 1.4 },
};

function dial(size: Size): { center: Point; length: number } {
  return {
    center: { x: size.width / 2, y: 0.48 * size.height },
    length: 0.36 * Math.min(size.width, size.height),
  };
}

function tip(center: Point, length: number, theta: number): Point {
  return { x: center.x - length * Math.sin(theta), y: center.y - length * Math.cos(theta) };
}

/** The path of the tip, and the mark at its top that the rod should reach. */
function drawDial(
  context: CanvasRenderingContext2D,
  center: Point,
  length: number,
  theme: Theme,
): void {
  context.strokeStyle = theme.muted;
  context.globalAlpha = 0.45;
  context.lineWidth = 1.5;
  context.setLineDash([0.5, 6]);
  context.beginPath();
  context.arc(center.x, center.y, length, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
  const mark = (above: number) => ({ x: center.x, y: center.y - length - above });
  line(context, mark(14), mark(22), 2, theme.muted);
}

function drawTrail(
  context: CanvasRenderingContext2D,
  scene: Scene,
  center: Point,
  length: number,
): void {
  const states = [...scene.trail, scene.state];
  const angles = states.map((state) => read(scene.columns, state)('theta'));
  context.strokeStyle = scene.color;
  context.lineWidth = 0.07 * length;
  for (let i = 1; i < angles.length; i++) {
    const from = angles[i - 1]!;
    const turn = wrap(angles[i]! - from);
    if (Math.abs(turn) > 1) continue;
    context.globalAlpha = 0.28 * (i / angles.length) ** 2;
    context.lineCap = 'butt';
    context.beginPath();
    const start = -Math.PI / 2 - from;
    context.arc(center.x, center.y, length, start, start - turn, turn > 0);
    context.stroke();
  }
  context.globalAlpha = 1;
  context.lineCap = 'round';
}

function drawRod(
  context: CanvasRenderingContext2D,
  center: Point,
  end: Point,
  color: string,
  theme: Theme,
): void {
  const length = distance(center, end);
  line(context, center, end, 0.13 * length, color);
  dot(context, end, 0.12 * length, color);
  dot(context, center, 0.115 * length, theme.ink);
  dot(context, center, 0.045 * length, theme.ground);
}
