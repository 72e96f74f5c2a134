import { atom } from 'nanostores';
import { afterEach, expect, test, vi } from 'vitest';
import { Following, Resizing, WhileConnected } from '../../../../web/src/app/kit/controllers';
import { fakeHost } from './host';

afterEach(() => void vi.unstubAllGlobals());

test('what a component begins is on exactly while it is in the page', () => {
  const host = fakeHost();
  let on = 0;
  new WhileConnected(host, () => {
    on += 1;
    return () => (on -= 1);
  });
  const after = (change: Parameters<typeof host.after>[0]) => {
    host.after(change);
    return on;
  };
  expect(on).toBe(0);
  expect(after('hostConnected')).toBe(1);
  expect(after('hostDisconnected')).toBe(0);
  expect(after('hostConnected')).toBe(1);
  expect(after('hostDisconnected')).toBe(0);
  expect(after('hostDisconnected')).toBe(0);
});

test('a component follows the stores that it has now, and only while it is in the page', () => {
  const host = fakeHost();
  const [first, second] = [atom(0), atom(0)];
  let followed = [first];
  new Following(host, () => followed);
  /** How often it was to render since. */
  const after = (change: () => void) => {
    const before = host.updates;
    change();
    return host.updates - before;
  };
  expect(after(() => first.set(1))).toBe(0);
  expect(host.after('hostConnected')).toBe(1); // what has changed meanwhile is to be seen
  expect(after(() => first.set(2))).toBe(1);
  expect(after(() => second.set(2))).toBe(0);
  followed = [second];
  host.after('hostUpdated');
  expect(after(() => first.set(3))).toBe(0);
  expect(after(() => second.set(3))).toBe(1);
  host.after('hostDisconnected');
  expect(after(() => second.set(4))).toBe(0);
});

test('the size of a part is followed from when it comes until it goes', () => {
  const observed = new Set<object>();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = (element: object) => observed.add(element);
      disconnect = () => observed.clear();
    },
  );
  const host = fakeHost();
  let part: Element | null = null;
  new Resizing(
    host,
    () => part,
    () => undefined,
  );
  host.after('hostConnected');
  expect([...observed]).toEqual([]);
  part = { name: 'first' } as unknown as Element;
  host.after('hostUpdated');
  expect([...observed]).toEqual([part]);
  part = { name: 'second' } as unknown as Element;
  host.after('hostUpdated');
  expect([...observed]).toEqual([part]);
  host.after('hostDisconnected');
  expect([...observed]).toEqual([]);
  host.after('hostConnected');
  expect([...observed]).toEqual([part]);
});
