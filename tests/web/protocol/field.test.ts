import { describe, expect, test } from 'vitest';
import { decodeField } from '../../../web/src/protocol/field';
import { FrameError } from '../../../web/src/protocol/sections';
import { pack, type Section } from '../pack';

const ABOUT = [0, 2, -1, 1, 3, 1, -2, 2, 3, 2, 0.25, 0.5, 7];

function sections(changes: { about?: number[]; values?: number[] } = {}): Section[] {
  const { about = ABOUT, values = [1, 2] } = changes;
  return [
    { id: 7, columns: about.length, values: about },
    { id: 8, columns: 1, values },
    { id: 9, columns: 1, values: [5, 6] },
    { id: 10, columns: 2, values: [0, 1, 2, 3] },
  ];
}

const decode = (changes = {}) => decodeField(pack(sections(changes)).buffer as ArrayBuffer);

describe('a field', () => {
  test('has axes, kinds, the current state and a row per cell', () => {
    const field = decode();
    expect(field.across).toEqual({ index: 0, cells: 2, low: -1, high: 1 });
    expect(field.up).toEqual({ index: 3, cells: 1, low: -2, high: 2 });
    expect(field).toMatchObject({ policy: 'squashed', critic: 'q', alpha: 0.25 });
    expect([...field.state]).toEqual([0.5, 7]);
    expect([...field.values.data]).toEqual([1, 2]);
    expect(field.distribution).toMatchObject({ rows: 2, columns: 2 });
  });

  test('may be without a critic', () => {
    expect(decode({ values: [] }).values.rows).toBe(0);
  });

  test('is refused where cells are missing or a kind is unknown', () => {
    const empty = [7, 8, 9, 10].map((id) => ({ id, columns: 1, values: [] as number[] }));
    for (const cells of [0.5, NaN, 0, -2]) {
      empty[0] = { id: 7, columns: ABOUT.length, values: ABOUT.with(1, cells) };
      expect(() => decodeField(pack(empty).buffer as ArrayBuffer)).toThrow(`field: ${cells} cells`);
    }
    expect(() => decode({ values: [1] })).toThrow(FrameError);
    expect(() => decode({ about: ABOUT.with(8, 5) })).toThrow(/^field: /);
    expect(() => decode({ about: ABOUT.slice(0, 10) })).toThrow(/^field: /);
    expect(() => decodeField(new ArrayBuffer(8))).toThrow(FrameError);
  });
});
