import { beforeAll, describe, expect, test } from 'vitest';
import { summarize } from '../../../../web/src/app/settings/run-summary';
import { resolve } from '../../../../web/src/app/settings/settings';
import { type Catalog, parseCatalog } from '../../../../web/src/protocol/catalog';
import { parseConfig } from '../../../../web/src/protocol/config';
import { startModule } from '../../live';

let catalog: Catalog;
beforeAll(async () => {
  catalog = parseCatalog((await startModule()).catalog());
});

const named = (...texts: string[]) =>
  summarize(texts.map((text) => resolve(catalog, parseConfig(text))));

describe('runs are named', () => {
  test('after their estimators and what goes with them, if these differ', () => {
    expect(named('preset=pendulum-sac-score-function', 'preset=pendulum-sac')).toEqual([
      {
        title: 'score function',
        name: 'score function',
        details: ['Pendulum', 'baseline: none', 'action samples per state: 1'],
        style: 1,
      },
      {
        title: 'reparameterization',
        name: 'reparameterization',
        details: ['Pendulum', 'action samples per state: 1'],
        style: 0,
      },
    ]);
  });

  test('after their algorithm and what differs, if the estimators are the same', () => {
    expect(named('sac.tau=0.02&seed=1', 'sac.tau=1e-2&seed=2')).toEqual([
      {
        title: 'Soft actor-critic',
        name: 'Soft actor-critic, target smoothing: 0.02',
        details: ['Pendulum', 'target smoothing: 0.02'],
        style: 0,
      },
      {
        title: 'Soft actor-critic',
        name: 'Soft actor-critic, target smoothing: 1e-2',
        details: ['Pendulum', 'target smoothing: 1e-2'],
        style: 1,
      },
    ]);
    expect(named('')).toHaveLength(1);
  });

  test('after their algorithms, if these differ, never by the colour alone', () => {
    const [a, b] = named(
      'environment=cart_pole&algorithm=a2c',
      'environment=cart_pole&algorithm=reinforce',
    );
    expect(a!.title).not.toBe(b!.title);
    expect(a!.details[0]).toBe('Cart pole');
    expect(a!.style).not.toBe(b!.style);
  });

  test('in a legend after what sets them apart from those of the same title', () => {
    const many = ['pendulum-q-actor-critic-many-updates', 'pendulum-q-actor-critic'];
    expect(named(...many.map((id) => `preset=${id}`)).map(({ name }) => name)).toEqual([
      'Q actor-critic, updates per iteration: 16',
      'Q actor-critic, updates per iteration: 1',
    ]);
    const opening = [
      'preset=pendulum-sac-score-function',
      'preset=pendulum-sac-score-function&sac.baseline=leave_one_out&sac.action_samples=2',
      'preset=pendulum-sac',
    ];
    expect(named(...opening).map(({ name }) => name)).toEqual([
      'score function, baseline: none',
      'score function, baseline: leave-one-out',
      'reparameterization',
    ]);
  });

  test('in a legend after two settings where one does not tell them all apart', () => {
    const names = named('', 'sac.tau=0.02', 'sac.tau=0.02&sac.gamma=0.9').map(({ name }) => name);
    expect(names).toEqual([
      'Soft actor-critic, discount: 0.99, target smoothing: 0.01',
      'Soft actor-critic, discount: 0.99, target smoothing: 0.02',
      'Soft actor-critic, discount: 0.9, target smoothing: 0.02',
    ]);
  });

  test('alike where nothing but the seed differs', () => {
    const names = named('seed=1', 'seed=2').map(({ name }) => name);
    expect(names).toEqual(['Soft actor-critic', 'Soft actor-critic']);
  });
});
