import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onAnimationFrame, restBetweenFrames } from '../../../../web/src/app/kit/frames';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (turn: (now: number) => void) =>
    setTimeout(() => turn(performance.now()), 16),
  );
});
afterEach(() => {
  restBetweenFrames(0);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test.each([
  [0, 60],
  [60, 13],
])('with a rest of %i ms a second has about %i pictures', (rest, pictures) => {
  const draw = vi.fn();
  restBetweenFrames(rest);
  const stop = onAnimationFrame(draw);
  vi.advanceTimersByTime(1000);
  stop();
  vi.advanceTimersByTime(1000);
  expect(Math.abs(draw.mock.calls.length - pictures)).toBeLessThanOrEqual(3);
});

test('one that throws is reported, and neither it nor another misses the next picture', () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const failure = new Error('no context');
  const [broken, draw] = [vi.fn<() => void>(), vi.fn<() => void>()];
  broken.mockImplementationOnce(() => {
    throw failure;
  });
  const stops = [onAnimationFrame(broken), onAnimationFrame(draw)];
  vi.advanceTimersByTime(160);
  for (const stop of stops) stop();
  expect(reported.mock.calls).toEqual([[failure]]);
  expect(broken.mock.calls.length).toBe(draw.mock.calls.length);
  expect(draw.mock.calls.length).toBeGreaterThan(5);
});
