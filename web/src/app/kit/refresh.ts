import type { ReactiveControllerHost } from 'lit';
import { WhileConnected } from './controllers';
import { onAnimationFrame } from './frames';

/** What a component shows of something that changes by itself. */
export interface Refreshed {
  /** milliseconds between two pictures, at least, while the component can be seen */
  every: number;
  /**
   * What there is to show, as a key: the same again is not drawn; `null`, nothing yet. Without it
   * there is always something new.
   */
  state?(): string | null;
  draw(now: number): void;
}

/** Milliseconds between two pictures of what is out of sight. */
const UNSEEN = 2000;

/**
 * Draws what changes by itself no more often than it can be read, rarely while it is out of sight,
 * and at once when the page is printed.
 */
export class Refresh extends WhileConnected {
  readonly #refreshed: Refreshed;
  #isSeen = false;
  #shown: string | undefined;
  #drawn = -Infinity;

  constructor(host: ReactiveControllerHost & Element, refreshed: Refreshed) {
    super(host, () => this.#begin(host));
    this.#refreshed = refreshed;
  }

  /** Draws without waiting, if there is anything new. */
  now(): void {
    this.#draw(performance.now());
  }

  #begin(host: Element): () => void {
    const observer = new IntersectionObserver((entries) => {
      this.#isSeen = entries.some(({ isIntersecting }) => isIntersecting);
    });
    observer.observe(host);
    const stop = onAnimationFrame((now) => {
      const pause = this.#isSeen ? this.#refreshed.every : UNSEEN;
      if (now - this.#drawn >= pause) this.#draw(now);
    });
    const print = () => this.now();
    addEventListener('beforeprint', print);
    return () => {
      observer.disconnect();
      stop();
      removeEventListener('beforeprint', print);
    };
  }

  #draw(now: number): void {
    const state = this.#refreshed.state?.();
    if (state === null || (state !== undefined && state === this.#shown)) return;
    this.#shown = state;
    this.#drawn = now;
    this.#refreshed.draw(now);
  }
}
