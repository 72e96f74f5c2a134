import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { missingFeature } from '../../../../web/src/app/shell/support';

/** Refuses an address that is none, as a browser does that knows workers of a type. */
function refuse(_: string, { type }: WorkerOptions): never {
  throw new SyntaxError(`a ${type} without an address`);
}

beforeEach(() => vi.stubGlobal('Worker', refuse));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('both probes are valid modules where the core runs', () => {
  const validate = vi.spyOn(WebAssembly, 'validate');
  expect(missingFeature()).toBeNull();
  expect(validate).toHaveBeenCalledTimes(2);
  expect(validate).toHaveNthReturnedWith(2, true);
});

test('names what is missing', () => {
  const validate = vi.spyOn(WebAssembly, 'validate');
  validate.mockReturnValueOnce(false);
  expect(missingFeature()).toBe('simd');
  validate.mockReturnValueOnce(true).mockReturnValueOnce(false);
  expect(missingFeature()).toBe('exceptions');
  vi.stubGlobal('WebAssembly', undefined);
  expect(missingFeature()).toBe('webAssembly');
  vi.stubGlobal('Worker', () => undefined);
  expect(missingFeature()).toBe('moduleWorkers');
  vi.stubGlobal('Worker', undefined);
  expect(missingFeature()).toBe('workers');
  vi.stubGlobal('origin', 'null');
  expect(missingFeature()).toBe('origin');
});
