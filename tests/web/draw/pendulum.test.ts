import { describe, expect, test } from 'vitest';
import { environmentDrawings } from '../../../web/src/draw/environments';
import { pendulum } from '../../../web/src/draw/env/pendulum';
import { recordingContext } from './recording-context';

const COLUMNS = ['theta', 'theta_dot', 'torque', 'reward'];
const THEME = { ground: '#fff', line: '#ddd', ink: '#000', muted: '#666', font: 'sans-serif' };
const SIZE = { width: 400, height: 300 };

function drawn(theta: number, torque = 0, reward = 0, trail: number[][] = []) {
  const { context, operations } = recordingContext();
  const scene = { columns: COLUMNS, state: [theta, 0, torque, reward], trail, color: '#c00' };
  pendulum.draw(context, scene, SIZE, THEME);
  return operations;
}

/** Where the rod ends: the line that is stroked in the run's colour. */
function rod(theta: number) {
  const operations = drawn(theta);
  const stroke = operations.findIndex(
    ({ name, style }) => name === 'stroke' && style.strokeStyle === '#c00',
  );
  const [from, to] = operations.slice(stroke - 2, stroke).map(({ args }) => args as number[]);
  return { x: to![0]! - from![0]!, y: to![1]! - from![1]! };
}

/** Arcs stroked in the colour of the torque arrow. */
function arrow(torque: number) {
  const operations = drawn(0, torque);
  return operations.flatMap((operation, i) =>
    operation.name === 'stroke' && operation.style.strokeStyle === THEME.ink
      ? operations.slice(0, i).findLast(({ name }) => name === 'arc')!
      : [],
  );
}

describe('pendulum', () => {
  test('is upright at 0 and turns anticlockwise', () => {
    expect(rod(0).x).toBeCloseTo(0);
    expect(rod(0).y).toBeLessThan(-50);
    expect(rod(Math.PI).y).toBeGreaterThan(50);
    expect(rod(Math.PI / 2).x).toBeLessThan(-50);
    expect(rod(Math.PI / 2).y).toBeCloseTo(0);
  });

  test('shows the torque by an arrow, as long as it is strong', () => {
    expect(arrow(0)).toHaveLength(0);
    const sweep = (torque: number) => {
      const [, , , start, end] = arrow(torque)[0]!.args as number[];
      return end! - start!;
    };
    expect(sweep(1)).toBeLessThan(0);
    expect(sweep(-1)).toBeCloseTo(-sweep(1));
    expect(sweep(2)).toBeCloseTo(2 * sweep(1));
    expect(sweep(50)).toBeCloseTo(sweep(2));
  });

  test('fills the bar with the reward', () => {
    const filled = (reward: number) => {
      const line = drawn(0, 0, reward).findLast(({ name }) => name === 'lineTo')!;
      return (line.args as number[])[0]!;
    };
    expect(filled(0)).toBeGreaterThan(SIZE.width - 20);
    expect(filled(-16.28)).toBeLessThan(20);
    expect(filled(-8)).toBeGreaterThan(filled(-9));
    expect(filled(-1e9)).toBe(filled(-16.28));
  });

  test('leaves a trail that does not jump over a reset', () => {
    const arcs = (trail: number[][]) =>
      drawn(0.3, 0, 0, trail).filter(
        ({ name, style }) => name === 'arc' && style.strokeStyle === '#c00',
      ).length;
    const none = arcs([]);
    expect(arcs([[0.1], [0.2]])).toBe(none + 2);
    expect(arcs([[2.5], [0.2]])).toBe(none + 1);
  });

  test('stays inside the picture', () => {
    for (const theta of [-3, -1.5, 0, 0.4, 2, 30]) {
      for (const { name, args } of drawn(theta, 2, -5)) {
        if (name !== 'lineTo' && name !== 'moveTo') continue;
        const [x, y] = args as number[];
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(SIZE.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(SIZE.height);
      }
    }
  });

  test('moves the shorter way between two states, and jumps over a reset', () => {
    const between = (from: number, to: number) =>
      pendulum.interpolate(COLUMNS, [from, 0, 0, 0], [to, 0, 1, -1], 0.5)[0]!;
    expect(between(0.2, 0.4)).toBeCloseTo(0.3);
    expect(Math.abs(between(Math.PI - 0.1, -Math.PI + 0.1))).toBeCloseTo(Math.PI);
    expect(between(0.2, 2.5)).toBe(2.5);
  });

  test('is registered', () => {
    expect(environmentDrawings.get('pendulum')).toBe(pendulum);
  });
});
