import { describe, expect, test } from 'vitest';
import { bandOptions } from '../../../web/src/draw/band-curves';
import { drawBands } from '../../../web/src/draw/band-figure';
import { bandColumns, sharedRows } from '../../../web/src/draw/bands';
import { recordingContext } from './recording-context';

const theme = { ground: '#fff', line: '#ddd', ink: '#000', muted: '#777', font: 'sans' };
const seed = (...y: number[]) => ({ x: y.map((_, i) => 100 * (i + 1)), y });
const band = {
  seeds: [seed(1, 2, 3), seed(3, 4)],
  points: [
    { x: 100, middle: 2, low: 1, high: 3 },
    { x: 200, middle: 3, low: 2, high: 4 },
  ],
};

describe('shared rows', () => {
  test('are where every seed has a value, in the order of the seeds', () => {
    expect(sharedRows(band.seeds)).toEqual([
      { x: 100, values: [1, 3] },
      { x: 200, values: [2, 4] },
    ]);
  });

  test('there are none before every seed has one, or where their places differ', () => {
    expect(sharedRows([seed(1), seed()])).toEqual([]);
    expect(sharedRows([seed(1), { x: [50, 150], y: [1, 2] }])).toEqual([]);
    expect(sharedRows([])).toEqual([]);
  });
});

test('columns are the seeds of an arm, its middle and its ends, over one x', () => {
  const columns = bandColumns([band, { seeds: [seed(9)], points: [] }]);
  expect(columns).toEqual([
    [100, 200, 300],
    [1, 2, 3],
    [3, 4, null],
    [2, 3, null],
    [1, 2, null],
    [3, 4, null],
    [9, null, null],
    [null, null, null],
    [null, null, null],
    [null, null, null],
  ]);
});

test('the chart fills between the ends of each arm, and has a series for each column', () => {
  const bands = [styled(2), styled(1)];
  const { series, bands: fills } = bandOptions({
    ...{ runs: [], bands, references: [], xLabel: '', yLabel: '', theme },
    ...{ width: 400, height: 300, onCursor: () => undefined },
  });
  expect(series).toHaveLength(10);
  expect(series[3]!.width).toBeGreaterThan(series[2]!.width!);
  expect(series[1]!.alpha).toBeLessThan(0.5);
  expect(fills!.map((fill) => fill.series)).toEqual([
    [5, 4],
    [9, 8],
  ]);
});

test('seeds fade as they become more, and can still be seen', () => {
  const alphaOf = (seeds: number) => {
    const { series } = bandOptions({
      ...{ runs: [], bands: [styled(seeds)], references: [], xLabel: '', yLabel: '' },
      ...{ theme, width: 400, height: 300, onCursor: () => undefined },
    });
    return series[1]!.alpha!;
  };
  expect(alphaOf(4)).toBeGreaterThan(alphaOf(16));
  expect(alphaOf(64)).toBeGreaterThanOrEqual(0.1);
});

describe('the printed chart', () => {
  const draw = (arms: Parameters<typeof drawBands>[1]['arms']) => {
    const { context, operations } = recordingContext();
    const figure = { xLabel: 'steps', yLabel: 'return', references: [], arms };
    drawBands(context, figure, { width: 600, height: 300 }, theme);
    return operations;
  };

  test('has each seed faint, one band and one thick line for an arm', () => {
    const operations = draw([{ name: 'A', color: '#b84a00', dash: [], ...band }]);
    const own = operations.filter(({ style }) => style.strokeStyle === '#b84a00');
    const strokes = own.filter(({ name, style }) => name === 'stroke' && style.lineWidth === 1);
    expect(strokes).toHaveLength(2);
    expect(strokes.every(({ style }) => (style.globalAlpha as number) < 0.3)).toBe(true);
    const thick = own.filter(({ name, style }) => name === 'stroke' && style.lineWidth === 2.5);
    expect(thick).toHaveLength(1);
    expect(thick[0]!.style.globalAlpha).toBe(1);
    expect(operations.filter(({ name }) => name === 'fill')).toHaveLength(1);
  });

  test('of nothing yet has axes', () => {
    const numbers = draw([{ name: 'A', color: '#b84a00', dash: [], seeds: [seed()], points: [] }])
      .flatMap(({ args }) => args)
      .filter((arg) => typeof arg === 'number');
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.every(Number.isFinite)).toBe(true);
  });
});

function styled(seeds: number) {
  return { name: 'A', color: '#b84a00', dash: [], seeds };
}
