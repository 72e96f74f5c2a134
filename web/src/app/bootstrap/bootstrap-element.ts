import { LitElement, type PropertyDeclarations } from 'lit';
import { $theme } from '../kit/color-theme';
import { Following } from '../kit/controllers';
import type { Bootstrap } from './bootstrap';

/** A component that shows the laboratory and renders again when something new is known. */
export abstract class BootstrapElement extends LitElement {
  static override properties: PropertyDeclarations = { lab: { attribute: false } };
  declare lab: Bootstrap;

  constructor() {
    super();
    new Following(this, () => {
      const { $phase, $failure, $settings, $ignored, $returns, $refusal, $sheetRuns } = this.lab;
      const { $own, frozen } = this.lab;
      const known = [$phase, $failure, $settings, $ignored, $returns, $refusal, $sheetRuns];
      return [...known, $own, frozen.$runs, frozen.$refusal, $theme];
    });
  }
}
