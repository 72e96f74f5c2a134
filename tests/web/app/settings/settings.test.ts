import { beforeAll, describe, expect, test } from 'vitest';
import {
  differences,
  groupParameters,
  isRelevant,
  type Resolved,
  referenceOf,
  resolve,
  sameValue,
  sharedReference,
} from '../../../../web/src/app/settings/settings';
import { parameterFacts } from '../../../../web/src/app/settings/parameter-facts';
import { type Catalog, type Parameter, parseCatalog } from '../../../../web/src/protocol/catalog';
import { parseConfig } from '../../../../web/src/protocol/config';
import { startModule } from '../../live';

let catalog: Catalog;
beforeAll(async () => {
  catalog = parseCatalog((await startModule()).catalog());
});

const read = (text: string): Resolved => resolve(catalog, parseConfig(text));
const find = (resolved: Resolved, key: string): Parameter =>
  resolved.parameters.find((parameter) => parameter.key === key)!;

describe('resolve', () => {
  test('settings go before the preset, the preset before the defaults', () => {
    const { values } = read('preset=pendulum-sac-leave-one-out&sac.tau=0.5');
    expect(values.get('sac.tau')).toBe('0.5');
    expect(values.get('sac.baseline')).toBe('leave_one_out');
    expect(values.get('sac.gamma')).toBe('0.99');
    expect(values.get('seed')).toBe('1');
  });

  test('names what there is instead of an unknown preset', () => {
    expect(() => read('preset=lunar')).toThrow(/"lunar" is not one of .*pendulum-sac/);
    expect(() => read('environment=lunar')).toThrow('pendulum');
  });
});

describe('isRelevant', () => {
  test('follows conditions, and the conditions of conditions', () => {
    const relevant = (text: string, key: string) => {
      const resolved = read(text);
      return isRelevant(resolved, find(resolved, key));
    };
    expect(relevant('sac.estimator=reparameterization', 'sac.baseline')).toBe(false);
    expect(relevant('sac.estimator=score_function', 'sac.baseline')).toBe(true);
    const value = 'sac.estimator=score_function&sac.baseline=value';
    expect(relevant(value, 'sac.baseline_samples')).toBe(true);
    expect(relevant('sac.baseline=value', 'sac.baseline_samples')).toBe(false);
    expect(relevant('', 'sac.tau')).toBe(true);
    const resolved = read('');
    const one = { ...find(resolved, 'sac.tau'), when: 'sac.estimator=other' };
    expect(isRelevant(resolved, one)).toBe(false);
    expect(isRelevant(resolved, { ...one, when: `${one.when}|reparameterization` })).toBe(true);
  });
});

describe('differences', () => {
  const titles = (a: string, b: string) => differences(read(a), read(b)).map(({ title }) => title);

  test('are named in the words of the catalog', () => {
    expect(titles('preset=pendulum-sac-score-function', 'preset=pendulum-sac')).toEqual([
      'gradient estimator',
    ]);
    expect(titles('preset=pendulum-sac-leave-one-out', 'preset=pendulum-sac')).toEqual([
      'gradient estimator',
      'action samples per state',
    ]);
  });

  test('are differences of values, not of spelling or of what has no effect', () => {
    expect(titles('sac.tau=1e-2', 'sac.tau=0.01')).toEqual([]);
    expect(titles('sac.baseline=none', 'sac.baseline=value')).toEqual([]);
    expect(titles('seed=1', 'seed=2')).toEqual(['seed']);
  });
});

test('numbers are compared as numbers, choices as text', () => {
  const resolved = read('');
  expect(sameValue(find(resolved, 'sac.tau'), '1e-2', '0.010')).toBe(true);
  expect(sameValue(find(resolved, 'sac.estimator'), '1', '1.0')).toBe(false);
});

describe('reference returns', () => {
  test('belong to an environment as it is', () => {
    const asItIs = read('environment=cart_pole');
    expect(referenceOf(asItIs)).toBe(asItIs.environment.reference);
    const changed = read('environment=cart_pole&cart_pole.gravity=3');
    expect(referenceOf(changed)).toEqual({});
    expect(sharedReference([asItIs, changed])).toEqual({});
  });

  test('are shared where the environment is', () => {
    const [pendulum, other] = [read('environment=pendulum'), read('environment=acrobot')];
    expect(sharedReference([pendulum, read('sac.tau=0.02')])).toBe(pendulum.environment.reference);
    expect(sharedReference([pendulum, other])).toEqual({});
    expect(sharedReference([])).toEqual({});
  });
});

test('every parameter of the catalog has its place and its facts in the form', () => {
  const { parameters } = read('');
  const groups = groupParameters(parameters);
  expect(groups.flatMap((group) => group.parameters)).toHaveLength(parameters.length);
  expect(new Set(groups.map(({ group }) => group)).size).toBe(groups.length);
  for (const parameter of parameters) {
    expect(parameterFacts(parameter), parameter.key).toMatch(
      /^[A-Z0-9−].*\b(restarts the run|takes effect at once)\.$/,
    );
    expect(parameterFacts(parameter), parameter.key).toMatch(/default .+,/i);
  }
  expect(parameterFacts(find(read(''), 'sac.gamma'))).toBe(
    '0 to 1, default 0.99, takes effect at once.',
  );
});
