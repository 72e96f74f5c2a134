import { css, html, LitElement } from 'lit';
import { cycleCell } from '../../draw/env/gridworld-map';
import { base } from '../kit/styles';
import { mapStrings as words } from '../text/en/map';

const MARKS: Readonly<Record<string, string>> = { g: '★', p: '✕', s: 'S', c: '▼' };

/** A gridworld's map; `assign` hears what becomes of it when a cell is pressed. */
class MapEditor extends LitElement {
  static override properties = { map: {} };
  declare map: string;
  declare assign: (map: string) => void;
  static override styles = [base, mapStyles()];

  override render() {
    const rows = this.map.split('-').map((row) => Array.from(row));
    return html`
      <div
        class="map"
        role="group"
        aria-label=${words().label}
        style=${`grid-template-columns: repeat(${rows[0]?.length ?? 1}, 2.75rem)`}
      >
        ${rows.map((row, y) => row.map((kind, x) => this.#cell(kind, y, x)))}
      </div>
      <p class="help muted">${words().help}</p>
    `;
  }

  #cell(kind: string, y: number, x: number) {
    const names: Readonly<Record<string, string>> = words().cells;
    return html`
      <button
        data-kind=${kind}
        aria-label=${words().cell(y + 1, x + 1, names[kind] ?? kind)}
        @click=${() => {
          const next = cycleCell(this.map, y, x);
          if (next !== null) this.assign(next);
        }}
      >
        ${MARKS[kind] ?? ''}
      </button>
    `;
  }
}

function mapStyles() {
  return css`
    .help {
      font-size: var(--text-xs);
      line-height: 1.45;
      text-wrap: pretty;
    }
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
}

customElements.define('map-editor', MapEditor);
