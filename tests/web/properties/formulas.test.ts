import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packFormula, unpackFormula, unpackLink } from '../../../web/src/app/link/packed-formula';
import {
  canonicalFormula,
  escapeFormula,
  LONGEST_FORMULA,
  unescapeFormula,
} from '../../../web/src/protocol/formulas';
import { isPlainPair } from '../../../web/src/protocol/config';
import { holds } from './holds';

const wellFormed = (text: string) => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
const plain = fc.string({ unit: 'binary', minLength: 1, maxLength: 120 });

test('any text can be a value, and is read back as it was', () =>
  holds(
    fc.property(plain, (text) => {
      const escaped = escapeFormula(text);
      expect(isPlainPair('formula.task', escaped)).toBe(true);
      expect(unescapeFormula(escaped)).toBe(wellFormed(text));
      expect(canonicalFormula(escaped)).toBe(escaped);
    }),
  ));

test('packed texts come back', () =>
  holds(
    fc.asyncProperty(plain, async (text) => {
      const escaped = escapeFormula(wellFormed(text));
      const packed = await packFormula(escaped);
      expect(packed.startsWith('~') ? await unpackFormula(packed) : packed).toBe(escaped);
    }),
  ));

test('whatever is packed in a link, nothing longer than a text comes of it', () =>
  holds(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
        fc.nat(1_000_000).map((n) => deflateRawSync(new Uint8Array(n)).toString('base64url')),
        fc.string({ maxLength: 40 }),
      ),
      async (packed) => {
        const text = await unpackFormula(`~${packed}`);
        expect((text ?? '').length).toBeLessThanOrEqual(3 * LONGEST_FORMULA);
        const link = await unpackLink(`#formula.task=~${packed}&seed=1`);
        expect(link.endsWith('&seed=1')).toBe(true);
      },
    ),
  ));
