import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LabItem, nameOf } from '../../../web/src/app/laboratory/lab-catalog';
import { formatLabLink, readLabLink } from '../../../web/src/app/laboratory/lab-link';
import { defaultSettings, SAMPLES } from '../../../web/src/app/laboratory/lab-settings';
import { variantsOf } from '../../../web/src/app/laboratory/variants';
import { catalog } from '../app/laboratory/fake-lab';
import { anyText, holds } from './holds';

const read = (hash: string) => readLabLink(hash, catalog, defaultSettings(catalog));

const number = fc.oneof(
  fc.double({ min: -100, max: 100, noNaN: true }).map(String),
  fc.integer({ min: -10, max: 10 }).map((whole) => String(whole / 8)),
  fc.constantFrom('0.0000000001', '1e-3', '-0', '1;2', '0x1', ''),
);
const chosen = (items: readonly LabItem[]) =>
  fc.constantFrom(...items).chain((item) => {
    const names = [...item.parameters.map(nameOf), 'x'];
    const pair = fc.tuple(fc.constantFrom(...names), number).map((both) => both.join('='));
    return fc
      .array(pair, { maxLength: 3 })
      .map((pairs) => [item.id, pairs.join(',')].filter(Boolean).join(':'));
  });
const shown = ['gaussian', 'categorical'].flatMap((policy) => variantsOf(catalog, policy));
const value = fc.oneof(anyText, number);
const part = fc.oneof(
  chosen(catalog.objectives).map((text) => `lab=${text}`),
  chosen(catalog.policies).map((text) => `policy=${text}`),
  fc.constantFrom(...shown).map(({ id }) => `show=${id}`),
  chosen(catalog.estimators).map((text) => `show=${text}`),
  fc.constantFrom(...SAMPLES).map((samples) => `samples=${samples}`),
  fc
    .tuple(fc.constantFrom('alpha', 'seed', 'samples', 'budget', 'v'), value)
    .map((p) => p.join('=')),
  anyText,
);
const hash = fc.array(part, { maxLength: 10 }).map((parts) => `#${parts.join('&')}`);

describe('whatever the hash of the lab says', () => {
  test('the link of its settings reads as them', () =>
    holds(
      fc.property(hash, (text) => {
        const { settings } = read(text);
        expect(read(formatLabLink(settings))).toEqual({ settings, ignored: [] });
      }),
    ));

  test('it is said shortly what was ignored', () =>
    holds(
      fc.property(hash, (text) => {
        const { ignored } = read(text);
        expect(ignored.length).toBeLessThanOrEqual(9);
        for (const note of ignored) expect(note.length).toBeLessThan(130);
      }),
    ));
});
