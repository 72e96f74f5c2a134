import { LitElement, type PropertyDeclarations } from 'lit';
import type { Store } from 'nanostores';
import { Following } from '../kit/controllers';
import { $folded } from '../kit/embedding';
import type { Playground } from './playground';

/**
 * A component that shows the playground and renders again when one of its stores changes, or when
 * there are other arms, or other parts on display.
 */
export abstract class PlaygroundElement extends LitElement {
  static override properties: PropertyDeclarations = {};
  /**
   * Never another one. It is a plain property because Lit hides its own until the first update from
   * an element that is in the page before its module is loaded.
   */
  declare playground: Playground;

  /** The stores that `render` reads. */
  protected abstract stores(): readonly Store[];

  constructor() {
    super();
    new Following(this, () => [this.playground.$arms, $folded, ...this.stores()]);
  }
}
