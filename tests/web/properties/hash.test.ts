import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AcpModule } from '@acp/module';
import { formatLink } from '../../../web/src/app/link/link';
import { openLink } from '../../../web/src/app/link/open-link';
import { availablePairs, type Pair } from '../../../web/src/app/settings/pairs';
import { resolve } from '../../../web/src/app/settings/settings';
import { type Catalog, type Parameter, parseCatalog } from '../../../web/src/protocol/catalog';
import { formatConfig, type Settings } from '../../../web/src/protocol/config';
import { startModule } from '../live';
import { anyText, holds } from './holds';

let acp: AcpModule;
let catalog: Catalog;
let pairs: readonly Pair[];
beforeAll(async () => {
  acp = await startModule();
  catalog = parseCatalog(acp.catalog());
  pairs = availablePairs(catalog);
});

const complaint = (settings: Settings) => acp.check(formatConfig(settings));
const check = (settings: Settings) => Promise.resolve(complaint(settings));
const open = (hash: string, runs: number) => openLink(hash, { catalog, pairs, runs, check });
const values = (settings: Settings) => Object.fromEntries(resolve(catalog, settings).values);

function valueOf(parameter: Parameter): fc.Arbitrary<string> {
  switch (parameter.type) {
    case 'number':
      return fc.double({ min: parameter.min, max: parameter.max, noNaN: true }).map(String);
    case 'integer':
      return fc.integer({ min: parameter.min, max: parameter.max }).map(String);
    case 'choice':
      return fc.constantFrom(...parameter.options.map(({ id }) => id));
    case 'boolean':
      return fc.constantFrom('true', 'false');
    case 'text':
      return fc.constantFrom(parameter.default, 's..-.x.-..g', 'sg', 's');
  }
}

/** Pairs of a hash, most of which somebody might have meant. */
function parts(): fc.Arbitrary<string> {
  const { run, environments, algorithms, presets } = catalog;
  const owners = [run, ...environments, ...algorithms];
  const parameters = owners.flatMap((owner) => owner.parameters);
  const about = fc.constantFrom(
    ...presets.map(({ id }) => `preset=${id}`),
    ...environments.map(({ id }) => `environment=${id}`),
    ...algorithms.map(({ id }) => `algorithm=${id}`),
    ...pairs.map(({ id }) => `pair=${id}`),
  );
  const set = fc
    .constantFrom(...parameters)
    .chain((parameter) => valueOf(parameter).map((value) => `${parameter.key}=${value}`));
  const odd = fc.oneof(
    anyText,
    fc.tuple(anyText, anyText).map(([key, value]) => `${key}=${value}`),
    fc.constantFrom('v=1', 'v=2', 'v=3', 'runs=2', 'at=10', '__proto__=1', 'seed=%39', '%=%'),
  );
  const run_ = fc.constantFrom('', '', 'a.', 'b.', 'c.', 'd.', 'e.');
  const plain = fc.oneof({ weight: 3, arbitrary: set }, about, odd);
  return fc.tuple(run_, plain).map(([prefix, part]) => prefix + part);
}

const hashes = () => fc.array(parts(), { maxLength: 12 }).map((list) => `#${list.join('&')}`);

describe('whatever a hash says', () => {
  test('its runs are ones that the core accepts, and it is said shortly what was ignored', () =>
    holds(
      fc.asyncProperty(hashes(), fc.integer({ min: 1, max: 4 }), async (hash, count) => {
        const { runs, ignored } = await open(hash, count);
        expect(runs).toHaveLength(count);
        expect(runs.map(complaint)).toEqual(runs.map(() => ''));
        expect(ignored.length).toBeLessThanOrEqual(9);
        for (const note of ignored) expect(note.length).toBeLessThan(260);
      }),
    ));

  test('the link of its runs opens them again', () =>
    holds(
      fc.asyncProperty(hashes(), fc.integer({ min: 1, max: 4 }), async (hash, count) => {
        const { runs } = await open(hash, count);
        const again = await open(formatLink(catalog, pairs, runs), count);
        expect(again.ignored).toEqual([]);
        expect(again.runs.map(values)).toEqual(runs.map(values));
      }),
    ));
});
