import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Notice } from '../../../../web/src/app/shell/notices';

const tell = vi.hoisted(() => vi.fn<(name: string, notice: Notice | null) => void>());
vi.mock('../../../../web/src/app/shell/notices', () => ({ tell }));
vi.mock('../../../../web/src/app/files/keeper', () => ({
  $keeping: { get: () => 'on' },
  keeper: { now: () => Promise.resolve() },
}));
vi.mock('../../../../web/src/app/playground/playground-page', () => ({
  $playground: { get: () => null, subscribe: () => undefined },
}));

class Worker extends EventTarget {
  state = 'installing';
  readonly postMessage = vi.fn();
}

class Registration extends EventTarget {
  installing: Worker | null = null;
  waiting: Worker | null = null;
  readonly update = () => Promise.resolve();

  /** A new version is found, and takes the place of the one that waits. */
  find(worker: Worker): void {
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
    [this.installing, this.waiting] = [null, worker];
    worker.state = 'installed';
    worker.dispatchEvent(new Event('statechange'));
  }
}

const registration = new Registration();
const serviceWorker = Object.assign(new EventTarget(), {
  controller: {},
  register: () => Promise.resolve(registration),
});
const reload = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { serviceWorker });
  vi.stubGlobal('location', { reload });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('of two versions that were found the latest is offered, once, and changed to', async () => {
  const { keepOffline } = await import('../../../../web/src/app/shell/offline');
  const [first, second] = [new Worker(), new Worker()];
  const pressed = async (name: string) => {
    const notice = tell.mock.lastCall![1];
    notice!.actions.find((action) => action.name === name)!.act();
    await vi.advanceTimersByTimeAsync(0);
  };
  registration.waiting = first;
  keepOffline();
  await vi.advanceTimersByTimeAsync(5000);
  expect(tell).toHaveBeenCalledTimes(1);

  registration.find(second);
  tell.mockClear();
  await vi.advanceTimersByTimeAsync(1000);
  expect(tell).toHaveBeenCalledTimes(1);

  await pressed('Reload');
  expect(first.postMessage).not.toHaveBeenCalled();
  expect(second.postMessage).toHaveBeenCalledOnce();
  serviceWorker.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledOnce();

  registration.waiting = null;
  await pressed('Reload');
  expect(reload).toHaveBeenCalledTimes(2);

  await pressed('Not now');
  tell.mockClear();
  await vi.advanceTimersByTimeAsync(5000);
  expect(tell).not.toHaveBeenCalled();
});
