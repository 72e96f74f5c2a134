import { html, type TemplateResult } from 'lit';

interface Segment<T> {
  value: T;
  text: string;
}

/** Mutually exclusive choices in a row; the component needs the `segments` styles. */
export function segmented<T>(
  label: string,
  name: string,
  choices: readonly Segment<T>[],
  current: T,
  choose: (value: T) => void,
): TemplateResult {
  return html`
    <fieldset class="segmented">
      <legend>${label}</legend>
      <div class="segments">
        ${choices.map(
          ({ value, text }) => html`
            <label>
              <input
                type="radio"
                name=${name}
                .checked=${value === current}
                @change=${() => choose(value)}
              /><span>${text}</span>
            </label>
          `,
        )}
      </div>
    </fieldset>
  `;
}
