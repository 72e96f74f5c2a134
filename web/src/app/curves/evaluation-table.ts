import { html, nothing, type TemplateResult } from 'lit';
import { highest } from '../../draw/extent';
import { formatCount, formatReturn, NOTHING } from '../text/format';
import type { Arm } from '../experiment/arm';
import { strings } from '../text/en/page';

const words = () => strings().curves;

/** The evaluations of all arms as a table that opens, one row per evaluated environment step. */
export function evaluationTable(
  arms: readonly Arm[],
  isOpen: boolean,
  toggle: (isOpen: boolean) => void,
): TemplateResult {
  return html`
    <details
      ?open=${isOpen}
      @toggle=${(event: Event) => toggle((event.target as HTMLDetailsElement).open)}
    >
      <summary>${words().table}</summary>
      ${isOpen ? table(arms) : nothing}
    </details>
  `;
}

function table(arms: readonly Arm[]): TemplateResult {
  const columns = arms.map(({ run: { history } }) => {
    const rows = history.evaluations.steps.map((step, i): [number, string] => {
      const { mean, deviation } = history.evaluation(i)!;
      return [step, words().tableSpread(formatReturn(mean), formatReturn(deviation))];
    });
    return new Map(rows);
  });
  const steps = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const states = arms.map(({ run: { history } }) => history.evaluation(-1)?.states ?? NaN);
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${words().table}>
      <table class="number">
        <thead>
          <tr>
            <th scope="col">${words().xLabel.steps}</th>
            ${arms.map(({ id }) => html`<th scope="col">${words().tableRun(id)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${steps
            .sort((a, b) => a - b)
            .map(
              (step) => html`
                <tr>
                  <th scope="row">${formatCount(step)}</th>
                  ${columns.map((column) => html`<td>${column.get(step) ?? NOTHING}</td>`)}
                </tr>
              `,
            )}
        </tbody>
      </table>
    </div>
    <p class="muted">${words().tableNote(formatCount(highest(states.filter(Number.isFinite))))}</p>
  `;
}
