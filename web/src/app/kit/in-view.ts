import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether a component can be seen without scrolling. */
export class InView implements ReactiveController {
  readonly #host: Element;
  readonly #observer = new IntersectionObserver((entries) => {
    this.#isSeen = entries.some(({ isIntersecting }) => isIntersecting);
  });
  #isSeen = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get isSeen(): boolean {
    return this.#isSeen;
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}

/** Calls back once, when an element is in view or near it. */
export function whenNear(element: Element, callback: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    { rootMargin: '300px' },
  );
  observer.observe(element);
}
