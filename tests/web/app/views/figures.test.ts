import { describe, expect, test } from 'vitest';
import type { Axes } from '../../../../web/src/app/views/axes';
import { shapeOf } from '../../../../web/src/app/views/axes';
import { boundsOf, type Looked } from '../../../../web/src/app/views/looked';
import { heatMapOf, mapFigure } from '../../../../web/src/app/views/map-figure';
import { nowFigure } from '../../../../web/src/app/views/now-figure';
import type { Algorithm, Environment } from '../../../../web/src/protocol/catalog';
import type { Field } from '../../../../web/src/protocol/field';
import { makeField, table } from '../../fields';

const pendulum = {
  id: 'pendulum',
  state: ['theta', 'theta_dot'],
  action: { kind: 'continuous', names: ['torque'], low: [-2], high: [2], unit: 'N m' },
} as unknown as Environment;
const cart = {
  id: 'cart_pole',
  state: ['theta', 'theta_dot'],
  action: { kind: 'discrete', names: ['push left', 'push right'], low: [], high: [], unit: '' },
} as unknown as Environment;

const sac = { id: 'sac', title: 'Soft actor-critic', parameters: [{ key: 'sac.temperature' }] };

function look(field: Field, environment: Environment, algorithm: Partial<Algorithm> = {}): Looked {
  const shape = shapeOf(field, environment);
  return {
    id: 'A',
    environment,
    algorithm: { ...sac, ...algorithm } as Algorithm,
    shape,
    bounds: boundsOf(environment, shape),
    color: '#b84a00',
    scale: '1',
    config: '',
    target: 'maximum',
    about: 'Run A',
    build: '0.1.0',
    link: '#v=2&seed=3',
  };
}

const states: Axes = { across: 0, up: 1, dimension: 0 };
const onMap = (field: Field, axes: Axes, looked: Looked) =>
  mapFigure(heatMapOf(field, axes, looked, null), axes, looked);

test('every figure of a run has the link of the experiment', () => {
  const field = makeField();
  const looked = look(field, pendulum);
  const figures = [onMap(field, states, looked), nowFigure(field, 0, looked)];
  expect(figures.map(({ link }) => link)).toEqual(['#v=2&seed=3', '#v=2&seed=3']);
});

describe('the map', () => {
  test('says in a sentence what it shows', () => {
    const field = makeField();
    const { title, picture, caption } = onMap(field, states, look(field, pendulum));
    expect(title).toBe('Run A: critic, Q(s, π(s))');
    expect(picture!.label).toContain('lowest 1 at θ −0.5, θ̇ 1; highest 4 at θ 0.5, θ̇ 3');
    expect(caption).toContain('Arrows: torque (N m), to the right if positive');
    expect(caption).toContain('entropy');
  });

  test('has every cell and what the policy does there as data', () => {
    const field = makeField();
    const [heads, ...rows] = onMap(field, states, look(field, pendulum)).rows();
    expect(heads).toHaveLength(6);
    expect(rows).toHaveLength(4);
    expect(rows[2]!.slice(0, 4)).toEqual([-0.5, 3, 3, 1]);
    expect(onMap(field, states, look(field, pendulum)).readable!()).toHaveLength(5);
    expect(rows[0]!.slice(4)).toEqual([
      expect.closeTo(2 * Math.tanh(-10), 6),
      expect.closeTo(2 * Math.tanh(-8), 6),
    ]);
  });

  test('holds still what is not an axis', () => {
    const up = { index: 2, cells: 2, low: -2, high: 2 };
    const field = makeField({ up });
    const looked = look(field, pendulum);
    const { title, caption } = onMap(field, { ...states, up: 2 }, looked);
    expect(title).toBe('Run A: critic, Q(s, a)');
    expect(caption).toContain('Held at the current state: θ̇ 3.');
    expect(caption).toContain('one standard deviation');
    const scaled = onMap(field, { ...states, up: 2 }, { ...looked, scale: '0.1' });
    expect(scaled.caption).toContain('Rewards are counted times 0.1.');
  });

  test('says why there is no critic', () => {
    const field = makeField({ critic: 'none', policy: 'gaussian', values: table(0, []) });
    const parameters = [{ key: 'reinforce.baseline' }] as Algorithm['parameters'];
    const algorithm = { id: 'reinforce', title: 'REINFORCE', parameters };
    const content = onMap(field, states, look(field, pendulum, algorithm));
    expect(content.title).toBe('Run A: policy');
    expect(content.caption).toMatch(/^REINFORCE, as it is set, has no critic: .*baseline/);
    expect(content.caption).not.toContain('entropy');
    expect(content.rows()[0]).toHaveLength(5);
  });

  test('has choices as an axis', () => {
    const field = makeField({
      up: { index: -1, cells: 1, low: 0, high: 0 },
      policy: 'categorical',
      values: table(2, [1, 2, 3, 4]),
      actions: table(1, [1, 1]),
      distribution: table(2, [0.25, 0.75, 0.5, 0.5]),
    });
    const content = onMap(field, { ...states, up: 2 }, look(field, cart));
    expect(content.rows().slice(1)).toEqual([
      [-0.5, 'push left', 1, 0.25],
      [0.5, 'push left', 3, 0.5],
      [-0.5, 'push right', 2, 0.75],
      [0.5, 'push right', 4, 0.5],
    ]);
    expect(content.picture!.label).toContain('highest 4 at θ 0.5, action push right');
  });

  test('keeps its colours while values change little', () => {
    const field = makeField();
    const looked = look(field, pendulum);
    expect(heatMapOf(field, states, looked, { low: 0.9, high: 4.1 }).range!.low).toBe(0.9);
    expect(heatMapOf(field, states, looked, { low: -9, high: 4 }).range!.low).toBe(1);
  });
});

describe('the policy now', () => {
  test('is the probability and the value of each choice', () => {
    const field = makeField({
      policy: 'categorical',
      values: table(2, [1, 2]),
      actions: table(1, [1]),
      distribution: table(2, [0.25, 0.75]),
    });
    const content = nowFigure(field, 0, look(field, cart));
    expect(content.picture!.label).toContain('push left 25.0 % · Q 1, push right 75.0 % · Q 2');
    expect(content.rows().slice(1)).toEqual([
      ['push left', 0.25, 1],
      ['push right', 0.75, 2],
    ]);
  });

  test('says what is cut off', () => {
    const across = { index: 2, cells: 1, low: -2, high: 2 };
    const field = makeField({ across, policy: 'gaussian', distribution: table(2, [1, 0.5]) });
    const { caption } = nowFigure(field, 0, look(field, pendulum));
    expect(caption).toMatch(/50\.\d % lies beyond the largest actions/);
    const sure = makeField({ across, policy: 'deterministic', distribution: table(0, []) });
    expect(nowFigure(sure, 0, look(sure, pendulum)).caption).toMatch(/torque \(N m\) −2, always/);
  });

  test('has a density for each action that the critic was asked about', () => {
    const across = { index: 2, cells: 4, low: -2, high: 2 };
    const field = makeField({ across, distribution: table(2, [0, 1]) });
    const [heads, ...rows] = nowFigure(field, 0, look(field, pendulum)).rows();
    expect(heads).toHaveLength(3);
    expect(rows.map(([action]) => action)).toEqual([-1.5, -0.5, 0.5, 1.5]);
    expect(rows[1]![1]).toBeCloseTo(rows[2]![1] as number, 9);
    expect(rows.map((row) => row[2])).toEqual([1, 2, 3, 4]);
  });
});
