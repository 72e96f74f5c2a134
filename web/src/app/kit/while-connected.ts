import type { ReactiveController, ReactiveControllerHost } from 'lit';

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
