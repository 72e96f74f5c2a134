import { describe, expect, test } from 'vitest';
import {
  gradientColumns,
  gradientLines,
  mostProbes,
  nearestLine,
  type Probed,
  withoutVariance,
} from '../../../../web/src/app/curves/gradient-lines';
import type { ArmId } from '../../../../web/src/app/settings/arms';
import type { Resolved } from '../../../../web/src/app/settings/settings';
import type { Bin } from '../../../../web/src/protocol/bins';

const probe = (id: string) => ({ id, title: id, help: '' });
const resolved = {
  algorithm: { probes: ['active', 'pathwise', 'score'].map(probe) },
} as Partial<Resolved> as Resolved;
const NONE = [NaN, NaN, NaN, NaN];

function run(id: ArmId, ...bins: Bin[]): Probed {
  return { id, resolved, bins };
}
function row(steps: number, ...readings: number[][]): Bin {
  return { steps, updates: steps - 100, seconds: 0.5, rows: 1, values: readings.flat() };
}

const a = run(
  'A',
  row(200, [400, 40, -0.5, 0.25], [4, 1, 2, 0.5], NONE),
  row(400, [900, 90, 0.5, 0.75], [9, 2, 3, 0.5], NONE),
);
const b = run('B', row(400, [8, 1, 1, 0.5], [2, 0.5, 1, 0.5], [100, 10, 0.125, 0.25]));

describe('gradientLines', () => {
  test('name the estimator that trains as the alternative that it is', () => {
    const lines = gradientLines([a, b], 'variance');
    expect(lines.map(({ run, title, isActive, style }) => [run, title, isActive, style])).toEqual([
      ['A', 'score', true, 2],
      ['A', 'pathwise', false, 1],
      ['B', 'active', true, 0],
      ['B', 'pathwise', false, 1],
      ['B', 'score', false, 2],
    ]);
    expect([...lines[0]!.points]).toEqual([
      [200, { value: 400, error: 40, rows: 1 }],
      [400, { value: 900, error: 90, rows: 1 }],
    ]);
  });

  test('have gaps where a logarithmic axis ends', () => {
    const [line] = gradientLines([a], 'signalToNoise');
    expect([...line!.points]).toEqual([
      [200, null],
      [400, { value: 0.5, error: 0.75, rows: 1 }],
    ]);
  });

  test('say how many measurements a point is of', () => {
    const many = run('A', { ...a.bins[0]!, rows: 4 }, a.bins[1]!);
    expect(mostProbes(gradientLines([a], 'variance'))).toBe(1);
    expect(mostProbes(gradientLines([many], 'variance'))).toBe(4);
  });

  test('are left out where there is nothing to show', () => {
    const exact = run('A', row(200, [0, 0, Infinity, NaN], [1, 0.5, 1, 0.5], [2, 1, -1, 1]));
    expect(gradientLines([exact], 'variance').map(({ style }) => style)).toEqual([1, 2]);
    expect(gradientLines([exact], 'signalToNoise').map(({ style }) => style)).toEqual([1]);
    expect(gradientLines([run('A')], 'variance')).toEqual([]);
    expect(withoutVariance([exact, b, run('C')])).toEqual(['A']);
  });
});

describe('gradientColumns', () => {
  test('put values and their bands on one rising x column', () => {
    expect(gradientColumns(gradientLines([a], 'signalToNoise'))).toEqual([
      [200, 400],
      [null, 0.5],
      [null, 0.05],
      [null, 1.25],
      [2, 3],
      [1.5, 2.5],
      [2.5, 3.5],
    ]);
    expect(gradientColumns([])).toEqual([[]]);
  });

  test('tell a gap from a step of another run', () => {
    const [, , , , ...ofB] = gradientColumns(gradientLines([run('A', a.bins[0]!), b], 'variance'));
    expect(ofB.slice(3)).toStrictEqual([...ofB.slice(3)].map(([, value]) => [undefined, value]));
    const [, ofA] = gradientColumns(gradientLines([a], 'signalToNoise'));
    expect(ofA).toStrictEqual([null, 0.5]);
  });
});

describe('nearestLine', () => {
  const lines = gradientLines([a, b], 'variance');
  const nearest = (steps: number, height: number | null) => {
    const line = nearestLine(lines, steps, height);
    return line && [line.run, line.style];
  };

  test('is the one at that step whose ratio to the height is least', () => {
    expect(nearest(400, 950)).toEqual(['A', 2]);
    expect(nearest(400, 60)).toEqual(['B', 2]);
    expect(nearest(400, 2.1)).toEqual(['B', 1]);
    expect(nearest(200, 60)).toEqual(['A', 2]);
  });

  test('is the first at that step without a height, and none where there are none', () => {
    expect(nearest(400, null)).toEqual(['A', 2]);
    expect(nearest(300, 5)).toBeUndefined();
  });
});
