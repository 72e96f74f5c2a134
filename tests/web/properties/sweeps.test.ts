import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog } from '../../../web/src/app/experiment/core-catalog';
import { readSweep } from '../../../web/src/app/sweeps/read-sweep';
import { unpack } from '../../../web/src/app/sweeps/unpack';
import { idOf, SweepError } from '../../../web/src/protocol/sweep';
import { atOnce } from '../app/sweeps/at-once';
import { anyText, holds } from './holds';

const about = { config: 'environment=cart_pole&algorithm=a2c&seed=3', steps: 400 };
const whole = [
  { type: 'run', build: '0.1.0', id: idOf(about), ...about },
  ...[200, 400].map((steps) => ({
    ...{ type: 'evaluation', environment_steps: steps, updates: steps, mean_return: -steps },
    ...{ standard_deviation: 1, states: 16 },
  })),
  { type: 'end', environment_steps: 400, updates: 9, status: '', digest: '0123456789abcdef' },
];
const read = (path: string, text: string) => atOnce(readSweep(catalog, 's', [{ path, text }]));
const damage = fc.tuple(
  fc.nat(whole.length - 1),
  fc.constantFrom(...new Set(whole.flatMap((row) => Object.keys(row)))),
  fc.oneof(fc.jsonValue(), anyText, fc.constantFrom(-1, 1e300, null, '', [], {})),
);

/** Either it is read, and what has been read is whole; or it is refused in a sentence. */
function expectReadable(path: string, text: string): void {
  try {
    for (const { seeds } of read(path, text).arms) {
      expect(seeds.some(({ evaluations }) => evaluations.length > 0)).toBe(true);
      for (const { evaluations } of seeds) {
        for (const { steps, meanReturn } of evaluations) {
          expect(Number.isSafeInteger(steps)).toBe(true);
          expect(Math.abs(meanReturn)).toBeLessThanOrEqual(1e99);
        }
      }
    }
  } catch (error) {
    expect(error).toBeInstanceOf(SweepError);
  }
}

test('results as they are written are read', () => {
  const text = whole.map((row) => `${JSON.stringify(row)}\n`).join('');
  expect(read('results.jsonl', text).arms[0]!.seeds[0]!.seed).toBe('3');
});

test('results with a damaged field are refused, or read to what is whole', () =>
  holds(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (changes) => {
      const rows: Record<string, unknown>[] = whole.map((row) => ({ ...row }));
      for (const [row, key, value] of changes) rows[row]![key] = value;
      expectReadable('results.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
    }),
  ));

test('any text is refused', () =>
  holds(
    fc.property(fc.constantFrom('plan.jsonl', 'results.jsonl', 'x'), anyText, (path, text) => {
      expect(() => read(path, text)).toThrow(SweepError);
    }),
  ));

test('any bytes after the beginning of an archive are text or refused', () =>
  holds(
    fc.asyncProperty(
      fc.constantFrom([0x50, 0x4b, 3, 4], [0x1f, 0x8b], []),
      fc.uint8Array({ maxLength: 1000 }),
      async (magic, rest) => {
        const file = new Blob([new Uint8Array([...magic, ...rest])]);
        try {
          for (const { text } of await unpack([{ path: 'x', file }])) {
            expect(text).toBeTypeOf('string');
          }
        } catch (error) {
          expect(error).toBeInstanceOf(SweepError);
        }
      },
    ),
  ));
