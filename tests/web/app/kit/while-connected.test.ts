import type { ReactiveController } from 'lit';
import { expect, test } from 'vitest';
import { WhileConnected } from '../../../../web/src/app/kit/while-connected';

test('what a component begins is on exactly while it is in the page', () => {
  const controllers: ReactiveController[] = [];
  const host = {
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  let on = 0;
  new WhileConnected(host, () => {
    on += 1;
    return () => (on -= 1);
  });
  const [controller] = controllers;
  const after = (change: 'hostConnected' | 'hostDisconnected') => {
    controller?.[change]?.();
    return on;
  };
  expect(on).toBe(0);
  expect(after('hostConnected')).toBe(1);
  expect(after('hostDisconnected')).toBe(0);
  expect(after('hostConnected')).toBe(1);
  expect(after('hostDisconnected')).toBe(0);
  expect(after('hostDisconnected')).toBe(0);
});
