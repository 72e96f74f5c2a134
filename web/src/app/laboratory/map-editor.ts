import { css, html, type TemplateResult } from 'lit';
import { cycleCell } from '../../draw/env/gridworld-map';
import { mapStrings as words } from '../text/en/map';

const MARKS: Readonly<Record<string, string>> = { g: '★', p: '✕', s: 'S', c: '▼' };

/** A gridworld's map; `assign` hears what becomes of it when a cell is pressed. */
export function mapEditor(map: string, assign: (map: string) => void): TemplateResult {
  const rows = map.split('-').map((row) => Array.from(row));
  const names: Readonly<Record<string, string>> = words().cells;
  const cell = (kind: string, y: number, x: number) => html`
    <button
      data-kind=${kind}
      aria-label=${words().cell(y + 1, x + 1, names[kind] ?? kind)}
      @click=${() => {
        const next = cycleCell(map, y, x);
        if (next !== null) assign(next);
      }}
    >
      ${MARKS[kind] ?? ''}
    </button>
  `;
  return html`
    <div
      class="map"
      role="group"
      aria-label=${words().label}
      style=${`grid-template-columns: repeat(${rows[0]?.length ?? 1}, 2.75rem)`}
    >
      ${rows.map((row, y) => row.map((kind, x) => cell(kind, y, x)))}
    </div>
    <p class="help muted">${words().help}</p>
  `;
}

export const mapStyles = css`
  .map {
    display: grid;
    gap: 2px;
    justify-content: start;
    overflow-x: auto;
  }
  .map button {
    width: 2.75rem;
    height: 2.75rem;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 4px;
    background: var(--sunken);
    color: var(--ink);
    font: 600 var(--text-m) / 1 var(--font);
    cursor: pointer;
  }
  .map button[data-kind='x'] {
    background: var(--control-line);
  }
`;
