import { describe, expect, test } from 'vitest';
import { bandit } from '../../../web/src/draw/env/bandit';
import { gridworld } from '../../../web/src/draw/env/gridworld';
import { lqr } from '../../../web/src/draw/env/lqr';
import { arrowHeads, COLOR, discs, drawn, rewardBar, sceneOf, SIZE, SMALL, texts } from './scenes';

describe('linear-quadratic regulator', () => {
  const zero = { s_1: 0, s_2: 0, a_1: 0, a_2: 0, reward: 0 };
  const at = (numbers: Partial<typeof zero>, dimensions = 2) =>
    drawn(lqr, sceneOf({ dimensions, ...zero, ...numbers }));
  const state = (numbers: Partial<typeof zero>, dimensions = 2) =>
    discs(at(numbers, dimensions), COLOR)[0]!;

  test('is a bead on a line in one dimension', () => {
    expect(state({ s_1: 1, s_2: 2 }, 1).y).toBe(state({}, 1).y);
    expect(state({ s_1: 1 }, 1).x).toBeGreaterThan(state({}, 1).x + 30);
  });

  test('is a point in the plane in two, the second upwards, and stays in the picture', () => {
    expect(state({ s_2: 1 }).y).toBeLessThan(state({}).y - 20);
    expect(state({ s_1: 50, s_2: -50 }).x).toBeLessThanOrEqual(SIZE.width);
    expect(state({ s_1: 50, s_2: -50 }).y).toBeLessThanOrEqual(SIZE.height);
  });

  test('shows the action by an arrow from the state', () => {
    expect(arrowHeads(at({ s_1: 1 }))).toHaveLength(0);
    const [head] = arrowHeads(at({ s_1: 1, a_1: -2, a_2: 2 }));
    const from = state({ s_1: 1 });
    expect(head!.x).toBeLessThan(from.x);
    expect(head!.y).toBeLessThan(from.y);
    expect(head!.x - from.x).toBeCloseTo(head!.y - from.y);
    expect(texts(at({ a_1: -2, a_2: 2 })).at(-1)).toBe('action −2.00; 2.00');
    expect(texts(at({ a_1: -2 }, 1)).at(-1)).toBe('action −2.00');
  });

  test('is dragged to where it is drawn', () => {
    const numbers = { s_1: 1.5, s_2: -0.5 };
    const point = lqr.pointAt(state(numbers), sceneOf({ dimensions: 2, ...zero }), SIZE);
    expect([point.x, point.y]).toEqual([expect.closeTo(1.5), expect.closeTo(-0.5)]);
  });
});

describe('bandit', () => {
  const curve = Object.fromEntries(
    Array.from({ length: 61 }, (_, i) => [`curve_${i}`, -((-1 + i / 30 - 0.3) ** 2)]),
  );
  const at = (actions: number[], reward = 0) => {
    const named = Object.fromEntries(actions.map((action, i) => [`action_${i}`, action]));
    return drawn(bandit, sceneOf({ dimensions: actions.length, reward, ...named, ...curve }));
  };

  test('puts a dot for each action on the curve, highest at the best', () => {
    const dots = discs(at([-0.8, 0.3, 0.9]), COLOR);
    expect(dots).toHaveLength(3);
    expect(dots[0]!.x).toBeLessThan(dots[1]!.x);
    expect(dots[1]!.x).toBeLessThan(dots[2]!.x);
    expect(dots[1]!.y).toBeLessThan(Math.min(dots[0]!.y, dots[2]!.y));
  });

  test('keeps actions outside the curve at its ends', () => {
    const [left, right] = discs(at([-4, 4]), COLOR);
    expect(left!.x).toBeGreaterThanOrEqual(0);
    expect(right!.x).toBeLessThanOrEqual(SIZE.width);
  });

  test('measures the reward per dimension', () => {
    expect(rewardBar(at([0.3], 0))).toBeCloseTo(rewardBar(at([0.3, 0.3], 0)));
    expect(rewardBar(at([0.3, 0.3], -2))).toBeCloseTo(rewardBar(at([0.3], -1)));
    expect(texts(at([0.3, 0.1])).at(-1)).toBe('action 1 of 2: 0.30');
  });

  test('jumps from one choice to the next', () => {
    expect(bandit.interpolate(['action_0'], [0], [1], 0.5)).toEqual([1]);
  });
});

describe('gridworld', () => {
  const world = (rows: number, columns: number, kinds: number[], values: number[]) => ({
    rows,
    columns,
    row: 0,
    column: 0,
    action: -1,
    reward: 0,
    ...Object.fromEntries(kinds.map((kind, i) => [`cell_${i}`, kind])),
    ...Object.fromEntries(values.map((value, i) => [`value_${i}`, value])),
  });
  const small = world(2, 3, [4, 1, 2, 0, 0, 3], [0.5, 0, 0, 0.25, -0.5, 0]);

  test('colours cells by value, and writes it where there is room', () => {
    const operations = drawn(gridworld, sceneOf(small));
    const shades = operations
      .filter(({ name, style }) => name === 'fillRect' && style.fillStyle === COLOR)
      .map(({ style }) => style.globalAlpha as number);
    expect(shades).toHaveLength(5);
    expect(shades[0]).toBe(Math.max(...shades));
    expect(shades[3]).toBe(Math.min(...shades));
    expect(texts(operations)).toEqual(expect.arrayContaining(['0.50', '0.25', '−0.50', '★', '✕']));
    const many = world(8, 8, Array<number>(64).fill(0), Array<number>(64).fill(0.5));
    expect(texts(drawn(gridworld, sceneOf(many), SMALL))).toEqual([]);
  });

  test('marks a cliff, which is no place with a value', () => {
    const cliff = world(2, 2, [4, 2, 5, 5], [-3, -1, 0, 0]);
    const operations = drawn(gridworld, sceneOf(cliff));
    const shades = operations
      .filter(({ name, style }) => name === 'fillRect' && style.fillStyle === COLOR)
      .map(({ style }) => style.globalAlpha as number);
    expect(shades[1]).toBe(Math.max(...shades));
    expect(shades.slice(2)).toEqual([shades[0], shades[0]]);
    expect(texts(operations).filter((text) => text === '▼')).toHaveLength(2);
    expect(texts(operations)).not.toContain('0.00');
  });

  test('shows the agent in its cell, and its action by an arrow', () => {
    const place = (row: number, column: number) =>
      discs(drawn(gridworld, sceneOf({ ...small, row, column })), COLOR)[0]!;
    expect(place(1, 0).y).toBeGreaterThan(place(0, 0).y);
    expect(place(0, 2).x).toBeGreaterThan(place(0, 1).x);
    const tips = [0, 1, 2, 3].map((action) => {
      const operations = drawn(gridworld, sceneOf({ ...small, action }));
      const end = operations.findLast(
        ({ name, style }) => name === 'moveTo' && style.strokeStyle === '#fff',
      )!;
      return { x: end.args[0] as number, y: end.args[1] as number };
    });
    const [agent] = discs(drawn(gridworld, sceneOf(small)), COLOR);
    expect(tips[0]!.y).toBeLessThan(agent!.y);
    expect(tips[1]!.x).toBeGreaterThan(agent!.x);
    expect(tips[2]!.y).toBeGreaterThan(agent!.y);
    expect(tips[3]!.x).toBeLessThan(agent!.x);
  });

  test('knows the cell under the pointer, and holds the agent only', () => {
    const scene = sceneOf({ ...small, row: 1, column: 2 });
    const [agent] = discs(drawn(gridworld, scene), COLOR);
    expect(gridworld.cellAt!(agent!, scene, SIZE)).toEqual({ row: 1, column: 2 });
    expect(gridworld.cellAt!({ x: 1, y: 1 }, scene, SIZE)).toBeNull();
    expect(gridworld.holds(agent!, scene, SIZE)).toBe(true);
    expect(gridworld.holds({ x: agent!.x - 80, y: agent!.y }, scene, SIZE)).toBe(false);
    const point = gridworld.pointAt(agent!, scene, SIZE);
    expect([point.x, point.y]).toEqual([expect.closeTo(2), expect.closeTo(1, 0)]);
  });
});
