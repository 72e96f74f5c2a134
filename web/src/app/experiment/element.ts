import { MultiStoreController } from '@nanostores/lit';
import { LitElement, type PropertyDeclarations } from 'lit';
import type { Store } from 'nanostores';
import { WhileConnected } from '../kit/while-connected';
import type { Playground } from './playground';

/**
 * A component that shows the playground and renders again when one of its stores changes, or when
 * there are other arms.
 */
export abstract class PlaygroundElement extends LitElement {
  static override properties: PropertyDeclarations = {};
  /**
   * Never another one. It is a plain property because Lit hides its own until the first update from
   * an element that is in the page before its module is loaded.
   */
  declare playground: Playground;
  #controller: MultiStoreController<readonly Store[]> | undefined;

  /** The stores that `render` reads. */
  protected abstract stores(): readonly Store[];

  constructor() {
    super();
    new WhileConnected(this, () => {
      this.#observe();
      return this.playground.$arms.listen(() => {
        this.#observe();
        this.requestUpdate();
      });
    });
  }

  #observe(): void {
    if (this.#controller) {
      this.#controller.hostDisconnected();
      this.removeController(this.#controller);
    }
    this.#controller = new MultiStoreController(this, this.stores());
  }
}
