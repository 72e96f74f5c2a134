// The memory that the threads of `acp` in Node share.

/** How many instances want signals to be noted. */
export const DEFERRALS = 0;
/** The number of the signal that was noted. */
export const NOTED = 1;
/** How many instances are making a file whose name is not known yet. */
export const ENTERED = 2;
/** The next piece of work. */
export const NEXT = 3;
/** How many helpers are at work. */
export const HELPERS = 4;

export function makeShared() {
  const of = (Type, length) => new Type(new SharedArrayBuffer(length * Type.BYTES_PER_ELEMENT));
  return { words: of(Int32Array, 5), steps: of(BigInt64Array, 1) };
}
