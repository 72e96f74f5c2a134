import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeField } from '../../../web/src/protocol/field';
import { decodeFrame } from '../../../web/src/protocol/frame';
import {
  FRAME_MAGIC,
  FRAME_VERSION,
  FrameError,
  readSections,
  type Table,
} from '../../../web/src/protocol/sections';
import { pack, type Section } from '../pack';
import { holds } from './holds';

const float = fc.float();
const section = (id: number, columns: number, mostRows: number): fc.Arbitrary<Section> =>
  fc
    .array(fc.array(float, { minLength: columns, maxLength: columns }), { maxLength: mostRows })
    .map((rows) => ({ id, columns, values: rows.flat() }));
const row = (id: number, columns: number): fc.Arbitrary<Section> =>
  fc
    .array(float, { minLength: columns, maxLength: columns })
    .map((values) => ({ id, columns, values }));
const binned = (id: number, values: number, mostRows: number): fc.Arbitrary<Section> =>
  fc.tuple(fc.nat(2000), section(id, 7 + values, mostRows)).map(([first, rows]) => ({
    ...rows,
    values: rows.values.map((x, i) => {
      const column = i % rows.columns;
      if (column === 5) return first + Math.floor(i / rows.columns);
      return column === 6 ? 1 : x;
    }),
  }));
const frame = fc.tuple(row(1, 12), row(2, 4), binned(3, 4, 4), binned(4, 6, 3), binned(5, 4, 3));
const axis = fc.tuple(
  fc.integer({ min: -1, max: 4 }),
  fc.integer({ min: 1, max: 3 }),
  float,
  float,
);
const field = fc
  .tuple(axis, axis, fc.nat(4), fc.nat(2), float, fc.array(float, { maxLength: 4 }))
  .chain(([across, up, policy, critic, alpha, state]) => {
    const about = [...across, ...up, policy, critic, alpha, ...state];
    const cells = across[1] * up[1];
    const table = (id: number, columns: number) =>
      fc
        .constantFrom(0, cells)
        .chain((rows) => row(id, rows * columns).map((all) => all.values))
        .map((values) => ({ id, columns, values }));
    return fc.tuple(
      fc.constant({ id: 7, columns: about.length, values: about }),
      table(8, 2),
      table(9, 1),
      table(10, 4),
    );
  });

/** Words changed, most of them in the header or among the first numbers. */
const damage = fc.array(
  fc.tuple(
    fc.oneof({ weight: 3, arbitrary: fc.nat(32) }, fc.nat(400)),
    fc.oneof(
      fc.nat(80),
      fc.constantFrom(0xffffffff, 0x80000000),
      fc
        .constantFrom(0.5, -1, 3, 1e9, NaN)
        .map((x) => new Uint32Array(Float32Array.of(x).buffer)[0]!),
    ),
  ),
  { minLength: 1, maxLength: 4 },
);

function damaged(sections: Section[], changes: readonly (readonly [number, number])[]) {
  const words = new Uint32Array(pack(sections).buffer as ArrayBuffer);
  for (const [at, value] of changes) words[at % words.length] = value;
  return words.buffer;
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    expect(error).toBeInstanceOf(FrameError);
    return undefined;
  }
}

const expectWhole = ({ rows, columns, data }: Table) => expect(data.length).toBe(rows * columns);

describe('a frame', () => {
  test('is read as it was packed', () =>
    holds(
      fc.property(frame, (sections) => {
        const words = pack(sections);
        const read = readSections(words.buffer as ArrayBuffer, words.length);
        for (const { id, values } of sections) expect([...read.get(id)!.data]).toEqual(values);
      }),
    ));

  test('that is damaged is refused, or its tables are whole', () =>
    holds(
      fc.property(frame, damage, fc.nat(400), (sections, changes, words) => {
        const buffer = damaged(sections, changes);
        for (const length of [buffer.byteLength / 4, words]) {
          const read = readable(() => decodeFrame(buffer, length));
          if (!read) continue;
          for (const { first, bins } of [read.episodes, read.evaluations, read.probes]) {
            expect(first).toBeGreaterThanOrEqual(0);
            for (const bin of bins) for (const x of Object.values(bin)) expect(x).toBeDefined();
          }
          for (const x of Object.values(read.status)) expect(x).toBeDefined();
        }
      }),
    ));

  test('of any words is refused, or its tables are whole', () =>
    holds(
      fc.property(fc.array(fc.nat(40), { maxLength: 60 }), (rest) => {
        const words = new Uint32Array([FRAME_MAGIC, FRAME_VERSION, ...rest]);
        const read = readable(() => readSections(words.buffer, words.length));
        read?.forEach(expectWhole);
      }),
    ));
});

describe('a field', () => {
  test('is read as it was packed', () =>
    holds(
      fc.property(field, ([about, ...tables]) => {
        const read = decodeField(pack([about, ...tables]).buffer as ArrayBuffer);
        expect([read.across.cells, read.up.cells]).toEqual([about.values[1], about.values[5]]);
        const all = [read.values, read.actions, read.distribution];
        all.forEach(({ data }, i) => expect([...data]).toEqual(tables[i]!.values));
      }),
    ));

  test('that is damaged is refused, or has a row for each of its cells', () =>
    holds(
      fc.property(field, damage, (sections, changes) => {
        const read = readable(() => decodeField(damaged(sections, changes)));
        if (!read) return;
        const { across, up, values, actions, distribution } = read;
        for (const { cells } of [across, up]) expect(cells).toSatisfy(Number.isInteger);
        for (const table of [values, actions, distribution]) {
          expectWhole(table);
          expect([0, across.cells * up.cells]).toContain(table.rows);
        }
      }),
    ));
});
