import { beforeAll, describe, expect, test } from 'vitest';
import formulas from 'virtual:metric-formulas';
import {
  type Measured,
  metricLines,
  scaleOf,
  thinned,
} from '../../../../web/src/app/diagnostics/metric-lines';
import { resolve } from '../../../../web/src/app/settings/settings';
import { type Catalog, parseCatalog } from '../../../../web/src/protocol/catalog';
import { parseConfig } from '../../../../web/src/protocol/config';
import { startModule } from '../../live';

let catalog: Catalog;
beforeAll(async () => {
  catalog = parseCatalog((await startModule()).catalog());
});

function run(id: Measured['id'], config: string, ...values: number[][]): Measured {
  const resolved = resolve(catalog, parseConfig(config));
  const bins = values.map((row, i) => {
    return { steps: 500 * (i + 1), updates: i, seconds: i, rows: 1, values: row };
  });
  return { id, resolved, title: config, style: 0, bins };
}

test('every formula of the core becomes MathML', () => {
  const metrics = catalog.algorithms.flatMap((algorithm) => algorithm.metrics);
  expect(metrics.length).toBeGreaterThan(20);
  for (const { formula } of metrics) {
    expect(formulas[formula], formula).toMatch(/<math .*<\/math>/);
    expect(formulas[formula]).not.toContain('merror');
  }
});

describe('metrics', () => {
  test('of the same name share a chart, with each definition once', () => {
    const dqn = run('A', 'environment=cart_pole&algorithm=dqn', [1, 2, 0.5]);
    const sac = run('B', 'preset=pendulum-sac', [7, 8, 9, 10, 11]);
    const lines = metricLines([dqn, sac, { ...sac, id: 'C' }]);
    const loss = lines.find(({ name }) => name === 'critic_loss')!;
    expect(loss.lines.map((line) => [line.run.id, line.points[0]!.value])).toEqual([
      ['A', 1],
      ['B', 7],
      ['C', 7],
    ]);
    expect(loss.definitions.map(({ runs }) => runs)).toEqual([['A'], ['B', 'C']]);
    const share = lines.find(({ name }) => name === 'epsilon')!;
    expect(share.without.map(({ id }) => id)).toEqual(['B', 'C']);
    expect(share.lines[0]!.points).toEqual([
      { steps: 500, updates: 0, seconds: 0, rows: 1, value: 0.5 },
    ]);
  });

  test('without a number are not there', () => {
    const sac = run('A', 'preset=pendulum-sac', [NaN, NaN, NaN, NaN, NaN], [1, 2, 3, 4, NaN]);
    const lines = metricLines([sac]);
    expect(lines.map(({ name }) => name)).not.toContain('actor_gradient');
    expect(lines[0]!.lines[0]!.points).toHaveLength(1);
  });

  test('are logarithmic where they are positive over more than a decade', () => {
    const scale = (...values: number[]) =>
      scaleOf(metricLines([run('A', 'preset=pendulum-sac', ...values.map((x) => [x]))])[0]!);
    expect(scale(0.1, 20)).toBe('log');
    expect(scale(1, 20)).toBe('linear');
    expect(scale(-0.1, 20)).toBe('linear');
  });
});

test('a table has at most so many rows, the last among them', () => {
  const rows = Array.from({ length: 100 }, (_, i) => i);
  for (const most of [1, 3, 48, 99, 100, 1000]) {
    const some = thinned(rows, most);
    expect(some.length).toBeLessThanOrEqual(most);
    expect(some.at(-1)).toBe(99);
  }
  expect(thinned([], 4)).toEqual([]);
});
