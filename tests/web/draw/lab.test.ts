import { describe, expect, test } from 'vitest';
import { csvOf, svgPrint, wrapped } from '../../../web/src/app/figure/export';
import { type CloudFigure, drawCloud, ellipseOf } from '../../../web/src/draw/lab/cloud';
import { drawErrorParts } from '../../../web/src/draw/lab/error-parts';
import type { EstimatorStyle } from '../../../web/src/draw/lab/marker';
import { drawObjective } from '../../../web/src/draw/lab/objective';
import { place, quantile, robustRange, steadyRange, ticks } from '../../../web/src/draw/lab/scale';
import { drawVarianceLaw, varianceScale } from '../../../web/src/draw/lab/variance-law';
import { recordingContext } from './recording-context';

const theme = { ground: '#fff', line: '#ddd', ink: '#111', muted: '#666', font: 'sans' };
const size = { width: 400, height: 300 };
const style: EstimatorStyle = { name: 'A & B', color: '#0b66a8', dash: [4, 2], marker: 'circle' };
const numbersOf = (args: unknown[]) => args.filter((arg) => typeof arg === 'number');

describe('axes', () => {
  test('place values evenly, or by their logarithm', () => {
    expect(place({ low: 0, high: 10, kind: 'linear' }, 5, 100, 200)).toBe(150);
    expect(place({ low: 1, high: 100, kind: 'log' }, 10, 200, 100)).toBeCloseTo(150, 9);
  });

  test('have round ticks within their range', () => {
    const linear = ticks({ low: -0.31, high: 0.72, kind: 'linear' }, 5);
    expect(linear.map(({ label }) => label)).toEqual(['0', '0.5']);
    const wide = ticks({ low: 0.002, high: 300, kind: 'log' }, 10);
    expect(wide.map(({ value }) => value)).toEqual([0.01, 0.1, 1, 10, 100]);
    const narrow = ticks({ low: 2, high: 30, kind: 'log' }, 10);
    expect(narrow.map(({ value }) => value)).toEqual([2, 5, 10, 20]);
  });

  test('hold the middle of each cloud, whatever lies far outside', () => {
    const many = Array.from({ length: 1000 }, (_, i) => i / 1000);
    const [low, high] = robustRange([[...many, 1e6]], [0], 0.98);
    expect(low).toBeGreaterThan(-0.2);
    expect(high).toBeLessThan(1.2);
    const wide = many.map((x) => 1e4 * (x - 0.5));
    expect(robustRange([many, wide], [0], 0.98)).toEqual(robustRange([many], [0], 0.98));
    expect(robustRange([wide], [0], 0.98)[1]).toBeGreaterThan(4000);
    expect(robustRange([[1, 1], wide], [0], 0.98)[1]).toBeGreaterThan(4000);
    expect(robustRange([], [], 0.98)).toEqual([-1, 1]);
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  });

  test('stand still while little changes', () => {
    expect(steadyRange([0, 1], [0.05, 1.1])).toEqual([0, 1]);
    expect(steadyRange([0, 1], [0, 2])).toEqual([0, 2]);
    expect(steadyRange(null, [3, 4])).toEqual([3, 4]);
  });
});

const cloud: CloudFigure = {
  xLabel: 'x',
  yLabel: 'y',
  xRange: [-2, 2],
  yRange: [-2, 2],
  exact: { x: 1, y: 0 },
  series: [
    {
      style,
      points: [
        { x: 0, y: 0 },
        { x: 99, y: 0 },
      ],
      mean: { x: 1, y: 1 },
      covariance: [1, 0, 1],
    },
  ],
};

describe('the figures', () => {
  test('the cloud leaves out points beyond its axes and shows the exact gradient', () => {
    const { context, operations } = recordingContext();
    drawCloud(context, cloud, size, theme);
    const small = operations.filter(({ name, args }) => name === 'arc' && args[2] === 2);
    expect(small).toHaveLength(1);
    const exact = operations.filter(
      ({ name, style: drawn }) => name === 'stroke' && drawn.strokeStyle === theme.ink,
    );
    expect(exact).toHaveLength(1);
  });

  test('the ellipse has the axes of the covariance', () => {
    const { major, minor, angle } = ellipseOf([2.5, 1.5, 2.5], 1);
    expect([major ** 2, minor ** 2, angle]).toEqual([
      expect.closeTo(4, 9),
      expect.closeTo(1, 9),
      expect.closeTo(Math.PI / 4, 9),
    ]);
  });

  test('no variance is drawn at the edge, not at minus infinity', () => {
    const points = [{ samples: 1, variance: 0, standardError: 0 }];
    const series = [{ style, points, theory: [], floor: 0.3 }];
    const figure = { xLabel: 'N', yLabel: 'v', floorLabel: 'bias²', samples: [1, 2], chosen: 1 };
    const { context, operations } = recordingContext();
    drawVarianceLaw(context, { ...figure, series }, size, theme);
    for (const { args } of operations) expect(numbersOf(args).every(Number.isFinite)).toBe(true);
    const words = operations.filter(({ name }) => name === 'fillText').map(({ args }) => args[0]);
    expect(words).toContain('bias²: A & B');
    expect(varianceScale(series).high / varianceScale(series).low).toBeGreaterThanOrEqual(10);
  });

  test('bars of the error are as long as bias and variance', () => {
    const part = { style, biasSquared: 1, variance: 3, standardError: 0, note: '4' };
    const { context, operations } = recordingContext();
    drawErrorParts(context, { label: 'MSE', parts: [part] }, size, theme);
    const filled = operations.find(({ name }) => name === 'fillRect')!.args as number[];
    const hatched = operations.find(({ name }) => name === 'strokeRect')!.args as number[];
    expect(filled[2]! / hatched[2]!).toBeCloseTo(3, 6);
    expect(filled[0]).toBeCloseTo(hatched[0]! + hatched[2]!, 6);
  });

  test('samples that raise the parameter point upwards', () => {
    const slice = [-1, 0, 1].map((x) => ({ x, value: x, density: 1 - x * x }));
    const samples = [-1, 1].map((contribution) => ({ x: 0, value: 0, contribution }));
    const words = { xLabel: 'a', yLabel: 'f', densityLabel: 'p', raises: 'blue', lowers: 'orange' };
    for (const isCategorical of [false, true]) {
      const { context, operations } = recordingContext();
      drawObjective(context, { ...words, slice, samples, isCategorical }, size, theme);
      const fills = operations.filter(({ name }) => name === 'fill');
      expect(fills.map((each) => each.style.fillStyle)).toEqual(
        expect.arrayContaining(['blue', 'orange']),
      );
    }
  });
});

describe('what is handed out', () => {
  test('SVG has the figure, its caption, and nothing that breaks it', () => {
    const draw = (context: CanvasRenderingContext2D) => drawCloud(context, cloud, size, theme);
    const caption = ['Seed 1 & <more>', 'words '.repeat(40).trim()];
    const svg = svgPrint({ title: 'Cloud', caption, draw, size, theme });
    expect(svg).toMatch(/^<svg xmlns="[^"]+" width="400" height="\d+"/);
    expect(svg).toContain('Seed 1 &amp; &lt;more&gt;');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg.match(/<g /g)).toHaveLength(svg.match(/<\/g>/g)!.length);
  });

  test('CSV quotes what must be quoted', () => {
    expect(csvOf([['a,b', 'say "x"', 1.5, null]])).toBe('"a,b","say ""x""",1.5,\r\n');
  });

  test('captions are broken between words', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
  });
});
