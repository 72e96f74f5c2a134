import type { Store } from 'nanostores';
import { PlaygroundElement } from '../experiment/element';
import { $theme } from '../kit/color-theme';

/** A component of figures, which are drawn anew in another theme. */
export abstract class FigureElement extends PlaygroundElement {
  protected override stores(): readonly Store[] {
    return [$theme];
  }
}
