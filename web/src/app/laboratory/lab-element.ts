import { LitElement, type PropertyDeclarations } from 'lit';
import { $theme } from '../kit/color-theme';
import { Following } from '../kit/controllers';
import type { Lab } from './lab';

/** A component that shows the lab and renders again when something new is known. */
export abstract class LabElement extends LitElement {
  static override properties: PropertyDeclarations = { lab: { attribute: false } };
  declare lab: Lab;

  constructor() {
    super();
    new Following(this, () => {
      const { $phase, $failure, $settings, $moment, $task, $refusal, $unable, $loss } = this.lab;
      const { $ignored, $streaming, $focus, $revision } = this.lab;
      const known = [$phase, $failure, $settings, $moment, $task, $refusal, $unable, $loss];
      return [...known, $ignored, $streaming, $focus, $revision, $theme];
    });
  }
}
