import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ChoiceParameter } from '../../protocol/catalog';
import { frozenStrings } from '../text/en/frozen';
import type { Bootstrap } from './bootstrap';
import { openRuns } from './own-runs';

/** Which of the runs that learn here. */
export function presetChoice(
  { options, title }: ChoiceParameter,
  current: string,
  change: (id: string) => void,
): TemplateResult {
  const names: Readonly<Record<string, string>> = frozenStrings().presets;
  const choose = (event: Event) => change((event.target as HTMLSelectElement).value);
  return html`
    <div class="choice">
      <label for="preset">${title}</label>
      <select id="preset" @change=${choose}>
        ${options.map(
          ({ id }) => html`
            <option value=${id} .selected=${live(id === current)}>${names[id]}</option>
          `,
        )}
      </select>
    </div>
  `;
}

/** The reader's own runs, and the way back from them. */
export function broughtRuns(lab: Bootstrap, name: string): TemplateResult {
  return html`
    <p>${name}</p>
    <div class="buttons">
      <button @click=${() => lab.bring(null)}>${frozenStrings().own.leave}</button>
    </div>
  `;
}

/** Takes checkpoints of the reader's. */
export function checkpointOpener(lab: Bootstrap): TemplateResult {
  const { open, help } = frozenStrings().own;
  const pick = (event: Event) => {
    const input = event.target as HTMLInputElement;
    void openRuns(lab, input.files).finally(() => (input.value = ''));
  };
  const press = (event: Event) =>
    ((event.currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click();
  return html`
    <div class="buttons">
      <button @click=${press}>${open}</button>
      <input id="file" type="file" multiple hidden aria-label=${open} @change=${pick} />
    </div>
    <p class="help muted">${help}</p>
  `;
}
