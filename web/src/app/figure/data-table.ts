import { css, html, type TemplateResult } from 'lit';
import { cellText, type Rows } from './figure';

/** A table of numbers with a heading row and a heading column; it scrolls by itself. */
export function dataTable(label: string, [heads = [], ...rows]: Rows): TemplateResult {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${label}>
      <table class="number">
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name = '', ...cells]) => html`
              <tr>
                <th scope="row">${cellText(name)}</th>
                ${cells.map((cell) => html`<td>${cellText(cell)}</td>`)}
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

export const tables = css`
  .scroll {
    max-height: 22rem;
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-s);
  }
  th,
  td {
    padding: var(--space-1) var(--space-2);
    border-bottom: 1px solid var(--line);
    text-align: right;
    font-weight: 400;
  }
  th:first-child {
    padding-left: 0;
    text-align: left;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--surface);
    font-weight: 600;
    vertical-align: bottom;
  }
  @media print {
    .scroll {
      max-height: none;
      overflow: visible;
    }
    th,
    td {
      font-size: var(--text-xs);
    }
    thead th {
      position: static;
    }
  }
`;
