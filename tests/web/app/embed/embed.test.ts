import { afterEach, expect, test, vi } from 'vitest';
import { tellHost } from '../../../../web/src/app/embed/embed';

afterEach(() => vi.unstubAllGlobals());

test('a frame without an experiment shows the reader which of its options were ignored', () => {
  const observe = vi.fn();
  vi.stubGlobal('document', { body: 'body' });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = observe;
    },
  );
  const tellReader = vi.fn();
  tellHost(null, [], tellReader);
  expect(tellReader).not.toHaveBeenCalled();
  tellHost(null, ['theme=pink: not one of light, dark, auto', 'and 7 more'], tellReader);
  expect(tellReader.mock.calls).toEqual([
    ['Options of the frame were ignored: theme=pink: not one of light, dark, auto; and 7 more'],
  ]);
  expect(observe.mock.calls).toEqual([['body'], ['body']]);
});
