import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Listener = ((event: Event) => void) | null;

/** Calls its `on…` properties, as a worker does. */
class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  onmessage: Listener = null;
  onmessageerror: Listener = null;
  onerror: Listener = null;

  constructor() {
    super();
    FakeWorker.made.push(this);
  }

  override dispatchEvent(event: Event): boolean {
    this[`on${event.type}` as 'onmessage' | 'onmessageerror' | 'onerror']?.(event);
    return true;
  }
}

beforeEach(() => {
  FakeWorker.made = [];
  vi.resetModules();
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

async function early(hash: string) {
  vi.stubGlobal('location', { hash });
  return import('../../../../web/src/app/experiment/early');
}

test.each([
  ['', 2],
  ['#v=2&runs=3', 3],
  ['#runs=9', 2],
  ['#lab=&seed=1', 0],
  ['#builder=&v=2&pair=score-function', 0],
])('the hash "%s" starts %i workers', async (hash, count) => {
  await early(hash);
  expect(FakeWorker.made).toHaveLength(count);
});

test('a page without an origin of its own starts none, which would throw', async () => {
  vi.stubGlobal('origin', 'null');
  await early('');
  expect(FakeWorker.made).toEqual([]);
});

test('what a worker says before anybody listens is not lost', async () => {
  const { takeWorker } = await early('#runs=1');
  const [waiting] = FakeWorker.made;
  const said = [new MessageEvent('message', { data: 'ready' }), new Event('error')];
  said.forEach((event) => waiting!.dispatchEvent(event));
  const worker = takeWorker();
  expect(worker).toBe(waiting);
  const heard: Event[] = [];
  const hear = (event: Event) => heard.push(event);
  worker.onmessage = hear;
  worker.onerror = hear;
  await Promise.resolve();
  expect(heard).toEqual(said);
  expect(takeWorker()).not.toBe(waiting);
  expect(FakeWorker.made).toHaveLength(2);
});
