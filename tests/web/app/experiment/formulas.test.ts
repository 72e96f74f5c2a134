import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { AcpHostModule } from '@acp/host-module';
import { learn } from '../../../../web/src/app/experiment/further-tasks';
import { formatLink } from '../../../../web/src/app/link/link';
import { openLink } from '../../../../web/src/app/link/open-link';
import { unpackLink } from '../../../../web/src/app/link/packed-formula';
import { formulas } from '../../../../web/src/app/settings/formulas';
import { select, suitedAlgorithms } from '../../../../web/src/app/settings/selection';
import { resolve, valueTitle } from '../../../../web/src/app/settings/settings';
import { type Catalog, parseCatalog } from '../../../../web/src/protocol/catalog';
import { RefusedError } from '../../../../web/src/protocol/client';
import { formatConfig } from '../../../../web/src/protocol/config';
import { escapeFormula } from '../../../../web/src/protocol/formulas';
import { startHostModule, startModule } from '../../live';

const push = escapeFormula(`constants: mass = 1 in [0.5, 2]
state: x = uniform(-1, 1) in [-3, 3], v = 0
action: force in [-1, 1]
next: v' = v + 0.1 force / mass, x' = x + 0.1 v'
reward: -x^2
observe: x, v
limit: 80`);
const walk = escapeFormula(`state: x = 0
action: way in {left, right}
next: x' = x + 2 way - 1
reward: x
observe: x
limit: 20`);

let host: AcpHostModule;
let catalog: Catalog;
const ask = vi.fn((config: string) => {
  try {
    return Promise.resolve(host.catalogOf(config));
  } catch (error) {
    return Promise.reject(new RefusedError((error as Error).message));
  }
});
beforeAll(async () => {
  host = await startHostModule();
});
beforeEach(async () => {
  catalog = parseCatalog((await startModule()).catalog());
  formulas.clear();
  ask.mockClear();
});

const about = (text: string, more: Record<string, string> = {}) =>
  new Map(Object.entries({ environment: 'formula', 'formula.task': text, ...more }));
const open = (hash: string, runs = 1) =>
  openLink(hash, {
    catalog,
    pairs: [],
    runs,
    check: (settings) => Promise.resolve(host.check(formatConfig(settings))),
  });

test('every run has the task of its own text', async () => {
  for (const text of [push, walk, push])
    await learn(catalog, formatConfig(about(text)), { catalog: ask });
  expect(catalog.environments.filter(({ id }) => id === 'formula')).toHaveLength(1);
  const first = resolve(catalog, about(push, { 'formula.mass': '2' }));
  expect(first.environment).toMatchObject({ state: ['x', 'v'], time_limit: 80 });
  expect(first.values.get('formula.mass')).toBe('2');
  const second = resolve(catalog, about(walk, { algorithm: 'dqn' }));
  expect(second.environment).toMatchObject({
    state: ['x'],
    action: { kind: 'discrete', names: ['left', 'right'] },
  });
  const accepting = ({ environment }: typeof first) =>
    suitedAlgorithms(catalog, environment).map(({ id }) => id);
  expect(accepting(first)).toContain('sac');
  expect(accepting(first)).not.toContain('dqn');
  expect(accepting(second)).toContain('dqn');
  expect(accepting(second)).not.toContain('sac');
});

test('runs of different texts are told apart by their rewards', async () => {
  const settings = [about(push), about(walk), new Map([['environment', 'formula']])];
  for (const each of settings) await learn(catalog, formatConfig(each), { catalog: ask });
  const titles = settings.map((each) => {
    const resolved = resolve(catalog, each);
    return valueTitle(
      resolved.parameters.find(({ key }) => key === 'formula.task')!,
      resolved,
    );
  });
  expect(titles).toEqual(['-x^2', 'x', '-(wrap(theta)^2 + 0.1 omega^2 + …']);
});

test('another text makes an algorithm that does not accept it give way', async () => {
  await learn(catalog, formatConfig(about(walk)), { catalog: ask });
  const { settings, replaced } = select(catalog, new Map([['algorithm', 'sac']]), {
    environment: 'formula',
    'formula.task': walk,
  });
  expect(settings.get('formula.task')).toBe(walk);
  expect(replaced?.from.id).toBe('sac');
  expect(host.check(formatConfig(settings))).toBe('');
});

test('an algorithm of one text stays with it', async () => {
  await learn(catalog, formatConfig(about(push)), { catalog: ask });
  const before = about(push, { algorithm: 'sac', 'formula.mass': '2' });
  const { settings } = select(catalog, before, { algorithm: 'dpg' });
  expect(Object.fromEntries(settings)).toEqual({
    environment: 'formula',
    algorithm: 'dpg',
    'formula.task': push,
    'formula.mass': '2',
  });
});

test('a link has all texts, shorter, and gives them back', async () => {
  const runs = [
    about(push, { algorithm: 'sac', seed: '3', 'formula.mass': '2' }),
    about(walk, { algorithm: 'dqn', seed: '3' }),
  ];
  for (const settings of runs) await learn(catalog, formatConfig(settings), { catalog: ask });
  const hash = formatLink(catalog, [], runs);
  expect(hash.length).toBeLessThan(push.length + walk.length);
  formulas.clear();
  const link = await unpackLink(hash);
  await learn(catalog, link, { catalog: ask });
  const opened = await open(link, 2);
  expect(opened.ignored).toEqual([]);
  expect(opened.runs.map((settings) => Object.fromEntries(settings))).toEqual(
    runs.map((settings) => Object.fromEntries(settings)),
  );
});

test.each([walk, encodeURIComponent(walk)])('a link may have a text as it stands', async (text) => {
  const hash = `#v=2&environment=formula&algorithm=dqn&formula.task=${text}`;
  await learn(catalog, hash, { catalog: ask });
  const { runs, ignored } = await open(hash);
  expect(ignored).toEqual([]);
  expect(runs[0]!.get('formula.task')).toBe(walk);
});

test('a wrong text is named with its line and column, and another task is shown', async () => {
  const wrong = walk.replace('reward:%20x', 'reward:%20y');
  const hash = `#v=2&environment=formula&algorithm=dqn&formula.task=${wrong}`;
  await learn(catalog, hash, { catalog: ask });
  expect(formulas.has(wrong)).toBe(false);
  const { ignored } = await openLink(hash, {
    catalog,
    pairs: [{ id: 'first', presets: ['pendulum-sac'] } as never],
    runs: 1,
    check: (settings) => Promise.resolve(host.check(formatConfig(settings))),
  });
  expect(ignored.join()).toContain('line 4, column 9: y is not known here');
});

test('what cannot be fetched is said', async () => {
  const failing = () => Promise.reject(new RefusedError('environment: offline'));
  await expect(learn(catalog, 'environment=formula', { catalog: failing })).rejects.toThrow(
    'offline',
  );
});
