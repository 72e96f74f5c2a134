import { describe, expect, test } from 'vitest';
import { claimsOf, judge } from '../../../../web/src/app/experiment/reproduction';
import type { RunView } from '../../../../web/src/app/experiment/run';

const view = (steps: number, at: number | null = steps, more: Partial<RunView> = {}): RunView => ({
  phase: 'ready',
  activity: 'paused',
  steps,
  updates: 0,
  episodes: 0,
  lastReturn: NaN,
  meanReturn: NaN,
  shownReturn: 0,
  shownLength: 0,
  achieved: NaN,
  message: '',
  fingerprint: at === null ? null : { steps: at, digest: 'aa' },
  ...more,
});

describe('the verdict about a run', () => {
  const claim = { steps: 10, digest: 'aa' };
  const wrong = { steps: 10, digest: 'bb' };

  test('comes with the fingerprint at that step, and stays until the run starts over', () => {
    expect(judge(claim, view(3), 'pending')).toBe('pending');
    expect(judge(claim, view(10, null), 'pending')).toBe('pending');
    expect(judge(claim, view(10), 'pending')).toBe('met');
    expect(judge(wrong, view(10), 'pending')).toBe('missed');
    for (const verdict of ['met', 'missed', 'passed'] as const) {
      expect(judge(claim, view(12), verdict)).toBe(verdict);
      expect(judge(claim, view(0), verdict)).toBe('pending');
    }
  });

  test('does not come where a run has gone on', () => {
    expect(judge(claim, view(11, null), 'pending')).toBe('passed');
  });

  test('comes late where the run has gone on since', () => {
    expect(judge(claim, view(11, 10), 'pending')).toBe('met');
  });
});

describe('what a link may claim', () => {
  test('is what every run at rest has come to', () => {
    expect(claimsOf([view(5), view(6)], [0, 0])).toEqual([
      { steps: 5, digest: 'aa' },
      { steps: 6, digest: 'aa' },
    ]);
  });

  test.each([
    ['start', [view(0), view(0)], [0, 0]],
    ['training', [view(0), view(5)], [0, 0]],
    ['training', [view(5), view(5, 5, { activity: 'training' })], [0, 0]],
    ['training', [view(5), view(5, null)], [0, 0]],
    ['training', [view(5), view(5, 4)], [0, 0]],
    ['changed', [view(5), view(5)], [0, 1]],
    ['broken', [view(5), view(5, 5, { phase: 'dead' })], [0, 0]],
    ['broken', [view(5), view(5, 5, { activity: 'diverged' })], [0, 0]],
  ] as const)('is nothing: %s', (silence, views, changes) => {
    expect(claimsOf(views, changes)).toBe(silence);
  });
});
