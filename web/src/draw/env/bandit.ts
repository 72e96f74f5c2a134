import { highest, lowest } from '../extent';
import type { EnvironmentDrawing, Scene } from '../environment';
import { read } from '../columns';
import { ABOVE, BELOW, drawFigures, drawReward, signed } from '../figures';
import { nameOf } from '../language';
import { distance, dot, line, type Point } from '../shapes';
import type { Size, Theme } from '../theme';

/** Points at which the objective is given, evenly over [-1, 1]. */
const POINTS = 61;
/** CSS pixels around the first action in which a touch takes hold. */
const MARGIN = 36;

/** An objective with its optimum to the right. */
const STILL = Object.fromEntries(
  Array.from({ length: POINTS }, (_, i) => [`curve_${i}`, -((i / 30 - 1.4) ** 2)]),
);

/** One step, one reward: the objective over one coordinate, and every action on its curve. */
export const bandit: EnvironmentDrawing = {
  telling: [],
  draw(context, scene, size, theme) {
    const at = read(scene.columns, scene.state);
    const curve = curveOf(scene, size);
    context.lineCap = 'round';
    context.lineJoin = 'round';
    drawAxis(context, curve, theme);
    drawCurve(context, curve, theme);
    const actions = actionsOf(scene);
    for (const state of scene.trail) {
      context.globalAlpha = 0.12;
      const earlier = read(scene.columns, state);
      actions.forEach((_, i) => dot(context, curve.on(earlier(`action_${i}`)), 3.5, scene.color));
    }
    context.globalAlpha = 1;
    actions.forEach((action, i) => {
      const place = curve.on(action);
      dot(context, place, i === 0 ? 8 : 6.5, theme.ground);
      dot(context, place, i === 0 ? 6.5 : 5, scene.color);
    });
    const sum = actions.length;
    drawReward(context, at('reward') / sum, [curve.low, curve.high], size, theme);
    const first = signed(actions[0] ?? 0, 2);
    const figures =
      sum > 1
        ? `${nameOf('action')} 1 ${nameOf('of')} ${sum}: ${first}`
        : `${nameOf('action')} ${first}`;
    drawFigures(context, at('reward'), figures, size, theme);
  },
  interpolate: (_columns, _from, to) => to,
  pointAt(pixel, scene, size) {
    const { left, width } = curveOf(scene, size);
    return { x: (2 * (pixel.x - left)) / width - 1, y: 0 };
  },
  holds(pixel, scene, size) {
    const [first] = actionsOf(scene);
    return distance(pixel, curveOf(scene, size).on(first ?? 0)) <= MARGIN;
  },
  push: 'none',
  still: { ...STILL, dimensions: 1, action_0: -0.3 },
};

function actionsOf(scene: Scene): number[] {
  const at = read(scene.columns, scene.state);
  return Array.from({ length: at('dimensions') }, (_, i) => at(`action_${i}`));
}

interface Curve {
  left: number;
  width: number;
  bottom: number;
  low: number;
  high: number;
  points: Point[];
  /** The place of an action on the curve. */
  on(action: number): Point;
}

function curveOf(scene: Scene, size: Size): Curve {
  const at = read(scene.columns, scene.state);
  const values = Array.from({ length: POINTS }, (_, i) => at(`curve_${i}`));
  const [low, high] = [lowest(values), highest(values)];
  const [left, top, bottom] = [20, ABOVE + 8, size.height - BELOW - 22];
  const width = size.width - 2 * left;
  const y = (value: number) => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
  const x = (share: number) => left + share * width;
  const on = (action: number) => {
    const place = (Math.min(1, Math.max(-1, action)) + 1) / 2;
    const before = Math.min(POINTS - 2, Math.floor(place * (POINTS - 1)));
    const rest = place * (POINTS - 1) - before;
    return { x: x(place), y: y(values[before]! * (1 - rest) + values[before + 1]! * rest) };
  };
  const points = values.map((value, i) => ({ x: x(i / (POINTS - 1)), y: y(value) }));
  return { left, width, bottom, low, high, points, on };
}

function drawAxis(context: CanvasRenderingContext2D, curve: Curve, theme: Theme): void {
  const { left, width, bottom } = curve;
  const y = bottom + 6;
  line(context, { x: left, y }, { x: left + width, y }, 1, theme.line);
  context.fillStyle = theme.muted;
  context.font = `12px ${theme.font}`;
  context.textBaseline = 'top';
  context.textAlign = 'center';
  for (const value of [-1, 0, 1]) {
    const x = left + ((value + 1) / 2) * width;
    line(context, { x, y: y - 3 }, { x, y: y + 3 }, 1, theme.muted);
    context.fillText(signed(value, 0), x, y + 3);
  }
}

function drawCurve(context: CanvasRenderingContext2D, curve: Curve, theme: Theme): void {
  context.strokeStyle = theme.muted;
  context.lineWidth = 2;
  context.beginPath();
  curve.points.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.stroke();
}
