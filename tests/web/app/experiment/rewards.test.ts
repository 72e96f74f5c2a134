import { beforeEach, expect, test, vi } from 'vitest';
import type { AcpHostModule } from '@acp/host-module';
import { learn } from '../../../../web/src/app/experiment/further-tasks';
import { formatLink } from '../../../../web/src/app/link/link';
import { openLink } from '../../../../web/src/app/link/open-link';
import { availablePairs } from '../../../../web/src/app/settings/pairs';
import { select } from '../../../../web/src/app/settings/selection';
import {
  isWithinCore,
  referenceOf,
  resolve,
  valueTitle,
} from '../../../../web/src/app/settings/settings';
import { type Catalog, parseCatalog } from '../../../../web/src/protocol/catalog';
import { formatConfig, parseConfig } from '../../../../web/src/protocol/config';
import { startHostModule, startModule } from '../../live';

const LINK = '#v=2&preset=pendulum-sac&seed=1&reward=reward%2B10';

let host: AcpHostModule;
let catalog: Catalog;
const ask = vi.fn((config: string) => Promise.resolve(host.catalogOf(config)));
const open = (hash: string, runs = 1) =>
  openLink(hash, {
    catalog,
    pairs: availablePairs(catalog),
    runs,
    check: (settings) => Promise.resolve(host.check(formatConfig(settings))),
  });

beforeEach(async () => {
  host = await startHostModule();
  catalog = parseCatalog((await startModule()).catalog());
  await learn(catalog, LINK, { catalog: ask });
});

test('a catalog learns once of rewards, and what they are of', async () => {
  await learn(catalog, LINK, { catalog: ask });
  expect(catalog.run.parameters.filter(({ key }) => key === 'reward')).toHaveLength(1);
  const pendulum = catalog.environments.find(({ id }) => id === 'pendulum')!;
  expect(pendulum.reward).toEqual(expect.arrayContaining(['theta', "theta'", 'torque', 'reward']));
});

test.each([LINK, '#preset=pendulum-sac&seed=1&reward=reward+10'])('%s opens', async (hash) => {
  const { runs, ignored } = await open(hash);
  expect(ignored).toEqual([]);
  expect(runs.map(formatConfig)).toEqual(['preset=pendulum-sac&seed=1&reward=reward+10']);
  expect(formatLink(catalog, availablePairs(catalog), runs)).toBe(LINK);
});

test('what is no reward is named with what is allowed', async () => {
  const { runs, ignored } = await open('#v=2&preset=pendulum-sac&reward=thta');
  expect(runs.map(formatConfig)).toEqual(['preset=pendulum-sac']);
  expect(ignored).toEqual([
    'reward=thta: line 1, column 1: thta is not known here; did you mean theta?',
  ]);
});

test('a run with a written reward has no references, and no laboratory knows it', () => {
  const plain = resolve(catalog, parseConfig('preset=pendulum-sac'));
  const written = resolve(catalog, parseConfig('preset=pendulum-sac&reward=1'));
  expect(referenceOf(plain)).toBe(plain.environment.reference);
  expect(referenceOf(written)).toEqual({});
  expect([plain, written].map(isWithinCore)).toEqual([true, false]);
});

test('runs are told apart by their rewards', () => {
  const titles = ['', '&reward=reward%20-%201'].map((own) => {
    const run = resolve(catalog, parseConfig(`preset=pendulum-sac${own}`));
    return valueTitle(
      run.parameters.find(({ key }) => key === 'reward')!,
      run,
    );
  });
  expect(titles).toEqual(['–', 'reward - 1']);
});

test('a reward stays with its task', () => {
  const before = parseConfig('environment=pendulum&algorithm=sac&reward=-theta^2');
  const other = select(catalog, before, { environment: 'reacher' }).settings;
  expect(other.has('reward')).toBe(false);
  const same = select(catalog, before, { algorithm: 'dpg' }).settings;
  expect(same.get('reward')).toBe('-theta^2');
});
