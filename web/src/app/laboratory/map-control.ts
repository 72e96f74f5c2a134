import { html, type TemplateResult } from 'lit';
import { loaded } from '../kit/loaded';

/** A map to edit, once its editor is there; `assign` hears what becomes of it. */
export function mapControl(map: string, assign: (map: string) => void): TemplateResult {
  void loaded(() => import('./map-editor'));
  return html`<map-editor .map=${map} .assign=${assign}></map-editor>`;
}
