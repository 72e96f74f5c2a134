import { expect, test, vi } from 'vitest';
import { $theme } from '../../../../web/src/app/kit/color-theme';

test('paper is light, and the screen has its theme again, however often announced', async () => {
  const events = new EventTarget();
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  await import('../../../../web/src/app/figure/print-light');
  const on = (...names: string[]) => {
    for (const name of names) events.dispatchEvent(new Event(name));
    return $theme.get();
  };
  $theme.set('dark');
  expect(on('beforeprint', 'beforeprint')).toBe('light');
  expect(on('afterprint')).toBe('dark');
  $theme.set('light');
  expect(on('afterprint', 'beforeprint', 'afterprint')).toBe('light');
});
