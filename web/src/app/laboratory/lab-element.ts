import { MultiStoreController } from '@nanostores/lit';
import { LitElement, type PropertyDeclarations } from 'lit';
import { $theme } from '../kit/color-theme';
import type { Lab } from './lab';

/** A component that shows the lab and renders again when something new is known. */
export abstract class LabElement extends LitElement {
  static override properties: PropertyDeclarations = { lab: { attribute: false } };
  declare lab: Lab;
  #controller: MultiStoreController<readonly never[]> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { $phase, $failure, $settings, $moment, $task, $refusal, $unable, $loss } = this.lab;
    const { $ignored, $streaming, $focus, $revision } = this.lab;
    const known = [$phase, $failure, $settings, $moment, $task, $refusal, $unable, $loss];
    const stores = [...known, $ignored, $streaming, $focus, $revision, $theme];
    this.#controller ??= new MultiStoreController(this, stores as never);
  }
}
