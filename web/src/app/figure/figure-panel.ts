import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { base, buttons } from '../kit/styles';
import { figureWords as words } from '../text/en/figure';
import { dataTable, tables } from './data-table';
import { type FileKind, kindsOf, take } from './export';
import { type Figure, type LaterFigure, type Panel, readableRows } from './figure';
import { figures, formulas } from './figure-styles';

/** What a tool of a figure opens: its table, its formula, or its files. */
class FigurePanel extends LitElement {
  static override properties = {
    figure: { attribute: false },
    kind: {},
    whole: { state: true },
  };
  declare figure: Figure | LaterFigure;
  declare kind: Panel;
  /** the figure, once it is loaded */
  declare private whole: Figure | undefined;
  static override styles = [
    base,
    buttons,
    tables,
    figures,
    formulas,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        min-width: 0;
      }
      .formula {
        font-size: var(--text-s);
      }
      .formula p {
        margin-top: var(--space-2);
      }
      .files {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ];

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has('figure')) return;
    const { figure } = this;
    if ('load' in figure) void figure.load().then((whole) => (this.whole = whole));
    else this.whole = figure;
  }

  override render() {
    if (this.kind === 'formula') return this.#formulas();
    if (!this.whole) return nothing;
    return this.kind === 'table' ? this.#table(this.whole) : this.#files(this.whole);
  }

  /** What has just been asked for is brought into view. */
  override updated(changed: PropertyValues): void {
    const hasCome = changed.has('kind') || (changed.has('whole') && !changed.get('whole'));
    if (hasCome && this.whole) this.scrollIntoView({ block: 'nearest' });
  }

  #table(figure: Figure) {
    return html`
      ${dataTable(figure.table ?? figure.title, readableRows(figure))}
      ${figure.note ? html`<p class="caption muted">${figure.note}</p>` : nothing}
    `;
  }

  #formulas() {
    return this.figure.formulas?.map(
      ({ mathml, text, runs }) => html`
        <div class="formula" tabindex="0" role="region" aria-label=${words().panels.formula}>
          ${runs ? html`<b>${runs}</b>` : nothing} ${unsafeHTML(mathml)}
          <p class="muted">${text}</p>
        </div>
      `,
    );
  }

  #files(figure: Figure) {
    return html`
      <div class="files">
        ${kindsOf(figure).map(
          (kind) => html`
            <button
              aria-label=${words().download(words().kinds[kind], figure.title)}
              @click=${() => void this.#take(kind, figure)}
            >
              ${words().kinds[kind]}
            </button>
          `,
        )}
      </div>
    `;
  }

  async #take(kind: FileKind, figure: Figure): Promise<void> {
    await take(kind, figure, this.clientWidth);
  }
}

customElements.define('figure-panel', FigurePanel);
