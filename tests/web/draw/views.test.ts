import { describe, expect, test } from 'vitest';
import { colorAt } from '../../../web/src/draw/views/color-map';
import { type Density, densityHeight, drawDensity } from '../../../web/src/draw/views/density';
import { axesOf, drawHeatMap, heatMapArea } from '../../../web/src/draw/views/heat-map';
import {
  cellOf,
  evenCells,
  type HeatMap,
  middleOf,
  onAxis,
  planeOf,
} from '../../../web/src/draw/views/plane';
import {
  bandOf,
  densityAt,
  directionOf,
  probabilitiesOf,
} from '../../../web/src/draw/views/policy';
import { makeField, table } from '../fields';
import { recordingContext } from './recording-context';

const theme = { ground: '#fff', line: '#ddd', ink: '#111', muted: '#666', font: 'sans' };
const size = { width: 400, height: 380 };
const bounds = { low: -2, high: 2 };

describe('the colour map', () => {
  test('gets lighter all the way', () => {
    const light = Array.from({ length: 101 }, (_, i) => {
      const [r, g, b] = colorAt(i / 100)
        .match(/\d+/g)!
        .map(Number);
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    });
    expect(light.every((value, i) => i === 0 || value > light[i - 1]!)).toBe(true);
    expect(colorAt(-1)).toBe('rgb(68,1,84)');
    expect(colorAt(2)).toBe('rgb(253,231,37)');
  });
});

describe('a plane', () => {
  test('has the value of each cell, or of the best choice', () => {
    expect([...planeOf(makeField(), 0).values]).toEqual([1, 2, 3, 4]);
    const q = makeField({ values: table(2, [1, 5, 2, 0, 3, 3, NaN, NaN]) });
    expect([...planeOf(q, 0).values]).toEqual([5, 2, 3, NaN]);
    expect(planeOf(q, 0).range).toEqual({ low: 2, high: 5 });
  });

  test('has a row for each choice where that is the axis', () => {
    const up = { index: -1, cells: 1, low: 0, high: 0 };
    const plane = planeOf(makeField({ up, values: table(2, [1, 2, 3, 4]) }), 2);
    expect([...plane.values]).toEqual([1, 3, 2, 4]);
    expect(plane).toMatchObject({ columns: 2, rows: 2, y: { low: -0.5, high: 1.5 } });
    const v = planeOf(makeField({ up, critic: 'v', values: table(1, [1, 2]) }), 3);
    expect([...v.values]).toEqual([1, 2, 1, 2, 1, 2]);
  });

  test('knows where its extremes are', () => {
    const plane = planeOf(makeField(), 0);
    expect(middleOf(plane, cellOf(plane, 'low'))).toEqual({ x: -0.5, y: 1 });
    expect(middleOf(plane, cellOf(plane, 'high'))).toEqual({ x: 0.5, y: 3 });
    expect(planeOf(makeField({ critic: 'none', values: table(0, []) }), 0).range).toBeNull();
  });

  test('can be thinned out evenly', () => {
    const plane = { ...planeOf(makeField(), 0), columns: 8, rows: 6 };
    expect(evenCells(plane, 2, 3)).toEqual([1, 5, 17, 21, 33, 37]);
    expect(evenCells(plane, Infinity)).toHaveLength(48);
  });

  test('has angles come around, and nothing else', () => {
    const turn = { low: -Math.PI, high: Math.PI };
    expect(onAxis(1 + 4 * Math.PI, turn)).toBeCloseTo(1, 9);
    expect(onAxis(-1 - 2 * Math.PI, turn)).toBeCloseTo(-1, 9);
    expect(onAxis(9, { low: 0, high: 4 })).toBe(4);
  });
});

describe('a policy', () => {
  test('reaches one deviation to each side, in the units of the action', () => {
    const { mean, low, high } = bandOf(makeField(), 1, 0, bounds);
    expect(mean).toBe(0);
    expect(low).toBeCloseTo(2 * Math.tanh(-0.5), 6);
    expect(high).toBeCloseTo(2 * Math.tanh(0.5), 6);
    const plain = makeField({ policy: 'gaussian', distribution: table(2, [0.5, 1]) });
    expect(bandOf(plain, 0, 0, bounds)).toMatchObject({ low: -1, high: 2 });
    const sure = bandOf(makeField({ policy: 'deterministic' }), 2, 0, bounds);
    expect(sure).toEqual({ mean: 1, low: 1, high: 1 });
  });

  test.each(['gaussian', 'squashed'] as const)('has a density of area 1: %s', (policy) => {
    const field = makeField({ policy, distribution: table(2, [0.1, 0.2]) });
    const n = 4000;
    let area = 0;
    for (let i = 0; i < n; i++) {
      area += (4 / n) * densityAt(field, 0, 0, bounds, -2 + (4 * (i + 0.5)) / n)!;
    }
    expect(area).toBeCloseTo(1, 5);
    expect(densityAt(makeField({ policy: 'deterministic' }), 0, 0, bounds, 0)).toBeNull();
  });

  test('has probabilities, all on one if it does not draw', () => {
    const choices = { actions: table(1, [1]), distribution: table(2, [0.3, 0.7]) };
    const drawn = probabilitiesOf(makeField({ ...choices, policy: 'categorical' }), 0, 2);
    expect(drawn[1]).toBeCloseTo(0.7, 6);
    const sure = makeField({ ...choices, policy: 'greedy', distribution: table(0, []) });
    expect(probabilitiesOf(sure, 0, 2)).toEqual([0, 1]);
  });

  test('points where its action points', () => {
    expect(directionOf(makeField(), 2, [bounds], [])).toEqual({ x: 0.5, y: 0 });
    const choose = (choice: number, names: string[]) =>
      directionOf(makeField({ actions: table(1, [choice]) }), 0, [], names);
    expect(choose(0, ['push left', 'no push', 'push right'])).toEqual({ x: -1, y: 0 });
    expect(choose(1, ['push left', 'no push', 'push right'])).toEqual({ x: 0, y: 0 });
    expect(choose(2, ['up', 'right', 'down', 'left'])).toEqual({ x: 0, y: -1 });
  });
});

function makeMap(changes: Partial<HeatMap> = {}): HeatMap {
  const { field = makeField() } = changes;
  const plane = planeOf(field, changes.isByChoice ? changes.choices!.length : 0);
  return {
    field,
    plane,
    xLabel: 'x',
    yLabel: 'y',
    valueLabel: 'Q',
    isDownward: false,
    isWhole: false,
    choices: [],
    isByChoice: false,
    bounds: [bounds],
    range: plane.range,
    color: '#b84a00',
    ...changes,
  };
}

function draw(map: HeatMap) {
  const { context, operations } = recordingContext();
  drawHeatMap(context, map, size, theme);
  const cells = operations.filter(
    ({ name, args }) => name === 'fillRect' && (args[3] as number) > 20,
  );
  return { operations, cells };
}

describe('a heat map', () => {
  test('covers its area with one cell per value, the lowest row at the bottom', () => {
    const map = makeMap();
    const { cells } = draw(map);
    const area = heatMapArea(map, size);
    expect(cells).toHaveLength(4);
    const covered = cells.reduce((sum, { args }) => sum + Number(args[2]) * Number(args[3]), 0);
    expect(covered).toBe((area.right - area.left) * (area.bottom - area.top));
    const [x, y, width, height] = cells[0]!.args as [number, number, number, number];
    expect([x, y + height]).toEqual([area.left, area.bottom]);
    expect(x + width).toBe(cells[1]!.args[0]);
    expect(cells[0]!.style.fillStyle).toBe(colorAt(0));
    expect(cells[3]!.style.fillStyle).toBe(colorAt(1));
  });

  test('leaves out where nobody can be, and turns maps upside down', () => {
    const field = makeField({ values: table(1, [NaN, 2, 3, 4]) });
    const { cells } = draw(makeMap({ field, isDownward: true }));
    expect(cells).toHaveLength(3);
    expect(Number(cells[0]!.args[1])).toBeLessThan(Number(cells[2]!.args[1]));
  });

  test('marks the current state in the colour of the run', () => {
    const { operations } = draw(makeMap());
    const dot = operations.find(
      ({ name, style }) => name === 'fill' && style.fillStyle === '#b84a00',
    );
    expect(dot).toBeDefined();
  });

  test('has ticks at whole numbers only where there is nothing between', () => {
    const { x } = axesOf(makeMap({ isWhole: true }));
    expect(x.ticks!.map(({ value }) => value)).toEqual([-1, 0, 1]);
  });

  test('shows the mean action as a line with a band where the action is an axis', () => {
    const up = { index: 2, cells: 2, low: -2, high: 2 };
    const lines = (policy: 'squashed' | 'deterministic') =>
      draw(makeMap({ field: makeField({ up, policy }) })).operations.filter(
        ({ name }) => name === 'stroke',
      ).length;
    expect(lines('squashed') - lines('deterministic')).toBe(4);
  });

  test('shows the policy alone where there is no critic', () => {
    const field = makeField({ critic: 'none', values: table(0, []) });
    const { cells, operations } = draw(makeMap({ field }));
    expect(cells).toHaveLength(1);
    expect(operations.some(({ name, args }) => name === 'fillText' && args[0] === 'Q')).toBe(false);
  });

  test('sizes a dot by the probability of each choice', () => {
    const up = { index: -1, cells: 1, low: 0, high: 0 };
    const field = makeField({
      up,
      policy: 'categorical',
      values: table(2, [1, 2, 3, 4]),
      distribution: table(2, [0.25, 0.75, 0.5, 0.5]),
    });
    const { operations } = draw(makeMap({ field, isByChoice: true, choices: ['a', 'b'] }));
    const radii = operations
      .filter(({ name }) => name === 'arc')
      .map(({ args }) => Number(args[2]));
    expect(radii[3]! ** 2 / radii[1]! ** 2).toBeCloseTo(3, 5);
    const labels = operations.filter(({ name }) => name === 'fillText').map(({ args }) => args[0]);
    expect(labels).toEqual(expect.arrayContaining(['a', 'b']));
  });
});

describe('a policy in the current state', () => {
  test('is a bar for each choice', () => {
    const { context, operations } = recordingContext();
    const choices = [
      { name: 'left', probability: 0.25, text: '25 %' },
      { name: 'right', probability: 0.75, text: '75 %' },
    ];
    drawDensity(context, { kind: 'chances', choices, color: '#0b66a8' }, size, theme);
    const bars = operations.filter(
      ({ name, style }) => name === 'fillRect' && style.fillStyle === '#0b66a8',
    );
    expect(bars.map(({ args }) => args[2])).toEqual([100, 300]);
  });

  test('is a density from 0, and the Q of every action below it', () => {
    const density: Density = {
      kind: 'density',
      actionLabel: 'torque',
      densityLabel: 'density',
      valueLabel: 'Q',
      span: bounds,
      points: [
        { x: -1, y: 0.5 },
        { x: 1, y: 1 },
      ],
      mean: 0,
      values: [],
      color: '#0b66a8',
    };
    const both = {
      ...density,
      values: [
        { x: -1, y: -3 },
        { x: 1, y: -2 },
      ],
    };
    expect(densityHeight(both)).toBe(2 * densityHeight(density));
    const { context, operations } = recordingContext();
    drawDensity(context, both, { width: 400, height: densityHeight(both) }, theme);
    const labels = operations.filter(({ name }) => name === 'fillText').map(({ args }) => args[0]);
    expect(labels).toEqual(expect.arrayContaining(['density', 'Q', '0', '−3']));
  });
});
