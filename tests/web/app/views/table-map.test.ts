import { beforeAll, describe, expect, test } from 'vitest';
import type { AcpExactModule } from '@acp/exact-module';
import { shapeOf } from '../../../../web/src/app/views/axes';
import { boundsOf, type Looked } from '../../../../web/src/app/views/looked';
import { heatMapOf, mapFigure } from '../../../../web/src/app/views/map-figure';
import {
  isTable,
  labelsOf,
  SHOWN,
  tableMapOf,
  tableText,
} from '../../../../web/src/app/views/table-map';
import { wrapModule } from '../../../../web/src/core/core';
import { wrapTableModule } from '../../../../web/src/core/table-core';
import { type Catalog, parseCatalog } from '../../../../web/src/protocol/catalog';
import { decodeField, type Field } from '../../../../web/src/protocol/field';
import { makeField, table } from '../../fields';
import { startExactModule, startModule } from '../../live';

const axes = { across: 1, up: 0, dimension: 0 };
let acp: Awaited<ReturnType<typeof startModule>>;
let exact: AcpExactModule;
let catalog: Catalog;
beforeAll(async () => {
  acp = await startModule();
  exact = await startExactModule();
  catalog = parseCatalog(acp.catalog());
});

function look(field: Field, algorithm: string, target = 'maximum'): Looked {
  const environment = catalog.environments.find(({ id }) => id === 'gridworld')!;
  const shape = shapeOf(field, environment);
  return {
    ...{ id: 'A', environment, shape, bounds: boundsOf(environment, shape), color: '#b84a00' },
    algorithm: catalog.algorithms.find(({ id }) => id === algorithm)!,
    ...{ scale: '1', config: '', target, about: 'Run A', build: '0.1.0', link: '#v=2' },
  };
}

/** A run as the page looks at it, after so many steps. */
function lookedAt(config: string, steps: number) {
  const run = wrapModule(acp).open(config);
  run.train(steps, 60_000);
  const field = decodeField(run.field(1, 0, 0, 0));
  const rows = wrapTableModule(exact).tableValues(
    run.config(),
    Float64Array.from(field.distribution.data),
    field.alpha,
  );
  run.delete();
  const column = (at: number) => Float32Array.from(rows.filter((_, i) => i % 2 === at));
  return { field, exact: { policy: column(0), best: column(1) } };
}

function rootMeanSquare(values: Float32Array): number {
  const known = values.filter((value) => Number.isFinite(value));
  return Math.sqrt(known.reduce((sum, value) => sum + value * value, 0) / known.length);
}

describe('a table', () => {
  test('is what every algorithm with choices has on the gridworld, whole', () => {
    const able = catalog.algorithms.filter(({ environments }) =>
      environments.includes('gridworld'),
    );
    expect(able.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['reinforce', 'a2c', 'sac_discrete', 'dqn', 'tabular_q']),
    );
    for (const { id } of able) {
      const { field, exact: values } = lookedAt(`environment=gridworld&algorithm=${id}`, 50);
      const looked = look(field, id);
      expect(isTable(field, axes, looked), id).toBe(true);
      expect(isTable(field, { ...axes, across: 0, up: 1 }, looked), id).toBe(false);
      const { policy, best } = tableMapOf(field, values, 'learned', looked).values;
      expect(policy).toHaveLength(12);
      policy.forEach((value, s) => {
        expect(Number.isNaN(value), `${id} ${s}`).toBe([3, 5, 7].includes(s));
        if (Number.isFinite(value)) expect(value).toBeLessThanOrEqual(best[s]! + 1e-5);
      });
    }
  });

  test('comes near what is exact as the run goes on', () => {
    const runs = [
      ['preset=gridworld-actor-critic', 'a2c', 'maximum', 20_000],
      ['preset=gridworld-q-learning', 'tabular_q', 'maximum', 20_000],
      [
        'preset=gridworld-q-learning&tabular_q.target=expectation&tabular_q.learning_rate=0.02',
        'tabular_q',
        'expectation',
        60_000,
      ],
      [
        'environment=gridworld&algorithm=sac_discrete&sac_discrete.hidden_layers=0' +
          '&sac_discrete.tune_temperature=false&sac_discrete.temperature=0.05' +
          '&sac_discrete.gamma=0.9&sac_discrete.tau=0.05',
        'sac_discrete',
        'maximum',
        10_000,
      ],
    ] as const;
    for (const [config, algorithm, target, steps] of runs) {
      const [early, late] = [20, steps].map((taken) => {
        const { field, exact: values } = lookedAt(config, taken);
        const { values: all } = tableMapOf(
          field,
          values,
          'learned',
          look(field, algorithm, target),
        );
        return rootMeanSquare(all.difference);
      });
      expect(late!, config).toBeLessThan(0.35 * early!);
    }
  });

  test('judges a greedy critic by the best policy, and others by their own', () => {
    const field = makeField({
      policy: 'greedy',
      values: table(2, [1, 3, NaN, NaN, 0, 0, 2, 2]),
      actions: table(1, [1, 0, 0, 0]),
      distribution: table(2, [0.25, 0.75, 1, 0, 1, 0, 1, 0]),
    });
    const known = { policy: Float32Array.of(1, NaN, 1, 1), best: Float32Array.of(2, NaN, 2, 2) };
    const q = tableMapOf(field, known, 'learned', look(field, 'tabular_q'));
    expect(q).toMatchObject({ quantity: 'best', isByBest: true });
    expect([...q.values.learned]).toEqual([3, NaN, 0, 2]);
    expect([...q.values.difference]).toEqual([1, NaN, -2, 0]);
    const sarsa = tableMapOf(field, known, 'learned', look(field, 'tabular_q', 'next_action'));
    expect(sarsa).toMatchObject({ quantity: 'mean', isByBest: false });
    expect([...sarsa.values.learned]).toEqual([2.5, NaN, 0, 2]);
    expect([...sarsa.values.difference]).toEqual([1.5, NaN, -1, 1]);
    const soft = { ...field, policy: 'categorical' as const, alpha: 0.5 };
    const { learned } = tableMapOf(soft, known, 'learned', look(soft, 'sac_discrete')).values;
    const entropy = -0.25 * Math.log(0.25) - 0.75 * Math.log(0.75);
    expect(learned[0]).toBeCloseTo(2.5 + 0.5 * entropy, 6);
  });

  test('has probabilities and values of every cell as data, in three digits', () => {
    const { field, exact: values } = lookedAt('preset=gridworld-q-learning', 300);
    const looked = look(field, 'tabular_q');
    const shown = tableMapOf(field, values, 'difference', looked);
    const map = heatMapOf(field, axes, looked, null, shown);
    const figure = mapFigure(map, axes, looked, shown);
    expect(figure.title).toBe('Run A: learned − exact');
    expect(figure.caption).toContain('the root of the mean square over the cells');
    const [heads, ...rows] = figure.readable!();
    expect(heads).toEqual([
      ...['column', 'row', 'max Q(s, ·)', 'exact V of this policy'],
      ...['exact V of the best policy', 'learned − exact'],
      ...['up', 'right', 'down', 'left'].map((choice) => `probability of ${choice}`),
    ]);
    expect(rows).toHaveLength(12);
    expect(rows[3]!.slice(2, 6)).toEqual([null, null, null, null]);
    for (const row of rows) {
      const sum = row.slice(6).reduce<number>((total, cell) => total + Number(cell), 0);
      expect(sum).toBeCloseTo(1, 1);
      for (const cell of row) {
        if (typeof cell === 'number') expect(Number(cell.toPrecision(3))).toBe(cell);
      }
    }
    expect(labelsOf(shown).every((text) => text.length <= 8)).toBe(true);
    expect(
      SHOWN.map((each) => map.labels![0] === labelsOf({ ...shown, shown: each })[0]),
    ).toContain(true);
  });

  test('says that exact values are not there, and nothing where there is no critic', () => {
    const { field } = lookedAt('environment=gridworld&algorithm=reinforce', 50);
    const looked = look(field, 'reinforce');
    expect(tableText(tableMapOf(field, null, 'learned', looked))).toBe(
      field.critic === 'none' ? '' : 'Exact values: not yet, or none that are finite.',
    );
    const bare = { ...field, critic: 'none' as const, values: table(0, []) };
    const values = tableMapOf(bare, null, 'policy', looked);
    expect(tableText(values)).toBe('');
    const heads = mapFigure(heatMapOf(bare, axes, looked, null, values), axes, looked, values)
      .readable!()[0]!;
    expect(heads.slice(2, 4)).toEqual(['exact V of this policy', 'exact V of the best policy']);
  });
});
