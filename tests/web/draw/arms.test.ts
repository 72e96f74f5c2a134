import { describe, expect, test } from 'vitest';
import { acrobot } from '../../../web/src/draw/env/acrobot';
import { reacher } from '../../../web/src/draw/env/reacher';
import { COLOR, discs, drawn, sceneOf, SIZE, THEME } from './scenes';

/** The joints are dark discs, the tip has the colour of the run. */
function arm(operations: ReturnType<typeof drawn>, skip = 0) {
  const [pivot, elbow] = discs(operations, THEME.ink).slice(skip);
  return { pivot: pivot!, elbow: elbow!, tip: discs(operations, COLOR).at(-1)! };
}

describe('acrobot', () => {
  const at = (theta_1: number, theta_2: number, torque = 0) =>
    drawn(acrobot, sceneOf({ theta_1, theta_2, torque, reward: -1 }));

  test('hangs down at 0, and turns anticlockwise', () => {
    const { pivot, elbow, tip } = arm(at(0, 0));
    expect(elbow.x).toBeCloseTo(pivot.x);
    expect(elbow.y).toBeGreaterThan(pivot.y + 30);
    expect(tip.y - elbow.y).toBeCloseTo(elbow.y - pivot.y);
    expect(arm(at(Math.PI / 2, 0)).elbow.x).toBeGreaterThan(pivot.x + 30);
  });

  test('bends at the elbow, relative to the first link', () => {
    const { pivot, elbow, tip } = arm(at(Math.PI / 2, Math.PI / 2));
    expect(elbow.y).toBeCloseTo(pivot.y);
    expect(tip.x).toBeCloseTo(elbow.x);
    expect(tip.y).toBeLessThan(elbow.y);
  });

  test('marks the height to reach, one link above the pivot', () => {
    const operations = at(Math.PI, 0);
    const { pivot, elbow } = arm(operations);
    const level = operations.find(({ name }) => name === 'moveTo')!.args[1];
    expect(level).toBeCloseTo(elbow.y);
    expect(level).toBeLessThan(pivot.y);
  });

  test('shows the torque at the elbow', () => {
    const strokes = (torque: number) =>
      at(0.3, 0.4, torque).filter(
        ({ name, style }) => name === 'stroke' && style.strokeStyle === THEME.ink,
      ).length;
    expect(strokes(1)).toBe(strokes(0) + 1);
  });

  test('interpolates both angles, and not over a reset', () => {
    const columns = ['theta_1', 'theta_2'];
    expect(acrobot.interpolate(columns, [0.2, 3], [0.4, -3], 0.5)[0]).toBeCloseTo(0.3);
    expect(Math.abs(acrobot.interpolate(columns, [0.2, 3], [0.4, -3], 0.5)[1]!)).toBeCloseTo(
      Math.PI,
      1,
    );
    expect(acrobot.interpolate(columns, [3, 1], [0, 0.1], 0.5)).toEqual([0, 0.1]);
  });
});

describe('reacher', () => {
  const numbers = { torque_1: 0, torque_2: 0, reward: -0.5 };
  const scene = (theta_1: number, theta_2: number, target_x: number, target_y: number) =>
    sceneOf({ theta_1, theta_2, target_x, target_y, ...numbers });
  const targetMark = 1;

  test('points to the right at 0, and its tip lies on the target where the numbers say so', () => {
    const operations = drawn(reacher, scene(Math.PI / 2, -Math.PI / 2, 1, 1));
    const { pivot, elbow, tip } = arm(operations, targetMark);
    const [target] = discs(operations, THEME.ink);
    expect(elbow.x).toBeCloseTo(pivot.x);
    expect(elbow.y).toBeLessThan(pivot.y);
    expect(tip.x).toBeCloseTo(target!.x);
    expect(tip.y).toBeCloseTo(target!.y);
  });

  test('takes hold of the target by touch, and of nothing else', () => {
    const still = scene(0, 0, -1, 0.5);
    const [target] = discs(drawn(reacher, still), THEME.ink);
    expect(reacher.holds(target!, still, SIZE)).toBe(true);
    expect(reacher.holds({ x: SIZE.width - 5, y: 5 }, still, SIZE)).toBe(false);
    const { x, y } = reacher.pointAt(target!, still, SIZE);
    expect([x, y]).toEqual([expect.closeTo(-1), expect.closeTo(0.5)]);
  });

  test('lets the target follow a drag without a jump', () => {
    const columns = ['theta_1', 'theta_2', 'target_x', 'target_y'];
    expect(reacher.interpolate(columns, [0, 0, -2, 0], [0.2, 0, 2, 1], 0.5)).toEqual([
      0.1, 0, 0, 0.5,
    ]);
  });
});
