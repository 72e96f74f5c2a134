import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface FakeHost extends ReactiveControllerHost {
  /** Lets something happen to the component; returns how often it was to render since. */
  after(change: 'hostConnected' | 'hostUpdated' | 'hostDisconnected'): number;
  readonly updates: number;
}

/** A component of which only its controllers matter. */
export function fakeHost(): FakeHost {
  const controllers: ReactiveController[] = [];
  let updates = 0;
  return {
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => undefined,
    requestUpdate: () => void (updates += 1),
    updateComplete: Promise.resolve(true),
    after(change) {
      updates = 0;
      for (const controller of controllers) controller[change]?.();
      return updates;
    },
    get updates() {
      return updates;
    },
  };
}
