import { describe, expect, test } from 'vitest';
import { type Move, move, type Stride } from '../../../../web/src/app/stepper/cursor';

/** An iteration begins with the second line. */
const LINES = ['act', 'act', 'critic', 'critic', 'actor', 'targets'].map((phase) => ({ phase }));
const FIRST = 1;

const go = (at: number, stride: Stride, by: 1 | -1): Move => move(LINES, at, stride, by, FIRST);
const line = (to: number): Move => ({ to: 'line', line: to });
const beyond = (by: 1 | -1, end: 'first' | 'last'): Move => ({ to: 'iteration', by, end });

describe('a stride', () => {
  test('by line goes through all of them, and into the iterations on both sides', () => {
    expect([1, 2, 3, 4].map((at) => go(at, 'line', 1))).toEqual([2, 3, 4, 5].map(line));
    expect(go(5, 'line', 1)).toEqual(beyond(1, 'first'));
    expect([5, 4, 3, 2].map((at) => go(at, 'line', -1))).toEqual([4, 3, 2, 1].map(line));
    expect(go(1, 'line', -1)).toEqual(beyond(-1, 'last'));
  });

  test('by phase goes to where phases begin', () => {
    expect([1, 2, 3, 4].map((at) => go(at, 'phase', 1))).toEqual([2, 4, 4, 5].map(line));
    expect(go(5, 'phase', 1)).toEqual(beyond(1, 'first'));
    expect([5, 4, 3, 2].map((at) => go(at, 'phase', -1))).toEqual([4, 2, 2, 1].map(line));
    expect(go(1, 'phase', -1)).toEqual(beyond(-1, 'last'));
  });

  test('by iteration begins another one, wherever it is', () => {
    for (const at of [1, 3, 5]) {
      expect(go(at, 'iteration', 1)).toEqual(beyond(1, 'first'));
      expect(go(at, 'iteration', -1)).toEqual(beyond(-1, 'first'));
    }
  });

  test('forwards and backwards is where it was', () => {
    for (const at of [1, 2, 3, 4]) {
      const there = go(at, 'line', 1);
      expect(there.to === 'line' && go(there.line, 'line', -1)).toEqual(line(at));
    }
  });

  test('from a line before the iteration goes on into it', () => {
    expect(go(0, 'line', 1)).toEqual(line(1));
    expect(go(0, 'line', -1)).toEqual(beyond(-1, 'last'));
  });
});
