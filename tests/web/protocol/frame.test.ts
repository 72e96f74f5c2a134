import { describe, expect, test } from 'vitest';
import { decodeFrame, FrameError } from '../../../web/src/protocol/frame';
import { pack, type Section, status } from '../pack';

const sections: Section[] = [
  { id: 1, columns: 9, values: [1200, 700, 6, 1.5, 0, -300.5, -410.25, -12.5, 40] },
  { id: 2, columns: 4, values: [0.5, -1, 2, -0.75] },
  { id: 3, columns: 5, values: [200, 0, 0.5, -1200, 200, 400, 0, 1, -900, 200] },
  { id: 4, columns: 6, values: [500, 1, 1, -1300, 12, 100] },
  { id: 5, columns: 4, values: [] },
  { id: 6, columns: 7, values: [700, 200, 1, 3.5, 0.25, 0.125, NaN] },
];

function decode(frame: Float32Array) {
  return decodeFrame(frame.buffer as ArrayBuffer, frame.length);
}

describe('decodeFrame', () => {
  test('reads every section', () => {
    const frame = decode(pack(sections));
    expect(frame.status).toEqual({
      steps: 1200,
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
    expect(frame.episodes).toMatchObject({ rows: 2, columns: 5 });
    expect([...frame.episodes.data.slice(5)]).toEqual([400, 0, 1, -900, 200]);
    expect(frame.evaluations.data[3]).toBe(-1300);
    expect(frame.diagnostics.rows).toBe(0);
    expect([...frame.probes.data]).toEqual([700, 200, 1, 3.5, 0.25, 0.125, NaN]);
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
    ['version', 1, 2],
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
    ['a status of two rows', [{ ...status(1), values: Array<number>(18).fill(0) }]],
    ['too few columns', [status(1), { id: 3, columns: 4, values: [1, 2, 3, 4] }]],
  ])('refuses %s', (_name, bad) => {
    expect(() => decode(pack(bad))).toThrow(FrameError);
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
