import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Address, viewOf } from '../../../../web/src/app/pages/address';

const entries: [unknown, string | undefined][] = [];
beforeEach(() => {
  entries.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('history', {
    replaceState: (state: unknown, _: string, url?: string) => (entries[0] = [state, url]),
    pushState: (state: unknown, _: string, url?: string) => entries.unshift([state, url]),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const urls = () => entries.map(([, url]) => url);

test('is written at once, then once a second or after a rest, and ends as it is', () => {
  const replaced = vi.spyOn(history, 'replaceState');
  const address = new Address();
  for (let i = 0; i < 250; i++) {
    address.write('lab', `#lab=&seed=${String(i)}`);
    vi.advanceTimersByTime(10);
  }
  expect(replaced.mock.calls.map(([, , url]) => url)).toEqual(
    [0, 100, 200].map((i) => `#lab=&seed=${String(i)}`),
  );
  vi.advanceTimersByTime(200);
  expect(urls()).toEqual(['#lab=&seed=249']);
});

test('what waits is written before another page has an entry', () => {
  const address = new Address();
  address.write('lab', '#lab=&seed=1');
  address.write('lab', '#lab=&seed=2');
  address.push('builder', '#builder=&');
  vi.advanceTimersByTime(1000);
  expect(urls()).toEqual(['#builder=&', '#lab=&seed=2']);
});

test('and not into an entry to which the reader has gone meanwhile', () => {
  const address = new Address();
  address.write('lab', '#lab=&seed=1');
  address.write('lab', '#lab=&seed=2');
  entries[0] = [null, '#v=2'];
  address.moved();
  vi.advanceTimersByTime(1000);
  expect(urls()).toEqual(['#v=2']);
});

test('an entry of this document names its page, and no other does', () => {
  new Address().begin('surrogate');
  expect(viewOf(entries[0]![0])).toBe('surrogate');
  expect(viewOf({ ...(entries[0]![0] as object), origin: 0 })).toBeNull();
  expect(viewOf(null)).toBeNull();
  expect(viewOf('surrogate')).toBeNull();
});
