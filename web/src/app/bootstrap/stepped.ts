import { written } from '../../draw/language';
import { css, html, type TemplateResult } from 'lit';

/** A slider along some numbers. */
export function stepped(
  id: string,
  label: string,
  numbers: readonly number[],
  current: number,
  change: (value: number) => void,
): TemplateResult {
  return html`
    <div class="stepped">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type="range"
        min="0"
        max=${numbers.length - 1}
        aria-valuetext=${written(current)}
        .value=${String(numbers.indexOf(current))}
        @input=${(event: Event) =>
          change(numbers[Number((event.target as HTMLInputElement).value)]!)}
      />
      <output for=${id} class="number">${written(current)}</output>
    </div>
  `;
}

export const steppedStyles = css`
  .stepped {
    display: grid;
    grid-template-columns: 6rem minmax(0, 1fr) 4.5rem;
    align-items: center;
    gap: 0 var(--space-2);
  }
  .stepped label {
    font-size: var(--text-xs);
    line-height: 1.3;
  }
  .stepped output {
    font-size: var(--text-s);
    font-weight: 650;
  }
`;
