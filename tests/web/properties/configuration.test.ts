import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatConfig,
  isPlainPair,
  parseConfig,
  parseProblems,
} from '../../../web/src/protocol/config';
import { anyText, holds } from './holds';

const key = fc.stringMatching(/^[a-z][a-z0-9_.]{0,12}$/);
const value = fc.oneof(fc.double().map(String), anyText);

test('settings are read as they were written, or not written at all', () =>
  holds(
    fc.property(fc.array(fc.tuple(key, value), { maxLength: 8 }), (entries) => {
      const settings = new Map(entries);
      if ([...settings].every(([name, text]) => isPlainPair(name, text))) {
        expect(parseConfig(formatConfig(settings))).toEqual(settings);
      } else {
        expect(() => formatConfig(settings)).toThrow(/is not a value/);
      }
    }),
  ));

test('every line of a refusal is a problem with a message', () =>
  holds(
    fc.property(
      fc.array(fc.oneof(anyText, fc.constant('sac.tau: bad')), { maxLength: 6 }),
      (lines) => {
        for (const { key: name, message } of parseProblems(lines.join('\n'))) {
          expect(name).toMatch(/^([a-z][a-z0-9_.]*)?$/);
          expect(message).not.toBe('');
        }
      },
    ),
  ));
