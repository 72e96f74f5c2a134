import { describe, expect, test } from 'vitest';
import { decodeFrame } from '../../../web/src/protocol/frame';
import { readIterations } from '../../../web/src/protocol/iterations';
import { FrameError } from '../../../web/src/protocol/sections';
import { bins, pack, type Section, status } from '../pack';

const sections: Section[] = [
  { id: 1, columns: 12, values: [5, 1200, 0, 700, 0, 6, 1.5, 0, -300.5, -410.25, -12.5, 40] },
  { id: 2, columns: 4, values: [0.5, -1, 2, -0.75] },
  {
    id: 3,
    columns: 11,
    values: [
      ...[0, 200, 0, 0, 0.5, 7, 1, -1200, -1200, -1200, 200],
      ...[2, 400, 1, 9, 1, 8, 1, -900, -900, -900, 200],
    ],
  },
  bins(4, [[500, -1300, -1300, -1300, -1300, 12, 100]]),
  { id: 5, columns: 8, values: [] },
  bins(6, [[700, 3.5, 0.25, 0.125, NaN]]),
  { id: 11, columns: 6, values: [1, 3, 1, 4, 0, 20, 1, 5, 1, 5, 0, 7] },
];

/** Two episodes, the first of which says something else in one column. */
function damagedBin(column: number, value: number): Section {
  const section = bins(3, [
    [1, 2, 2, 2, 3],
    [2, 2, 2, 2, 3],
  ]);
  return { ...section, values: section.values.with(column, value) };
}

function replay(...rows: number[][]): Section {
  return { id: 11, columns: 6, values: rows.flat() };
}

function decode(frame: Float32Array) {
  return decodeFrame(frame.buffer as ArrayBuffer, frame.length);
}

describe('decodeFrame', () => {
  test('reads every section', () => {
    const frame = decode(pack(sections));
    expect(frame.status).toEqual({
      steps: 5 * 2 ** 24 + 1200,
      updates: 700,
      episodes: 6,
      seconds: 1.5,
      diverged: false,
      lastReturn: -300.5,
      meanReturn: -410.25,
      shownReturn: -12.5,
      shownLength: 40,
    });
    expect([...frame.draw]).toEqual([0.5, -1, 2, -0.75]);
    expect(frame.episodes.first).toBe(7);
    expect(frame.episodes.bins[1]).toEqual({
      steps: 2 * 2 ** 24 + 400,
      updates: 2 ** 24 + 9,
      seconds: 1,
      rows: 1,
      values: [-900, -900, -900, 200],
    });
    expect(frame.evaluations.bins[0]!.values[0]).toBe(-1300);
    expect(frame.diagnostics.bins).toEqual([]);
    expect(frame.probes.bins[0]!.values).toEqual([3.5, 0.25, 0.125, NaN]);
    expect(readIterations(frame.replay)).toEqual([
      { first: 2 ** 24 + 3, last: 2 ** 24 + 4, transitions: 20 },
      { first: 2 ** 24 + 5, last: 2 ** 24 + 5, transitions: 7 },
    ]);
  });

  test('copies, so that the buffer can be used again', () => {
    const words = pack(sections);
    const frame = decode(words);
    words.fill(0);
    expect(frame.draw[0]).toBe(0.5);
  });

  test('reads a frame at the start of a larger buffer', () => {
    const words = pack([status(3)]);
    const buffer = new ArrayBuffer(4096);
    new Float32Array(buffer).set(words);
    expect(decodeFrame(buffer, words.length).status.steps).toBe(3);
  });

  test('ignores sections it does not know', () => {
    const frame = decode(pack([status(1), { id: 99, columns: 1, values: [7] }]));
    expect(frame.status.steps).toBe(1);
  });

  test.each([
    ['magic', 0, 0x46504342],
    ['version', 1, 1],
    ['sections', 2, 65],
    ['sections', 2, 0xffffffff],
    ['words', 3, 0xffffffff],
    ['leaves the frame', 5, 0],
    ['leaves the frame', 5, 0xfffffff0],
    ['leaves the frame', 6, 0x40000000],
    ['leaves the frame', 7, 0xffffffff],
    ['appears twice', 8, 1],
  ])('refuses a damaged header: %s at word %i', (message, index, value) => {
    const words = pack(sections);
    new Uint32Array(words.buffer)[index] = value;
    expect(() => decode(words)).toThrow(FrameError);
    expect(() => decode(words)).toThrow(message);
  });

  test.each([
    ['no status', [sections[1]!]],
    ['a status of two rows', [{ ...status(1), values: Array<number>(24).fill(0) }]],
    ['too few columns', [status(1), bins(3, [[1, 2, 3, 4]])]],
    ['bins out of order', [status(1), damagedBin(5, 3)]],
    ['a bin of a fraction', [status(1), damagedBin(5, 0.5)]],
    ['a bin before the first', [status(1), damagedBin(5, -1)]],
    ['a bin without a number', [status(1), damagedBin(5, NaN)]],
    ['a bin of no rows', [status(1), damagedBin(6, 0)]],
  ])('refuses %s', (_name, bad) => {
    expect(() => decode(pack(bad))).toThrow(FrameError);
  });

  test.each([
    ['too few columns', { id: 11, columns: 5, values: [0, 1, 0, 2, 0] }],
    ['a range that is none', replay([0, 3, 0, 2, 0, 1])],
    ['a gap', replay([0, 0, 0, 2, 0, 1], [0, 4, 0, 5, 0, 1])],
    ['less than nothing', replay([0, 0, 0, 2, 0, -1])],
    ['what is no number', replay([0, NaN, 0, 2, 0, 1])],
  ])('refuses a replay with %s', (_name, bad) => {
    const frame = decode(pack([status(1), bad]));
    expect(() => readIterations(frame.replay)).toThrow(FrameError);
  });

  test('refuses every truncation', () => {
    const words = pack(sections);
    for (let length = 0; length < words.length; length++) {
      expect(() => decodeFrame(words.buffer as ArrayBuffer, length)).toThrow(FrameError);
    }
    expect(() => decodeFrame(new ArrayBuffer(8), 100)).toThrow(FrameError);
    expect(() => decodeFrame(new ArrayBuffer(8), NaN)).toThrow(FrameError);
  });
});
