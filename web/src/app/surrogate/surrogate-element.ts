import { css, LitElement, type PropertyDeclarations } from 'lit';
import type { Store } from 'nanostores';
import { $theme } from '../kit/color-theme';
import { Following } from '../kit/controllers';
import type { SurrogateLab } from './surrogate-lab';

/** A component that shows some of the laboratory and renders again when that has changed. */
export abstract class SurrogateElement extends LitElement {
  static override properties: PropertyDeclarations = {};
  /** Never another one, and plain, as elements may be in the page before their modules are. */
  declare lab: SurrogateLab;

  constructor() {
    super();
    new Following(this, () => [...this.stores(this.lab), $theme]);
  }

  /** What it shows. */
  protected abstract stores(lab: SurrogateLab): readonly Store[];
}

/** A sentence, and choices in a row, over a picture. */
export const choicesOver = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-5);
  }
  .told {
    flex: 1 0 100%;
    max-width: 76ch;
    text-wrap: pretty;
  }
`;
