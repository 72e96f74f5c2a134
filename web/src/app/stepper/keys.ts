import type { Stride } from './cursor';

const KEYS: Readonly<Record<string, readonly [Stride, 1 | -1]>> = {
  ArrowLeft: ['line', -1],
  ArrowRight: ['line', 1],
  ArrowUp: ['phase', -1],
  ArrowDown: ['phase', 1],
  PageUp: ['iteration', -1],
  PageDown: ['iteration', 1],
};
/** What has these keys for itself. */
const OWN = 'input, select, textarea, figure-frame';

/** The stride that a key asks for, unless what has the focus makes something else of it. */
export function strideOf(event: KeyboardEvent): readonly [Stride, 1 | -1] | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const isOthers = event
    .composedPath()
    .some((target) => target instanceof Element && target.matches(OWN));
  return isOthers ? null : (KEYS[event.key] ?? null);
}
