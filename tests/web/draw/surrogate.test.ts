import { describe, expect, test } from 'vitest';
import {
  axesOf,
  drawLineSearch,
  type LineSearch,
  placeAt,
} from '../../../web/src/draw/surrogate/line-search';
import {
  drawPlanePaths,
  planeAt,
  type PlanePaths,
} from '../../../web/src/draw/surrogate/plane-paths';
import {
  drawRollouts,
  type RolloutsFigure,
  rolloutsHeight,
} from '../../../web/src/draw/surrogate/rollouts';
import { drawVisits, visitsHeight } from '../../../web/src/draw/surrogate/visits';
import { colorAt } from '../../../web/src/draw/views/color-map';
import { recordingContext } from './recording-context';

const theme = { ground: '#fff', line: '#ddd', ink: '#111', muted: '#666', font: 'sans' };
const size = { width: 400, height: 300 };
const etas = [0, 1, 2, 3, 4];
const curve = (label: string, values: number[]) => ({ label, color: label, dash: 0, values });
const figure: LineSearch = {
  xLabel: 'step',
  yLabel: 'return',
  etas,
  curves: [curve('blue', [0, 3, 4, 2, -1e12]), curve('red', [0, 1, 2, 3, 4])],
  bound: curve('grey', [0, -5, -20, -45, -80]),
  place: 2,
  marks: [{ eta: 2, label: 'largest' }],
};

function textsOf(drawn: LineSearch): string[] {
  const { context, operations } = recordingContext();
  drawLineSearch(context, drawn, size, theme);
  return operations.filter(({ name }) => name === 'fillText').map(({ args }) => String(args[0]));
}

describe('the line and its cursor', () => {
  test('read every curve where the cursor stands', () => {
    expect(textsOf(figure)).toEqual(expect.arrayContaining(['blue 4', 'red 2', 'largest']));
    expect(textsOf({ ...figure, place: 4 })).toContain('red 4');
  });

  test('hold the curves, but not what falls far below the start', () => {
    const { low, high } = axesOf(figure).y.scale;
    expect(high).toBeGreaterThan(4);
    expect(low).toBeGreaterThan(-10);
    expect(low).toBeLessThan(-2);
  });

  test('show nothing of a curve that is to be predicted', () => {
    const hidden = { ...figure, curves: figure.curves.slice(1), bound: null, marks: [] };
    const { context, operations } = recordingContext();
    drawLineSearch(context, hidden, size, theme);
    expect(operations.some(({ style }) => style.strokeStyle === 'blue')).toBe(false);
    expect(axesOf(hidden).y.scale.high).toBeCloseTo(4.32, 9);
  });

  test('draw nothing and do not fail before there are numbers', () => {
    const none = { ...figure, etas: [], curves: [curve('blue', [])], bound: null, marks: [] };
    expect(() => textsOf(none)).not.toThrow();
  });

  test('find the step under a pointer, and stay on the line', () => {
    expect([-50, 52, 219, 386, 900].map((x) => placeAt({ etas }, x, 400))).toEqual([0, 0, 2, 4, 4]);
  });
});

describe('paths through a plane', () => {
  const style = { name: 'a', color: 'navy', dash: [4, 2], marker: 'circle' } as const;
  const points = [
    { x: 0.25, y: 0.5 },
    { x: 1, y: 1 },
  ];
  const plane: PlanePaths = {
    ...{ xLabel: 'p', yLabel: 'q', range: [0, 1], dots: [], edges: [] },
    cells: [0, 1, 2, 3],
    paths: [{ style, points }],
  };
  const operationsOf = (drawn: PlanePaths) => {
    const { context, operations } = recordingContext();
    drawPlanePaths(context, drawn, size, theme);
    return operations;
  };

  test('lie over cells that cover the plane, brighter where there is more', () => {
    const cells = operationsOf(plane).filter(({ name }) => name === 'fillRect');
    expect(cells.map(({ style: { fillStyle } }) => fillStyle)).toEqual(
      [0, 1 / 3, 2 / 3, 1].map(colorAt),
    );
    const [, topLeft] = cells.map(({ args }) => args.map(Number));
    expect(topLeft!.slice(0, 2)).toEqual([52, 26]);
  });

  test('read a place where they draw it', () => {
    const start = operationsOf(plane).findLast(({ name }) => name === 'arc')!;
    const [x, y] = start.args.map(Number);
    expect(planeAt(plane, { x: x!, y: y! }, size)).toEqual({ x: 0.25, y: 0.5 });
  });

  test('hold all that there is where no range is given', () => {
    const free = { ...plane, range: null, cells: [], dots: [{ x: -3, y: 8 }] };
    const at = planeAt(free, { x: 52, y: 26 }, size);
    expect(at.x).toBeLessThan(-3);
    expect(at.y).toBeGreaterThan(8);
  });
});

describe('visits', () => {
  const policies = [
    { label: 'mu', color: 'orange', values: [1, 2, 0, 4] },
    { label: 'pi', color: 'navy', values: [4, 2, 0, 1] },
  ];
  const visits = { yLabel: 'visits', states: ['a', 'b', 'c', 'd'], policies, map: null };
  const filled = (drawn: Parameters<typeof drawVisits>[1]) => {
    const { context, operations } = recordingContext();
    drawVisits(context, drawn, size, theme);
    return operations.filter(({ name }) => name === 'fillRect');
  };

  test('are bars as tall as they are many', () => {
    const heights = (color: string) =>
      filled(visits)
        .filter(({ style }) => style.fillStyle === color)
        .map(({ args }) => Number(args[3]));
    const [one, two, none, four] = heights('orange');
    expect(two! / one!).toBeCloseTo(2, 6);
    expect(four! / one!).toBeCloseTo(4, 6);
    expect(none).toBeCloseTo(0, 9);
    expect(heights('navy')).toEqual([four, two, none, one]);
  });

  test('are two maps with one scale of colours where states are cells', () => {
    const cells = filled({ ...visits, map: ['s.', 'xg'] });
    const fills = cells.map(({ style }) => style.fillStyle);
    expect(cells).toHaveLength(8);
    expect(fills[2]).toBe(theme.line);
    expect(fills[3]).toBe(fills[4]);
    expect(visitsHeight({ ...visits, map: ['s.', 'xg'] }, 1000)).toBe(24 + 2 * 72);
  });
});

describe('two episodes', () => {
  const walk = (name: string, states: number[]) => ({
    name,
    result: '',
    color: name,
    dash: 0,
    states,
  });
  const figure: RolloutsFigure = {
    ...{ xLabel: 'step', yLabel: 'state', states: ['a', 'b', 'c', 'd'], map: null },
    walks: [walk('navy', [0, 1, 3]), walk('orange', [0, 1, 0, 0])],
    values: {
      label: 'Q',
      actions: [
        { name: 'left', value: '1', isTaken: false },
        { name: 'right', value: '2', isTaken: true },
      ],
    },
  };
  const operationsOf = (drawn: RolloutsFigure) => {
    const { context, operations } = recordingContext();
    drawRollouts(context, drawn, size, theme);
    return operations;
  };

  test('end where their last states are, in time or on a map', () => {
    const arcs = (drawn: RolloutsFigure) =>
      operationsOf(drawn).flatMap(({ name, args }) => (name === 'arc' ? [args.map(Number)] : []));
    const [navy, , , , orange] = arcs(figure).slice(1);
    expect(navy![0]).toBeLessThan(orange![0]!);
    expect(navy![1]).toBeLessThan(orange![1]!);
    const [first, , , , second] = arcs({ ...figure, map: ['s.', '.g'] }).slice(1);
    expect(first![0]).toBeGreaterThan(size.width / 4);
    expect(first![0]).toBeLessThan(second![0]!);
  });

  test('begin with an action that is underlined, and worth what is said', () => {
    const texts = operationsOf(figure).filter(({ name }) => name === 'fillText');
    expect(texts.slice(-5).map(({ args }) => args[0])).toEqual(['Q', 'left', '1', 'right', '2']);
    const bars = operationsOf(figure).filter(({ name }) => name === 'fillRect');
    expect(bars).toHaveLength(1);
    expect(Number(bars[0]!.args[0])).toBeGreaterThan(size.width / 2);
  });

  test('are as tall as their map, and do not fail without steps', () => {
    expect(rolloutsHeight({ ...figure, map: ['s.', '.g'] }, 1000)).toBe(74 + 42 + 2 * 72);
    expect(() => operationsOf({ ...figure, walks: [walk('navy', [])] })).not.toThrow();
  });
});
