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
        details: ['Pendulum', 'baseline: none', 'action samples per state: 1'],
        style: 1,
      },
      {
        title: 'reparameterization',
        details: ['Pendulum', 'action samples per state: 1'],
        style: 0,
      },
    ]);
  });

  test('after their algorithm and what differs, if the estimators are the same', () => {
    expect(named('sac.tau=0.02&seed=1', 'sac.tau=1e-2&seed=2')).toEqual([
      { title: 'Soft actor-critic', details: ['Pendulum', 'target smoothing: 0.02'], style: 0 },
      { title: 'Soft actor-critic', details: ['Pendulum', 'target smoothing: 1e-2'], style: 1 },
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
});
