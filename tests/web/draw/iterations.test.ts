import { describe, expect, test } from 'vitest';
import { drawMixtures, type Mixture } from '../../../web/src/draw/iterations';
import { recordingContext } from './recording-context';

const theme = { ground: '#fff', line: '#ddd', ink: '#111', muted: '#666', font: 'sans' };
const size = { width: 466, height: 268 };
const labels = { xLabel: 'iteration', yLabel: 'transitions' } as const;
const mixture: Mixture = {
  color: 'blue',
  dash: [4, 2],
  layers: [
    { first: 0, last: 1, density: 50 },
    { first: 2, last: 3, density: 100 },
  ],
};

function operationsOf(mixtures: readonly Mixture[], yScale: 'linear' | 'log' = 'linear') {
  const { context, operations } = recordingContext();
  drawMixtures(context, { ...labels, yScale, mixtures }, size, theme);
  return operations;
}

describe('a mixture of policies', () => {
  test('is a staircase as wide as its iterations and as high as they are dense', () => {
    const operations = operationsOf([mixture]);
    const start = operations.findLastIndex(({ name }) => name === 'moveTo');
    const corners = operations.slice(start).filter(({ name }) => name.endsWith('To'));
    const [left, right, bottom, top] = [52, 452, 226, 26];
    const at = (density: number) => bottom - ((bottom - top) * density) / 106;
    const expected = [
      ...[left, bottom, left, at(50), left + 200, at(50)],
      ...[left + 200, at(100), right, at(100), right, bottom],
    ];
    corners
      .flatMap(({ args }) => args as number[])
      .forEach((x, i) => expect(x).toBeCloseTo(expected[i]!, 9));
    expect(corners).toHaveLength(6);
  });

  test('is at the bottom where a logarithm has no place for nothing', () => {
    const layers = [...mixture.layers, { first: 4, last: 4, density: 0 }];
    const operations = operationsOf([{ ...mixture, layers }], 'log');
    const numbers = operations.flatMap(({ name, args }) => (name.endsWith('To') ? args : []));
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(operations.filter(({ name }) => name === 'lineTo').at(-2)!.args[1]).toBeCloseTo(226, 9);
  });

  test('has the colour and the dashes of its run', () => {
    const operations = operationsOf([mixture, { ...mixture, color: 'red', dash: [] }]);
    const strokes = operations.filter(({ name }) => name === 'stroke');
    const colors = strokes.map(({ style }) => style.strokeStyle);
    expect(colors).toEqual(expect.arrayContaining(['blue', 'red']));
    const dashes = operations.filter(({ name }) => name === 'setLineDash');
    expect(dashes.map(({ args }) => args[0])).toContainEqual([4, 2]);
  });

  test('draws axes and does not fail before there is anything, or where nothing is', () => {
    const empty = { ...mixture, layers: [{ first: 3, last: 3, density: 0 }] };
    for (const mixtures of [[], [{ ...mixture, layers: [] }], [empty]]) {
      const texts = operationsOf(mixtures).filter(({ name }) => name === 'fillText');
      expect(texts.map(({ args }) => args[0])).toContain('iteration');
      expect(texts.some(({ args }) => String(args[0]).includes('NaN'))).toBe(false);
    }
  });
});
