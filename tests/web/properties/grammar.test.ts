import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrapLink } from '../../../web/src/app/bootstrap/bootstrap-link';
import { frameOptions } from '../../../web/src/app/embed/options';
import { labLink } from '../../../web/src/app/laboratory/lab-link';
import {
  type Grammar,
  hashOf,
  partsOf,
  textsOf,
  valuesOf,
} from '../../../web/src/app/link/grammar';
import { experimentLink } from '../../../web/src/app/link/link';
import { cut } from '../../../web/src/app/link/notes';
import { surrogateLink } from '../../../web/src/app/surrogate/surrogate-link';
import { catalog } from '../app/laboratory/fake-lab';
import { catalog as surrogates } from '../app/surrogate/fake-surrogate';
import { anyText, holds } from './holds';

const words = { question: '', title: '', lead: '' };
const pairs = ['first', 'second'].map((id) => ({ id, presets: [id], words: () => words }));

/** A grammar, what it is read for, and texts that mean something somewhere in it. */
interface Subject {
  grammar: Grammar<object>;
  context: unknown;
  said: readonly string[];
}
const subjects: Readonly<Record<string, Subject>> = {
  'an experiment': {
    grammar: experimentLink,
    context: { pairs, runs: 2 },
    said: ['2', 'first', '60', '60,60', '60,70', `${'a'.repeat(16)},${'b'.repeat(16)}`],
  },
  'the lab': {
    grammar: labLink,
    context: catalog,
    said: [
      'cosine:frequency=1',
      'gaussian:mu=+1',
      '0',
      '0.5',
      'evaluations',
      'samples',
      'step',
      '',
    ],
  },
  'the bootstrapping laboratory': {
    grammar: bootstrapLink,
    context: { processes: catalog.objectives },
    said: ['cosine:frequency=1', '0', '0.5', '0.95', '4', '512', 'n', 'lambda', ''],
  },
  'the surrogate laboratory': {
    grammar: surrogateLink,
    context: surrogates,
    said: [
      'chain:length=4,slip=0.2',
      'grid:map=s.g',
      'natural',
      'emphatic',
      '5',
      '0.25',
      'step',
      '',
    ],
  },
  'a frame': {
    grammar: frameOptions,
    context: undefined,
    said: ['none', 'curves,transport', 'transport', 'story header', 'sac.tau,all', 'dark', 'auto'],
  },
};

/** What may stand several times. */
const several = new Map<Grammar<object>, string>([
  [labLink, 'show'],
  [experimentLink, 'task'],
]);

describe.each(Object.entries(subjects))('the grammar of %s', (_, { grammar, context, said }) => {
  const text = fc.oneof(fc.constantFrom(...said), anyText, fc.nat().map(String));
  const name = fc.constantFrom(...Object.keys(grammar.entries));
  const part = fc.tuple(name, text, fc.boolean()).map(([key, value, isEncoded]) => {
    return `${key}=${isEncoded ? encodeURIComponent(value) : value}`;
  });
  const hash = fc
    .array(fc.oneof({ weight: 4, arbitrary: part }, anyText), { maxLength: 9 })
    .map((parts) => `#${parts.join('&')}`);
  const read = (from: string) => {
    const parts = partsOf(from, grammar);
    const values = valuesOf(parts, grammar, context);
    return { values, ignored: parts.notes.list(), rest: parts.rest };
  };
  const write = (values: object) => hashOf(grammar, textsOf(grammar, values));

  test('reads what it writes, and writes that again', () =>
    holds(
      fc.property(hash, (from) => {
        const written = write(read(from).values);
        const again = read(written);
        expect(again.ignored).toEqual([]);
        expect(again.rest).toEqual([]);
        expect(write(again.values)).toBe(written);
      }),
    ));

  test('takes a text as it is, or names it with what is allowed', () =>
    holds(
      fc.property(name, text, (key, value) => {
        const { values, ignored } = read(`#${key}=${encodeURIComponent(value)}`);
        for (const note of ignored) {
          expect(note.startsWith(`${key}=`)).toBe(true);
          expect(note).toMatch(/: .*(not|unknown)/s);
        }
        if (ignored.length > 0) return;
        expect(read(write(values)).ignored).toEqual([]);
        if (value !== '') expect(Object.keys(values)).toEqual([key]);
      }),
    ));

  test('lets the first of two count, and names the other', () =>
    holds(
      fc.property(name, text, fc.string({ minLength: 1, maxLength: 9 }), (key, one, other) => {
        fc.pre(key !== several.get(grammar));
        const first = `#${key}=${encodeURIComponent(one)}`;
        const both = read(`${first}&${key}=${encodeURIComponent(other)}`);
        expect(both.values).toEqual(read(first).values);
        expect(both.ignored).toContain(`${cut(`${key}=${other}`)}: repeated; the first one counts`);
      }),
    ));
});
