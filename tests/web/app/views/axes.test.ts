import { describe, expect, test } from 'vitest';
import {
  acrossChoices,
  defaultAxes,
  mapRequest,
  nowRequest,
  type Shape,
  upChoices,
  withAcross,
} from '../../../../web/src/app/views/axes';
import { actionLabel, axisLabel, axisName } from '../../../../web/src/app/views/labels';
import type { Environment } from '../../../../web/src/protocol/catalog';

const torque: Shape = { components: 2, dimensions: 1, choices: [] };
const arm: Shape = { components: 2, dimensions: 2, choices: [] };
const cart: Shape = { components: 4, dimensions: 0, choices: ['push left', 'push right'] };

describe('axes', () => {
  test('are components, then actions; across is an action only against another', () => {
    expect(acrossChoices(torque)).toEqual([0, 1]);
    expect(upChoices(torque, 0)).toEqual([1, 2]);
    expect(acrossChoices(arm)).toEqual([0, 1, 2, 3]);
    expect(upChoices(arm, 2)).toEqual([3]);
    expect(upChoices(cart, 2)).toEqual([0, 1, 3, 4]);
  });

  test('give way where they cannot stay', () => {
    const axes = { across: 0, up: 1, dimension: 0 };
    expect(withAcross(axes, 1, torque)).toMatchObject({ across: 1, up: 0 });
    expect(withAcross(axes, 3, arm)).toMatchObject({ across: 3, up: 2 });
    expect(withAcross({ ...axes, up: 2 }, 1, torque)).toMatchObject({ across: 1, up: 2 });
  });

  test('start with what tells most', () => {
    expect(defaultAxes('pendulum', torque)).toMatchObject({ across: 0, up: 1 });
    expect(defaultAxes('cart_pole', cart)).toMatchObject({ across: 2, up: 3 });
    const bandit = { components: 1, dimensions: 8, choices: [] };
    expect(defaultAxes('bandit', bandit)).toMatchObject({ across: 1, up: 2 });
    expect(defaultAxes('bandit', { ...bandit, dimensions: 1 })).toMatchObject({ across: 0, up: 1 });
  });

  test('are asked for by number; choices come with every cell', () => {
    expect(mapRequest({ across: 0, up: 2, dimension: 0 }, torque, 16)).toEqual([0, 2, 16, 16]);
    expect(mapRequest({ across: 2, up: 4, dimension: 0 }, cart, 0)).toEqual([2, -1, 0, 0]);
    expect(nowRequest({ across: 0, up: 1, dimension: 1 }, arm)).toEqual([3, -1, 64, 1]);
    expect(nowRequest({ across: 2, up: 3, dimension: 0 }, cart)).toEqual([-1, -1, 1, 1]);
  });
});

describe('labels', () => {
  const environment = (state: string[], names: string[], unit = '') =>
    ({
      state,
      action: { kind: 'continuous', names, low: [-1], high: [1], unit },
    }) as unknown as Environment;

  test('are signs with units', () => {
    const pendulum = environment(['theta', 'theta_dot'], ['torque'], 'N m');
    expect(axisLabel(0, pendulum, torque)).toBe('θ (rad)');
    expect(axisLabel(1, pendulum, torque)).toBe('θ̇ (rad/s)');
    expect(axisLabel(2, pendulum, torque)).toBe('torque (N m)');
    expect(axisName(1, pendulum, torque)).toBe('θ̇');
    const reacher = environment(['theta_1_dot', 'target_x'], ['torque 1']);
    expect(axisLabel(0, reacher, torque)).toBe('θ̇₁ (rad/s)');
    expect(axisLabel(1, reacher, torque)).toBe('target x (m)');
  });

  test('go on where an environment is larger than in the catalog', () => {
    expect(axisName(2, environment(['s_1', 's_2'], []), { ...arm, components: 4 })).toBe('s₃');
    expect(actionLabel(12, environment([], ['a0']))).toBe('a₁₂');
  });
});
