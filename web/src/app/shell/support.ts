export type Feature = 'workers' | 'webAssembly' | 'simd' | 'exceptions';

/** A module of one function that uses a 128-bit vector; valid only where SIMD is supported. */
const SIMD_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
]);

/** A module of one tag and one function that catches it; valid only with exceptions. */
const EXCEPTIONS_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 13, 3, 1, 0, 0, 10, 9, 1, 7, 0, 6, 64,
  7, 0, 11, 11,
]);

/** The first thing the core needs and this browser lacks, or `null`. */
export function missingFeature(): Feature | null {
  if (typeof Worker !== 'function') return 'workers';
  if (typeof WebAssembly !== 'object') return 'webAssembly';
  if (!WebAssembly.validate(SIMD_MODULE)) return 'simd';
  if (!WebAssembly.validate(EXCEPTIONS_MODULE)) return 'exceptions';
  return null;
}
