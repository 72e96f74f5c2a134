import { describe, expect, test } from 'vitest';
import { cartPole } from '../../../web/src/draw/env/cart-pole';
import { mountainCar } from '../../../web/src/draw/env/mountain-car';
import { arrowHeads, COLOR, discs, drawn, rewardBar, sceneOf, texts } from './scenes';

describe('mountain car', () => {
  const drawing = mountainCar(0.45);
  const at = (position: number, force = 0, reward = 0) =>
    drawn(drawing, sceneOf({ position, velocity: 0, force, reward }));
  /** The middle of the wheels. */
  const car = (position: number) => {
    const wheels = discs(at(position), '#000');
    return { x: (wheels[0]!.x + wheels[1]!.x) / 2, y: (wheels[0]!.y + wheels[1]!.y) / 2 };
  };

  test('stands lowest in the valley, and further right the larger its position', () => {
    const valley = -Math.PI / 6;
    expect(car(valley).y).toBeGreaterThan(car(valley - 0.3).y);
    expect(car(valley).y).toBeGreaterThan(car(valley + 0.3).y);
    expect(car(-1).x).toBeLessThan(car(0).x);
    expect(car(0).x).toBeLessThan(car(0.5).x);
  });

  test('shows the force by an arrow along the slope', () => {
    const flag = 1;
    expect(arrowHeads(at(-0.5))).toHaveLength(flag);
    const [, right] = arrowHeads(at(-0.5, 1));
    const [, left] = arrowHeads(at(-0.5, -1));
    const [, half] = arrowHeads(at(-0.5, 0.5));
    expect(right!.x).toBeGreaterThan(half!.x);
    expect(half!.x).toBeGreaterThan(left!.x);
  });

  test('puts the flag at the goal', () => {
    const [near] = arrowHeads(at(-0.5));
    const scene = sceneOf({ position: -0.5, velocity: 0, force: 0, reward: 0 });
    const [far] = arrowHeads(drawn(mountainCar(0.5), scene));
    expect(far!.x).toBeGreaterThan(near!.x);
    expect(car(0.45).x).toBeCloseTo(near!.x, -1);
  });

  test('says reward and force', () => {
    expect(texts(at(0, -0.4, -1))).toEqual(['reward −1.00', 'force −0.4']);
    expect(rewardBar(at(0, 0, -1))).toBeCloseTo(0);
    expect(rewardBar(at(0, 0, 100))).toBe(rewardBar(at(0, 0, 0)));
  });

  test('moves between steps, and not over a reset', () => {
    const columns = ['position', 'velocity'];
    expect(drawing.interpolate(columns, [0, 0], [0.1, 1], 0.5)).toEqual([0.05, 1]);
    expect(drawing.interpolate(columns, [0.5, 0], [-0.5, 1], 0.5)[0]).toBe(-0.5);
  });
});

describe('cart pole', () => {
  const at = (x: number, theta: number, force = 0, reward = 1) =>
    drawn(cartPole, sceneOf({ x, theta, force, reward }));
  const tip = (x: number, theta: number) => discs(at(x, theta), COLOR)[0]!;
  const cart = (x: number) => discs(at(x, 0), '#000')[0]!;

  test('is upright at 0 and leans to the right with positive angles', () => {
    expect(tip(0, 0).x).toBeCloseTo(cart(0).x);
    expect(tip(0, 0).y).toBeLessThan(cart(0).y - 40);
    expect(tip(0, 0.5).x).toBeGreaterThan(cart(0).x + 20);
    expect(tip(0, Math.PI).y).toBeGreaterThan(cart(0).y + 40);
  });

  test('runs along its track', () => {
    expect(cart(-2.4).x).toBeGreaterThan(0);
    expect(cart(2.4).x).toBeLessThan(400);
    expect(cart(0).x).toBeCloseTo((cart(-2.4).x + cart(2.4).x) / 2);
    expect(cart(1).y).toBe(cart(-1).y);
  });

  test('shows the force, the reward and a trail', () => {
    const [right] = arrowHeads(at(0, 0, 10));
    const [left] = arrowHeads(at(0, 0, -10));
    expect(right!.x - 200).toBeCloseTo(200 - left!.x);
    expect(arrowHeads(at(0, 0, 0))).toHaveLength(0);
    expect(rewardBar(at(0, 0, 0, 1))).toBeGreaterThan(300);
    const state = { x: 0, theta: 0, force: 0, reward: 1 };
    const operations = drawn(cartPole, sceneOf(state, [{ ...state, x: -0.5 }, state]));
    expect(discs(operations, COLOR)).toHaveLength(3);
  });

  test('turns the shorter way', () => {
    const between = (from: number, to: number) =>
      cartPole.interpolate(['x', 'theta'], [0, from], [0, to], 0.5)[1]!;
    expect(Math.abs(between(Math.PI - 0.1, -Math.PI + 0.1))).toBeCloseTo(Math.PI);
    expect(between(3, 0)).toBe(0);
  });
});
