import { html, nothing, type TemplateResult } from 'lit';
import type { NumericParameter } from '../../protocol/catalog';
import { mathSymbol } from '../kit/math-symbol';
import { formatValue } from '../text/format';
import { SLIDER_STEPS, sliderPosition, sliderValue } from '../kit/slider';
import { labStrings } from '../text/en/laboratory';
import { fieldText, typedDigits } from '../text/typed';

/** A number that takes effect while its slider moves, or when it is typed. */
export function labSlider(
  parameter: NumericParameter,
  [least, most]: readonly [number, number],
  value: number,
  change: (value: number) => void,
): TemplateResult {
  const { key, title, unit, symbol, min, max, help, type } = parameter;
  const reach = { ...parameter, min: least, max: most };
  const slide = (event: Event) =>
    change(sliderValue(reach, Number((event.target as HTMLInputElement).value)));
  const enter = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const asked = Number(typedDigits(input.value));
    const isGood = input.value.trim() !== '' && Number.isFinite(asked);
    const inRange = Math.min(max, Math.max(min, type === 'integer' ? Math.round(asked) : asked));
    if (isGood) change(inRange);
    input.value = fieldText(String(isGood ? inRange : value));
  };
  return html`
    <div class="slider" data-key=${key} title=${help}>
      <label for=${key}>
        <span class="title">${title}</span> ${symbol === title ? nothing : mathSymbol(symbol)}
      </label>
      <input
        type="range"
        min="0"
        max=${SLIDER_STEPS}
        aria-label=${labStrings().panel.slider(title)}
        aria-valuetext=${`${formatValue(value)} ${unit}`}
        .value=${String(sliderPosition(reach, value))}
        @input=${slide}
      />
      <span class="value">
        <input
          id=${key}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          .value=${fieldText(String(value))}
          @change=${enter}
        />
        <span class="unit muted">${unit}</span>
      </span>
    </div>
  `;
}
