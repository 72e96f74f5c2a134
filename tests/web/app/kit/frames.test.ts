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
