import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOptions } from '../../../web/src/app/embed/options';
import { PARTS, STAGE } from '../../../web/src/app/kit/embedding';
import { anyText, holds } from './holds';

const ITEMS = [...PARTS, 'all', 'sac.tau', 'seed', 'dark', 'light', 'auto', '__proto__', '<b>'];
const item = fc.oneof(fc.constantFrom(...ITEMS), anyText);
const list = fc.array(item, { maxLength: 20 });
const part = fc.oneof(
  anyText,
  fc
    .tuple(fc.constantFrom('show', 'hide', 'lock', 'theme', 'seed', 'v'), list, fc.boolean())
    .map(([key, items, encoded]) => {
      const value = items.join(',');
      return `${key}=${encoded ? encodeURIComponent(value) : value}`;
    }),
);
const hash = fc.array(part, { maxLength: 8 }).map((parts) => `#${parts.join('&')}`);

test('whatever the hash of a frame says, its options are of the known ones', () =>
  holds(
    fc.property(hash, (text) => {
      const { shown, lock, theme, ignored } = readOptions(text);
      for (const name of shown) expect(PARTS).toContain(name);
      for (const key of lock) expect(key).toMatch(/^[a-z][a-z0-9_.]*$/);
      expect(['auto', 'light', 'dark']).toContain(theme);
      expect(ignored.length).toBeLessThanOrEqual(PARTS.length);
      for (const note of ignored) expect(note.length).toBeLessThan(250);
    }),
  ));

test('what is left of the hash is the experiment, without options', () =>
  holds(
    fc.property(hash, (text) => {
      const { experiment } = readOptions(text);
      expect(readOptions(experiment)).toEqual({
        experiment,
        shown: STAGE,
        lock: [],
        theme: 'auto',
        ignored: [],
      });
    }),
  ));
