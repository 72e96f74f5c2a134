import { beforeAll, describe, expect, test } from 'vitest';
import { parseCatalog } from '../../../web/src/protocol/catalog';
import { startModule } from '../live';

let json: string;
beforeAll(async () => {
  json = (await startModule()).catalog();
});

/** The catalog with one field replaced. */
function damaged(path: (string | number)[], value: unknown): string {
  const copy: unknown = JSON.parse(json);
  let parent = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as typeof parent;
  parent[path.at(-1)!] = value;
  return JSON.stringify(copy);
}

describe('parseCatalog', () => {
  test('accepts the catalog of the live module', () => {
    const catalog = parseCatalog(json);
    expect(catalog.presets.map(({ id }) => id)).toContain('pendulum-sac');
    expect(catalog.environments[0]!.seconds_per_step).toBe(0.05);
    const finite = catalog.environments.filter((each) => each.finite);
    expect(finite.map(({ id }) => id)).toEqual(['gridworld']);
    const estimator = catalog.algorithms[0]!.parameters.find(({ key }) => key === 'sac.estimator');
    expect(estimator?.type === 'choice' && estimator.options.map(({ id }) => id)).toEqual([
      'reparameterization',
      'score_function',
    ]);
  });

  test.each([
    [['version'], 2],
    [['environments'], []],
    [['environments', 0, 'id'], '<script>'],
    [['environments', 0, 'seconds_per_step'], 0],
    [['environments', 0, 'finite'], 1],
    [['environments', 0, 'reference', 'optimum'], 'high'],
    [['run', 'parameters', 0, 'type'], 'colour'],
    [['run', 'parameters', 2, 'min'], null],
    [['algorithms', 0, 'parameters', 0, 'options'], []],
    [['algorithms', 0, 'environments'], ['<b>']],
    [['presets', 0, 'config'], 5],
  ])('refuses %j = %j and names the field', (path, value) => {
    expect(() => parseCatalog(damaged(path, value))).toThrow(`catalog: ${path.join('.')}`);
  });

  test('knows parameters that are text', () => {
    const text = { type: 'text', key: 'gridworld.map', title: 'map', default: 's.g' };
    const about = { unit: '', symbol: '', help: '', group: '', live: false, when: '' };
    const parameter = { ...text, ...about, max_length: 71 };
    const path = ['environments', 0, 'parameters'];
    expect(parseCatalog(damaged(path, [parameter])).environments[0]!.parameters).toEqual([
      parameter,
    ]);
    const endless = { ...parameter, max_length: undefined };
    expect(() => parseCatalog(damaged(path, [endless]))).toThrow('max_length');
  });

  test('knows which environments an algorithm accepts', () => {
    const { algorithms, environments } = parseCatalog(json);
    const ids = environments.map(({ id }) => id);
    for (const algorithm of algorithms) {
      expect(algorithm.environments.length, algorithm.id).toBeGreaterThan(0);
      expect(ids).toEqual(expect.arrayContaining(algorithm.environments));
    }
  });

  test('refuses what is not JSON', () => {
    expect(() => parseCatalog('{')).toThrow(SyntaxError);
  });
});
