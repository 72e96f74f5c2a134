import type { ReadableAtom } from 'nanostores';

/** Calls back once a store has a value, which may be now. */
export function once<T>($store: ReadableAtom<T>, value: T, callback: () => void): void {
  let isDone = false;
  const stop = $store.subscribe((current) => {
    if (isDone || current !== value) return;
    isDone = true;
    queueMicrotask(() => stop());
    callback();
  });
}
