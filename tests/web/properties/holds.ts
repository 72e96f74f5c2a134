import fc from 'fast-check';
import { vi } from 'vitest';

// Generated input takes its time, above all on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/**
 * Asserts a property over generated input: the same each time, unless FAST_CHECK_SEED says another
 * seed and FAST_CHECK_RUNS how many inputs.
 */
export function holds<T>(property: fc.IProperty<T> | fc.IAsyncProperty<T>): Promise<void> {
  const { FAST_CHECK_SEED = '1', FAST_CHECK_RUNS = '200' } = process.env;
  return Promise.resolve(
    fc.assert(property, { seed: Number(FAST_CHECK_SEED), numRuns: Number(FAST_CHECK_RUNS) }),
  );
}

/** Text that nobody has typed. */
export const anyText = fc.string({ unit: 'binary', maxLength: 60 });
