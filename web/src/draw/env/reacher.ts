import type { EnvironmentDrawing, Scene } from '../environment';
import { type Arm, armAt, drawArm } from '../arm';
import { read } from '../columns';
import { BELOW, drawFigures, drawReward, signed } from '../figures';
import { nameOf } from '../language';
import { moving } from '../motion';
import { distance, dot, drawPath, type Point } from '../shapes';
import { drawTurnArrow } from '../turn-arrow';
import type { Size } from '../theme';

const WORST_REWARD = -4;
/** CSS pixels around the target in which a touch takes hold. */
const MARGIN = 36;

/** An arm of two links, seen from above, whose tip should reach the target. */
export const reacher: EnvironmentDrawing = {
  draw(context, scene, size, theme) {
    const at = read(scene.columns, scene.state);
    const arm = armOf(scene, scene.state, size);
    context.lineCap = 'round';
    context.strokeStyle = theme.line;
    context.lineWidth = 1.5;
    context.beginPath();
    context.arc(arm.pivot.x, arm.pivot.y, 2 * arm.link, 0, 2 * Math.PI);
    context.stroke();
    const target = targetOf(scene, size);
    context.strokeStyle = theme.ink;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(target.x, target.y, 9, 0, 2 * Math.PI);
    context.stroke();
    dot(context, target, 3, theme.ink);
    const tips = scene.trail.map((state) => armOf(scene, state, size).tip);
    drawPath(context, tips, 0.08 * arm.link, scene.color);
    drawArm(context, arm, scene.color, theme);
    drawTurnArrow(context, arm.pivot, 0.36 * arm.link, at('torque_1'), theme);
    drawTurnArrow(context, arm.elbow, 0.36 * arm.link, at('torque_2'), theme);
    drawReward(context, at('reward'), [WORST_REWARD, 0], size, theme);
    const torques = `${nameOf('torques')} ${signed(at('torque_1'))}; ${signed(at('torque_2'))}`;
    drawFigures(context, at('reward'), torques, size, theme);
  },
  interpolate: moving({
    theta_1: { kind: 'turn', jump: 1 },
    theta_2: { kind: 'turn', jump: 1 },
    target_x: { kind: 'line', jump: Infinity },
    target_y: { kind: 'line', jump: Infinity },
  }),
  pointAt(pixel, scene, size) {
    const { pivot, link } = armOf(scene, scene.state, size);
    return { x: (pixel.x - pivot.x) / link, y: (pivot.y - pixel.y) / link };
  },
  holds(pixel, scene, size) {
    return distance(pixel, targetOf(scene, size)) <= MARGIN;
  },
  push: 'turn',
  still: { theta_1: 0.5, theta_2: 1.3, target_x: -0.1, target_y: 0.1 },
};

function armOf(scene: Scene, state: ArrayLike<number>, size: Size): Arm {
  const at = read(scene.columns, state);
  const pivot = { x: size.width / 2, y: (size.height - BELOW) / 2 + 2 };
  const link = Math.min(0.23 * size.width, 0.235 * (size.height - BELOW));
  return armAt(pivot, link, 0, at('theta_1'), at('theta_2'));
}

function targetOf(scene: Scene, size: Size): Point {
  const { pivot, link } = armOf(scene, scene.state, size);
  const at = read(scene.columns, scene.state);
  return { x: pivot.x + at('target_x') * link, y: pivot.y - at('target_y') * link };
}
