import { expect, test } from 'vitest';
import { drawLearning } from '../../../web/src/draw/bootstrap/learning';
import { drawTradeOff, lengthAt, type TradeOff } from '../../../web/src/draw/bootstrap/trade-off';
import type { EstimatorStyle } from '../../../web/src/draw/lab/marker';
import { recordingContext } from './recording-context';

const theme = { ground: '#fff', line: '#ddd', ink: '#111', muted: '#666', font: 'sans' };
const size = { width: 400, height: 300 };
const style: EstimatorStyle = { name: 'sum', color: '#0b66a8', dash: [], marker: 'diamond' };
const point = (at: number, bias: number, variance: number) => ({
  ...{ at, length: at, bias, variance, sum: bias + variance },
});
const figure: TradeOff = {
  xLabel: 'n',
  yLabel: 'error',
  ticks: [1, 2, 4].map((value) => ({ value, label: String(value) })),
  points: [point(1, 4, 1), point(2, 1, 2), point(4, 0, 4)],
  styles: { bias: style, variance: style, sum: style },
  best: { at: 2, label: 'best' },
  own: { at: 4, label: 'yours' },
};
const numbers = (args: unknown[]) => args.filter((arg) => typeof arg === 'number');

test('a trade-off names the best and the own length, and draws only what has a logarithm', () => {
  const { context, operations } = recordingContext();
  drawTradeOff(context, figure, size, theme);
  for (const { args } of operations) expect(numbers(args).every(Number.isFinite)).toBe(true);
  const words = operations.filter(({ name }) => name === 'fillText').map(({ args }) => args[0]);
  expect(words).toEqual(expect.arrayContaining(['best', 'yours', '1', '2', '4', 'n', 'error']));
  const again = recordingContext();
  drawTradeOff(again.context, { ...figure, own: figure.best }, size, theme);
  const once = again.operations.filter(({ args }) => args[0] === 'yours' || args[0] === 'best');
  expect(once).toHaveLength(1);
});

test('a perfect return has a picture too', () => {
  const { context, operations } = recordingContext();
  drawTradeOff(context, { ...figure, points: [point(1, 0, 0), point(2, 0, 0)] }, size, theme);
  for (const { args } of operations) expect(numbers(args).every(Number.isFinite)).toBe(true);
});

test('what was measured has bars, down to the ground where it may be nothing', () => {
  const bars = (bias: number, error: number) => {
    const errors = { bias: error, variance: 0, sum: 0 };
    const { context, operations } = recordingContext();
    drawTradeOff(context, { ...figure, points: [{ ...point(1, bias, 1), errors }] }, size, theme);
    return operations.length;
  };
  const none = bars(4, 0);
  expect(bars(4, 1)).toBeGreaterThan(none);
  expect(bars(-0.1, 1)).toBeGreaterThan(bars(-0.1, 0));
  expect(bars(-4, 1)).toBe(bars(-4, 0));
});

test('a pointer chooses the nearest length', () => {
  expect([0, 60, 215, 250, 400].map((x) => lengthAt(figure, x, size))).toEqual([1, 1, 2, 2, 4]);
});

test('lines of learning have names where they leave the picture', () => {
  const line = (label: string, values: readonly number[], isOwn = false) => ({
    ...{ label, color: '#123456', dash: [], isOwn },
    points: values.map((value, i) => ({ x: i / 2, value, standardError: 0.01 })),
  });
  const lines = [
    line('stays', [0.5, 0.3, 0.4], true),
    line('leaves', [0.5, 0.5, 0.9]),
    line('covered', [0.5, 0.5, 0.9]),
    line('outside', [0.6, 0.7, 0.8]),
  ];
  const { context, operations } = recordingContext();
  drawLearning(context, { xLabel: 'step', yLabel: 'rms', lines }, size, theme);
  const words = operations.filter(({ name }) => name === 'fillText').map(({ args }) => args[0]);
  expect(words).toEqual(expect.arrayContaining(['stays', 'covered']));
  expect(words).not.toContain('outside');
  expect(words).not.toContain('leaves');
  const widths = operations
    .filter(({ name, style: drawn }) => name === 'stroke' && drawn.strokeStyle === '#123456')
    .map(({ style: drawn }) => drawn.lineWidth);
  expect(widths).toEqual([4, 2, 2, 2]);
});
