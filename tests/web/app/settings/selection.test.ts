import { beforeAll, describe, expect, test } from 'vitest';
import {
  presetEnvironment,
  select,
  suitedAlgorithms,
  suitedEnvironments,
} from '../../../../web/src/app/settings/selection';
import { byId } from '../../../../web/src/app/settings/settings';
import { type Catalog, parseCatalog } from '../../../../web/src/protocol/catalog';
import { formatConfig, parseConfig } from '../../../../web/src/protocol/config';
import type { AcpModule } from '@acp/module';
import { startModule } from '../../live';

let acp: AcpModule;
let catalog: Catalog;
beforeAll(async () => {
  acp = await startModule();
  catalog = parseCatalog(acp.catalog());
});

const entries = (settings: ReadonlyMap<string, string>) => Object.fromEntries(settings);

describe('select', () => {
  test('a preset keeps the seed and nothing else', () => {
    const before = parseConfig('environment=cart_pole&algorithm=a2c&seed=7&evaluate_every=100');
    const { settings, replaced } = select(catalog, before, { preset: 'pendulum-sac' });
    expect(entries(settings)).toEqual({ preset: 'pendulum-sac', seed: '7' });
    expect(replaced).toBeNull();
  });

  test('another environment keeps the run’s settings, and the algorithm if it can', () => {
    const before = parseConfig(
      'preset=pendulum-sac-leave-one-out&seed=7&evaluate_every=100&sac.tau=0.02',
    );
    const { settings, replaced } = select(catalog, before, { environment: 'reacher' });
    expect(entries(settings)).toEqual({
      seed: '7',
      evaluate_every: '100',
      probe_every: '200',
      environment: 'reacher',
      algorithm: 'sac',
      'sac.estimator': 'score_function',
      'sac.baseline': 'leave_one_out',
      'sac.action_samples': '2',
      'sac.tau': '0.02',
    });
    expect(replaced).toBeNull();
  });

  test('another environment drops what belongs to the one before', () => {
    const before = parseConfig('environment=cart_pole&algorithm=a2c&cart_pole.gravity=3');
    const { settings } = select(catalog, before, { environment: 'acrobot' });
    expect([...settings.keys()]).not.toContain('cart_pole.gravity');
  });

  test('an algorithm that does not accept the environment makes room, and is named', () => {
    const before = parseConfig('environment=pendulum&algorithm=sac&sac.tau=0.02');
    const { settings, replaced } = select(catalog, before, { environment: 'cart_pole' });
    const [first] = suitedAlgorithms(catalog, byId(catalog.environments, 'cart_pole'));
    expect(entries(settings)).toEqual({ environment: 'cart_pole', algorithm: first!.id });
    expect(replaced).toMatchObject({ from: { id: 'sac' }, to: { id: first!.id } });
  });

  test('another algorithm keeps what belongs to the environment', () => {
    const before = parseConfig('environment=cart_pole&algorithm=a2c&cart_pole.gravity=3&seed=2');
    const { settings } = select(catalog, before, { algorithm: 'reinforce' });
    expect(entries(settings)).toEqual({
      seed: '2',
      environment: 'cart_pole',
      algorithm: 'reinforce',
      'cart_pole.gravity': '3',
    });
  });

  test('both at once', () => {
    const before = parseConfig('preset=pendulum-sac');
    const { settings } = select(catalog, before, { environment: 'acrobot', algorithm: 'a2c' });
    expect(entries(settings)).toEqual({
      probe_every: '200',
      environment: 'acrobot',
      algorithm: 'a2c',
    });
  });
});

test('whatever fits by the catalog is accepted by the core, and nothing else is', () => {
  for (const environment of catalog.environments) {
    for (const algorithm of catalog.algorithms) {
      const choice = { environment: environment.id, algorithm: algorithm.id };
      const { settings } = select(catalog, new Map(), choice);
      const complaint = acp.check(formatConfig(settings));
      const isSuited = suitedAlgorithms(catalog, environment).includes(algorithm);
      expect(complaint === '', formatConfig(settings)).toBe(isSuited);
      expect(suitedEnvironments(catalog, algorithm).includes(environment)).toBe(isSuited);
      if (!isSuited) expect(complaint).toMatch(/^algorithm: [^.]+$/);
    }
  }
});

test('every preset has its environment', () => {
  for (const preset of catalog.presets) {
    expect(preset.config).toContain(`environment=${presetEnvironment(catalog, preset)}`);
  }
});
