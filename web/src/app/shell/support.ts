export type Feature =
  'origin' | 'workers' | 'moduleWorkers' | 'webAssembly' | 'simd' | 'exceptions';

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

/** The first thing the core needs and this browser, or the frame around, lacks, or `null`. */
export function missingFeature(): Feature | null {
  if (globalThis.origin === 'null') return 'origin';
  if (typeof Worker !== 'function') return 'workers';
  if (!hasModuleWorkers()) return 'moduleWorkers';
  if (typeof WebAssembly !== 'object') return 'webAssembly';
  if (!WebAssembly.validate(SIMD_MODULE)) return 'simd';
  if (!WebAssembly.validate(EXCEPTIONS_MODULE)) return 'exceptions';
  return null;
}

/** A browser that knows them asks for the type of a worker, even of one without an address. */
function hasModuleWorkers(): boolean {
  let isAsked = false;
  const options = {
    get type(): WorkerType {
      isAsked = true;
      return 'module';
    },
  };
  try {
    new Worker('http://[', options);
  } catch {
    // As it is meant to be: nothing is loaded.
  }
  return isAsked;
}
