import type { ReactiveController } from 'lit';

/** A component of which only its controllers matter. */
export function fakeHost() {
  const controllers: ReactiveController[] = [];
  let updates = 0;
  return {
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => undefined,
    requestUpdate: () => void (updates += 1),
    updateComplete: Promise.resolve(true),
    /** Lets something happen to the component; returns how often it was to render since. */
    after(change: 'hostConnected' | 'hostUpdated' | 'hostDisconnected'): number {
      updates = 0;
      for (const controller of controllers) controller[change]?.();
      return updates;
    },
    get updates(): number {
      return updates;
    },
  };
}
