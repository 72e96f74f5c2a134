import { html, nothing, type TemplateResult } from 'lit';
import { mostRows } from '../../draw/curve-data';
import { highest } from '../../draw/extent';
import { type Bin, condensed } from '../../protocol/bins';
import { formatCount, formatReturn, NOTHING } from '../text/format';
import type { Arm } from '../experiment/arm';
import { DEVIATION } from '../experiment/history';
import type { Run } from '../experiment/run';
import { strings } from '../text/en/page';

const words = () => strings().curves;
/** Rows of each run. */
const READABLE = 128;

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
    const { bins, ruleOf } = history.evaluations;
    return new Map(condensed(bins, ruleOf, READABLE).map((bin) => [bin.steps, bin]));
  });
  const bins = columns.flatMap((column) => [...column.values()]);
  const hasBins = mostRows(bins) > 1;
  const cells = hasBins ? binCells : (bin: Bin | undefined) => [spread(bin)];
  const heads = hasBins ? Object.values(words().tableBins) : [];
  const steps = [...new Set(bins.map((bin) => bin.steps))].sort((a, b) => a - b);
  const states = formatCount(highest(arms.map(({ run }) => statesOf(run))));
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${words().table}>
      <table class="number">
        <thead>
          <tr>
            <th scope="col">${words().xLabel.steps}</th>
            ${arms.map(({ id }) =>
              [words().tableRun(id), ...heads].map((head) => html`<th scope="col">${head}</th>`),
            )}
          </tr>
        </thead>
        <tbody>
          ${steps.map(
            (step) => html`
              <tr>
                <th scope="row">${formatCount(step)}</th>
                ${columns.map((column) =>
                  cells(column.get(step)).map((cell) => html`<td>${cell}</td>`),
                )}
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
    <p class="muted">${hasBins ? words().tableNoteBins(states) : words().tableNote(states)}</p>
  `;
}

function spread(bin: Bin | undefined): string {
  if (!bin) return NOTHING;
  return words().tableSpread(formatReturn(bin.values[0]!), formatReturn(bin.values[DEVIATION]!));
}

function binCells(bin: Bin | undefined): string[] {
  const rows = bin ? formatCount(bin.rows) : NOTHING;
  const extremes = [1, 2].map((i) => (bin ? formatReturn(bin.values[i]!) : NOTHING));
  return [spread(bin), rows, ...extremes];
}

function statesOf({ history }: Run): number {
  return history.lastEvaluation()?.states ?? 0;
}
