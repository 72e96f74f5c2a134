import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { missingFeature } from '../../../../web/src/app/shell/support';

beforeEach(() => vi.stubGlobal('Worker', () => undefined));
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
  vi.stubGlobal('Worker', undefined);
  expect(missingFeature()).toBe('workers');
});
