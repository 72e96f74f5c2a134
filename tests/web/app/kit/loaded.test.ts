import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { $missing, loaded, loadMissing } from '../../../../web/src/app/kit/loaded';

const failure = new TypeError('Failed to fetch dynamically imported module');
const reported = vi.fn();

beforeEach(() => vi.stubGlobal('reportError', reported));
afterEach(() => {
  reported.mockReset();
  vi.unstubAllGlobals();
});

const told = () => $missing.get().map(({ tries }) => tries);

test('a part that is there comes without a word', async () => {
  expect(await loaded(() => Promise.resolve(7))).toBe(7);
  expect([told(), reported.mock.calls]).toEqual([[], []]);
});

test('a part that is not is told of and reported, and comes once it can be loaded', async () => {
  const load = vi.fn<() => Promise<number>>().mockRejectedValue(failure);
  const part = loaded(load);
  await expect.poll(told).toEqual([1]);
  expect(reported.mock.calls).toEqual([[failure]]);
  loadMissing();
  await expect.poll(told).toEqual([2]);
  load.mockResolvedValue(7);
  loadMissing();
  expect(await part).toBe(7);
  expect([told(), load.mock.calls.length]).toEqual([[], 3]);
});

test('all parts that are missing are tried again at once', async () => {
  const first = vi.fn().mockRejectedValueOnce(failure).mockResolvedValue(1);
  const second = vi.fn().mockRejectedValueOnce(failure).mockResolvedValue(2);
  const parts = [loaded<number>(first), loaded<number>(second)];
  await expect.poll(told).toEqual([1, 1]);
  loadMissing();
  expect(await Promise.all(parts)).toEqual([1, 2]);
});
