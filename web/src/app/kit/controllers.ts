import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from 'nanostores';
import { onAnimationFrame } from './frames';

/** What goes on while a component is in the page: begun whenever it comes, ended when it leaves. */
export class WhileConnected implements ReactiveController {
  readonly #begin: () => () => void;
  #end: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, begin: () => () => void) {
    this.#begin = begin;
    host.addController(this);
  }

  hostConnected(): void {
    this.#end = this.#begin();
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = undefined;
  }
}

/** Calls before each repaint. */
export class EachFrame extends WhileConnected {
  constructor(host: ReactiveControllerHost, draw: (now: number) => void) {
    super(host, () => onAnimationFrame(draw));
  }
}

/** Renders a component again when one of its stores changes, which may be others each time. */
export class Following implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #stores: () => readonly Store[];
  readonly #stops = new Map<Store, () => void>();

  constructor(host: ReactiveControllerHost, stores: () => readonly Store[]) {
    this.#host = host;
    this.#stores = stores;
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdated();
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    this.#keep(new Set(this.#stores()));
  }

  hostDisconnected(): void {
    this.#keep(new Set());
  }

  #keep(wanted: ReadonlySet<Store>): void {
    for (const [store, stop] of this.#stops) {
      if (wanted.has(store)) continue;
      stop();
      this.#stops.delete(store);
    }
    for (const store of wanted) {
      if (this.#stops.has(store)) continue;
      this.#stops.set(
        store,
        store.listen(() => this.#host.requestUpdate()),
      );
    }
  }
}

/** Follows the size of an element that may come and go with what its component renders. */
export class Resizing implements ReactiveController {
  readonly #find: () => Element | null;
  readonly #observer: ResizeObserver;
  #observed: Element | null = null;

  constructor(host: ReactiveControllerHost, find: () => Element | null, resized: () => void) {
    this.#find = find;
    this.#observer = new ResizeObserver(resized);
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    this.#observe(this.#find());
  }

  hostDisconnected(): void {
    this.#observe(null);
  }

  #observe(element: Element | null): void {
    if (element === this.#observed) return;
    this.#observer.disconnect();
    this.#observed = element;
    if (element) this.#observer.observe(element);
  }
}
