import type { EnvironmentDrawing, Scene } from '../environment';
import { type Arm, armAt, drawArm } from '../arm';
import { read } from '../columns';
import { BELOW, drawFigures, drawReward, signed } from '../figures';
import { nameOf } from '../language';
import { moving } from '../motion';
import { distance, drawPath, line } from '../shapes';
import { drawTurnArrow } from '../turn-arrow';
import type { Size } from '../theme';

/** Angle 0 of the first link hangs straight down. */
const DOWN = -Math.PI / 2;
const MARGIN = 16;

/** Two links that hang from a pivot, driven at the elbow: the tip should rise above the line. */
export const acrobot: EnvironmentDrawing = {
  draw(context, scene, size, theme) {
    const at = read(scene.columns, scene.state);
    const arm = armOf(scene, scene.state, size);
    context.lineCap = 'round';
    const y = arm.pivot.y - arm.link;
    context.setLineDash([6, 6]);
    line(context, { x: 16, y }, { x: size.width - 16, y }, 1.5, theme.muted);
    context.setLineDash([]);
    const tips = scene.trail.map((state) => armOf(scene, state, size).tip);
    drawPath(context, tips, 0.08 * arm.link, scene.color);
    drawArm(context, arm, scene.color, theme);
    drawTurnArrow(context, arm.elbow, 0.42 * arm.link, at('torque'), theme);
    drawReward(context, at('reward'), [-1, 0], size, theme);
    drawFigures(context, at('reward'), `${nameOf('torque')} ${signed(at('torque'))}`, size, theme);
  },
  interpolate: moving({
    theta_1: { kind: 'turn', jump: 1.8 },
    theta_2: { kind: 'turn', jump: Math.PI },
  }),
  pointAt(pixel, scene, size) {
    const { pivot, link } = armOf(scene, scene.state, size);
    return { x: (pixel.x - pivot.x) / link, y: (pivot.y - pixel.y) / link };
  },
  holds(pixel, scene, size) {
    const { pivot, link } = armOf(scene, scene.state, size);
    return distance(pixel, pivot) <= link + MARGIN;
  },
  push: 'turn',
  still: { theta_1: 0.9, theta_2: -0.7 },
};

function armOf(scene: Scene, state: ArrayLike<number>, size: Size): Arm {
  const at = read(scene.columns, state);
  const pivot = { x: size.width / 2, y: (size.height - BELOW) / 2 + 2 };
  const link = Math.min(0.23 * size.width, 0.235 * (size.height - BELOW));
  return armAt(pivot, link, DOWN, at('theta_1'), at('theta_2'));
}
