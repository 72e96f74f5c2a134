import { describe, expect, test } from 'vitest';
import { drawHeatMap } from '../../../web/src/draw/views/heat-map';
import { BODY } from '../../../web/src/draw/views/halo';
import { type HeatMap, planeOf, planeWith } from '../../../web/src/draw/views/plane';
import { makeField, table } from '../fields';
import { recordingContext } from './recording-context';

const theme = { ground: '#fff', line: '#ddd', ink: '#111', muted: '#666', font: 'sans' };
const LARGE = { width: 400, height: 380 };
const SMALL = { width: 120, height: 120 };
const choices = ['up', 'right', 'down', 'left'];

/** Two cells side by side; nobody stands in the second. */
function mapOf(probabilities: number[], values = [-1.5, NaN]): HeatMap {
  const field = makeField({
    across: { index: 1, cells: 2, low: -0.5, high: 1.5 },
    up: { index: 0, cells: 1, low: -0.5, high: 0.5 },
    policy: 'categorical',
    values: table(1, values),
    actions: table(1, [0, 0]),
    distribution: table(4, [...probabilities, 1, 0, 0, 0]),
  });
  const plane = planeWith(planeOf(field, 0), Float32Array.from(values));
  return {
    ...{ field, plane, xLabel: 'column', yLabel: 'row', valueLabel: 'V(s)' },
    ...{ isDownward: true, isWhole: true, isByChoice: false, bounds: [] },
    choices,
    labels: ['−1.5', ''],
    range: plane.range,
    color: '#b84a00',
  };
}

function drawn(map: HeatMap, size = LARGE) {
  const { context, operations } = recordingContext();
  drawHeatMap(context, map, size, theme);
  const arrows = operations.filter(
    ({ name, style }) => name === 'stroke' && style.strokeStyle === BODY && style.lineWidth === 1.5,
  );
  const texts = operations.filter(({ name }) => name === 'fillText').map(({ args }) => args[0]);
  return { operations, arrows, texts };
}

describe('a table', () => {
  test('has an arrow for each choice that is made at all, as opaque as it is probable', () => {
    const { arrows } = drawn(mapOf([0.7, 0.3, 0.004, 0]));
    // Each is a shaft and a head.
    const opacities = arrows.map(({ style }) => style.globalAlpha as number);
    expect(opacities).toHaveLength(4);
    expect(opacities[0]).toBeCloseTo(0.79);
    expect(opacities[2]).toBeCloseTo(0.51);
  });

  test('has arrows as long as they are probable, where their names say', () => {
    const tips = (probabilities: number[]) => {
      const { operations } = drawn(mapOf(probabilities));
      const start = operations.findIndex(({ style }) => (style.globalAlpha as number) < 1);
      const from = operations.slice(start).find(({ name }) => name === 'moveTo')!.args;
      const to = operations.slice(start).find(({ name }) => name === 'lineTo')!.args;
      return [0, 1].map((i) => (to[i] as number) - (from[i] as number));
    };
    const [, up] = tips([0.8, 0, 0, 0]);
    const [, half] = tips([0.4, 0, 0, 0]);
    expect(up).toBeLessThan(0);
    expect(up! / half!).toBeCloseTo(2);
    const [right] = tips([0, 0.8, 0, 0]);
    expect(right).toBeCloseTo(-up!);
    expect(tips([0, 0, 0.8, 0])[1]).toBeCloseTo(-up!);
    expect(tips([0, 0, 0, 0.8])[0]).toBeCloseTo(up!);
  });

  test('writes its numbers where there is room, and nothing where nobody stands', () => {
    expect(drawn(mapOf([1, 0, 0, 0])).texts).toContain('−1.5');
    expect(drawn(mapOf([1, 0, 0, 0]), SMALL).texts).not.toContain('−1.5');
    const { operations } = drawn(mapOf([1, 0, 0, 0]));
    const cells = operations.filter(
      ({ name, args }) => name === 'fillRect' && (args[3] as number) > 30,
    );
    expect(cells).toHaveLength(1);
  });
});
