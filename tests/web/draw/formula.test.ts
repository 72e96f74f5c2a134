import { describe, expect, test } from 'vitest';
import { formula } from '../../../web/src/draw/env/formula';
import { COLOR, discs, drawn, pathPoints, rewardBar, sceneOf, SIZE, SMALL, texts } from './scenes';

const plane = { x: 0.5, v: -2, u: 0.25, reward: -1 };
const ranges = {
  ...{ 'x low': -1, 'x high': 1, 'v low': -4, 'v high': 4 },
  ...{ 'action u low': -1, 'action u high': 1 },
};
const single = { x: 0.5, choice: 1, reward: 2, 'x low': 0, 'x high': 1 };
const choices = { 'choice left': 0, 'choice right': 1 };

const ends = (shape: string) => ({ [`shape ${shape} from`]: -2, [`shape ${shape} to`]: 2 });
const rod = (angle: number) => ({
  ...plane,
  'shape 1 rod angle': angle,
  ...ends('1 rod'),
  ...ranges,
});
const cart = (x: number, angle: number) => {
  return {
    'shape 1 cart x': x,
    'shape 1 cart angle': angle,
    ...ends('1 cart'),
    ...plane,
    ...ranges,
  };
};
const point = (x: number, y: number) => {
  return { 'shape 1 point x': x, 'shape 1 point y': y, ...ends('1 point'), ...plane, ...ranges };
};

describe('a task of formulas that says its shapes', () => {
  const first = (numbers: Record<string, number>) =>
    discs(drawn(formula, sceneOf(numbers)), COLOR)[0]!;

  test('has a rod from the middle, to the right by positive angles', () => {
    const [up, right, down] = [0, Math.PI / 2, Math.PI].map((angle) => first(rod(angle)));
    expect(up!.x).toBeCloseTo(down!.x);
    expect(right!.y).toBeCloseTo((up!.y + down!.y) / 2);
    expect(right!.x - up!.x).toBeCloseTo((down!.y - up!.y) / 2);
  });

  test('has a cart between its ends, and its pole on it', () => {
    const [left, middle, right] = [-2, 0, 2].map((x) => first(cart(x, 0)));
    expect(middle!.x - left!.x).toBeCloseTo(right!.x - middle!.x);
    expect(right!.x).toBeGreaterThan(left!.x + 50);
    const leaning = first(cart(0, Math.PI / 2));
    expect(leaning.x).toBeGreaterThan(middle!.x + 20);
    expect(leaning.y).toBeGreaterThan(middle!.y + 20);
  });

  test('has a point in a plane that is as wide as high', () => {
    const [low, high] = [first(point(-2, -2)), first(point(2, 2))];
    expect(high.x - low.x).toBeCloseTo(low.y - high.y);
    expect(high.x).toBeGreaterThan(low.x + 50);
  });

  test('has several of them, and all components beside', () => {
    const numbers = { ...point(1, 1), 'shape 2 rod angle': 1, ...ends('2 rod') };
    const operations = drawn(formula, sceneOf(numbers));
    expect(discs(operations, COLOR).length).toBeGreaterThan(2);
    expect(texts(operations)).toEqual(expect.arrayContaining(['x', 'v', 'u', '−2.00', '0.25']));
  });

  test('leaves out what is not finite, then and now', () => {
    const strange = [NaN, Infinity].map((angle) => drawn(formula, sceneOf(rod(angle)), SMALL));
    for (const operations of strange) expect(discs(operations, COLOR)).toEqual([]);
    const trail = [rod(NaN), rod(0)];
    expect(discs(drawn(formula, sceneOf(rod(1), trail), SMALL), COLOR)).toHaveLength(2);
  });

  test('stays within the smallest picture, however far away a state is', () => {
    for (const far of [-1e5, 3, 1e5]) {
      for (const numbers of [rod(far), cart(far, far), point(far, -far)]) {
        const operations = drawn(formula, sceneOf(numbers, [numbers]), SMALL);
        for (const { x, y } of [...discs(operations, COLOR), ...pathPoints(operations)]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(SMALL.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(SMALL.height);
        }
      }
    }
  });

  test('moves angles the shorter way, and lets jumps be', () => {
    const { columns, state } = sceneOf(rod(3));
    const angle = columns.indexOf('shape 1 rod angle');
    const next = sceneOf(rod(-3)).state;
    expect(formula.interpolate(columns, state, next, 0.5)[angle]).toBeCloseTo(Math.PI);
    const far = sceneOf(rod(1)).state;
    expect(formula.interpolate(columns, state, far, 0.5)).toBe(far);
    const [here, there] = [sceneOf(cart(0, 0)), sceneOf(cart(1.9, 0))];
    expect(formula.interpolate(here.columns, here.state, there.state, 0.5)).toBe(there.state);
    const near = sceneOf(cart(1, 0)).state;
    expect(formula.interpolate(here.columns, here.state, near, 0.5)[0]).toBeCloseTo(0.5);
  });
});

describe('the picture of a task of formulas', () => {
  test('has the first two components in a plane', () => {
    const [low] = discs(drawn(formula, sceneOf({ ...plane, ...ranges, x: -1, v: -4 })), COLOR);
    const [high] = discs(drawn(formula, sceneOf({ ...plane, ...ranges, x: 1, v: 4 })), COLOR);
    expect(high!.x).toBeGreaterThan(low!.x + 100);
    expect(high!.y).toBeLessThan(low!.y - 100);
    expect(texts(drawn(formula, sceneOf({ ...plane, ...ranges })))).toEqual(
      expect.arrayContaining(['x 0.50', 'v −2.00', 'u', '0.25', 'reward −1.00', 'action 0.25']),
    );
  });

  test('is pulled to where in the plane a pointer is', () => {
    for (const size of [SIZE, SMALL]) {
      const scene = sceneOf({ ...plane, ...ranges });
      const [disc] = discs(drawn(formula, scene, size), COLOR);
      const { x, y } = formula.pointAt(disc!, scene, size);
      expect(x).toBeCloseTo(plane.x);
      expect(y).toBeCloseTo(plane.v);
      const beyond = formula.pointAt({ x: size.width + 100, y: -100 }, scene, size);
      expect(beyond).toEqual({ x: ranges['x high'], y: ranges['v high'] });
    }
  });

  test('has a single component on a line, and says which choice was made', () => {
    const operations = drawn(formula, sceneOf({ ...single, ...choices }));
    expect(discs(operations, COLOR)).toHaveLength(1);
    expect(texts(operations)).toEqual(expect.arrayContaining(['x', '0.50', 'action right']));
  });

  test('stays within the smallest picture, however far away a state is', () => {
    for (const size of [SIZE, SMALL]) {
      for (const x of [-1e5, 0, 1e5]) {
        for (const numbers of [
          { ...plane, ...ranges },
          { ...single, ...choices },
        ]) {
          const operations = drawn(formula, sceneOf({ ...numbers, x }, [numbers]), size);
          for (const point of [...discs(operations, COLOR), ...pathPoints(operations)]) {
            expect(point.x).toBeGreaterThanOrEqual(0);
            expect(point.x).toBeLessThanOrEqual(size.width);
            expect(point.y).toBeGreaterThanOrEqual(0);
            expect(point.y).toBeLessThanOrEqual(size.height);
          }
        }
      }
    }
  });

  test('has a bar between the best and the worst reward of late', () => {
    const trail = [{ ...plane, reward: -4 }];
    const full = rewardBar(drawn(formula, sceneOf({ ...plane, ...ranges, reward: 0 }, trail)));
    const half = rewardBar(drawn(formula, sceneOf({ ...plane, ...ranges, reward: -2 }, trail)));
    expect(half).toBeCloseTo(full / 2);
    expect(rewardBar(drawn(formula, sceneOf({ ...plane, ...ranges, reward: -4 })))).toBe(0);
  });

  test('moves what changes a little, and lets jumps be', () => {
    const { columns, state } = sceneOf({ ...plane, ...ranges });
    const next = sceneOf({ ...plane, ...ranges, x: 0.7 }).state;
    expect(formula.interpolate(columns, state, next, 0.5)[0]).toBeCloseTo(0.6);
    const far = sceneOf({ ...plane, ...ranges, x: -0.9 }).state;
    expect(formula.interpolate(columns, state, far, 0.5)).toBe(far);
    expect(formula.holds({ x: 0, y: 0 }, sceneOf(plane), SIZE)).toBe(false);
  });
});
