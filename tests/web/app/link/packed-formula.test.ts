import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  packFormula,
  unpackFormula,
  unpackLink,
} from '../../../../web/src/app/link/packed-formula';
import { escapeFormula, LONGEST_FORMULA } from '../../../../web/src/protocol/formulas';

const packedOf = (bytes: Uint8Array | string) => `~${deflateRawSync(bytes).toString('base64url')}`;
const text = escapeFormula("state: x = 0;\naction: u in [-1, 1];\nnext: x' = x + 0.1 u;".repeat(9));

test('a text comes back as it was, from less', async () => {
  const packed = await packFormula(text);
  expect(packed).toMatch(/^~[\w-]+$/);
  expect(packed.length).toBeLessThan(text.length / 4);
  expect(await unpackFormula(packed)).toBe(text);
});

test('a text that would not be shorter stays', async () => {
  expect(await packFormula('x')).toBe('x');
});

test.each([
  ['nothing', '~'],
  ['something else', '~!'],
  ['no stream', '~AAAA'],
  ['no end', packedOf(text).slice(0, -8)],
  ['what no text has', packedOf(Uint8Array.of(0xff, 0xfe))],
  ['more than any text', packedOf('x'.repeat(LONGEST_FORMULA + 1))],
  ['very much more', packedOf(new Uint8Array(50_000_000))],
])('%s is none', async (_, packed) => {
  expect(await unpackFormula(packed)).toBeUndefined();
});

test('a link has its texts written out, and what is none as it stands', async () => {
  const packed = await packFormula(text);
  expect(await unpackLink(`#v=2&a.formula.task=${packed}&b.formula.task=~AAAA&seed=~A`)).toBe(
    `#v=2&a.formula.task=${text}&b.formula.task=~AAAA&seed=~A`,
  );
});
