import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refresh } from '../../../../web/src/app/kit/refresh';
import { fakeHost } from './host';

const EVERY = 250;
let show: (isIntersecting: boolean) => void;
let page: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('requestAnimationFrame', (turn: (now: number) => void) =>
    setTimeout(() => turn(performance.now()), 16),
  );
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
        show = (isIntersecting) => tell([{ isIntersecting }]);
      }
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A component in the page whose state changes each time it is looked at, unless it stands. */
function component(state?: () => string | null) {
  const host = fakeHost();
  const draw = vi.fn();
  let count = 0;
  new Refresh(host as unknown as ConstructorParameters<typeof Refresh>[0], {
    every: EVERY,
    state: state ?? (() => String(count++)),
    draw,
  });
  host.after('hostConnected');
  /** How often it is drawn in so many milliseconds. */
  const drawnIn = (milliseconds: number) => {
    draw.mockClear();
    vi.advanceTimersByTime(milliseconds);
    return draw.mock.calls.length;
  };
  return { host, draw, drawnIn };
}

test('is drawn at its pace in view, and rarely out of it', () => {
  const { host, drawnIn } = component();
  show(true);
  expect(drawnIn(2000)).toBeGreaterThanOrEqual(7);
  expect(drawnIn(2000)).toBeLessThanOrEqual(8);
  show(false);
  expect(drawnIn(8000)).toBeGreaterThanOrEqual(3);
  expect(drawnIn(8000)).toBeLessThanOrEqual(4);
  host.after('hostDisconnected');
  expect(drawnIn(8000)).toBe(0);
});

test('what has not changed is not drawn again, and what is not there not at all', () => {
  let state: string | null = null;
  const { drawnIn } = component(() => state);
  show(true);
  expect(drawnIn(1000)).toBe(0);
  state = 'a';
  expect(drawnIn(1000)).toBe(1);
  state = 'b';
  expect(drawnIn(17)).toBe(1);
});

test('a page that is printed is up to date, whatever is in view', () => {
  let state = 'a';
  const { host, draw, drawnIn } = component(() => state);
  show(false);
  drawnIn(100);
  state = 'b';
  expect(drawnIn(100)).toBe(0);
  page.dispatchEvent(new Event('beforeprint'));
  expect(draw).toHaveBeenCalledTimes(1);
  page.dispatchEvent(new Event('beforeprint'));
  expect(draw).toHaveBeenCalledTimes(1);
  host.after('hostDisconnected');
  state = 'c';
  page.dispatchEvent(new Event('beforeprint'));
  expect(draw).toHaveBeenCalledTimes(1);
});
