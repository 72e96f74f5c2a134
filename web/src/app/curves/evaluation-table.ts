import { html, nothing, type TemplateResult } from 'lit';
import { formatCount, formatReturn, NOTHING } from '../text/format';
import type { Run } from '../experiment/run';
import { strings } from '../text/en/page';

const words = () => strings().curves;

/** The evaluations of all runs as a table that opens, one row per evaluated environment step. */
export function evaluationTable(
  runs: readonly Run[],
  isOpen: boolean,
  toggle: (isOpen: boolean) => void,
): TemplateResult {
  return html`
    <details
      ?open=${isOpen}
      @toggle=${(event: Event) => toggle((event.target as HTMLDetailsElement).open)}
    >
      <summary>${words().table}</summary>
      ${isOpen ? table(runs) : nothing}
    </details>
  `;
}

function table(runs: readonly Run[]): TemplateResult {
  const columns = runs.map(({ history }) => {
    const rows = history.evaluations.steps.map((step, i): [number, string] => {
      const { mean, deviation } = history.evaluation(i)!;
      return [step, words().tableSpread(formatReturn(mean), formatReturn(deviation))];
    });
    return new Map(rows);
  });
  const steps = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const states = runs.map(({ history }) => history.evaluation(-1)?.states ?? NaN);
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${words().table}>
      <table class="number">
        <thead>
          <tr>
            <th scope="col">${words().xLabel.steps}</th>
            ${runs.map(({ id }) => html`<th scope="col">${words().tableRun(id)}</th>`)}
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
    <p class="muted">
      ${words().tableNote(formatCount(Math.max(...states.filter(Number.isFinite))))}
    </p>
  `;
}
