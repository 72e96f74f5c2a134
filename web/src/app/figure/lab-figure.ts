import { css, html, LitElement, nothing } from 'lit';
import type { Size } from '../../draw/theme';
import { drawingTheme } from '../kit/color-theme';
import { base, buttons, surface } from '../kit/styles';
import { WhileConnected } from '../kit/while-connected';
import { type FigureFile, type Rows, take } from './export';
import { labStrings } from '../text/en/laboratory';
import { takeButtons, takeStyles } from './take-buttons';

/** What a figure shows, and what is handed out of it. */
export interface FigureContent extends FigureFile {
  /** what the picture shows, for those who do not see it */
  label: string;
  /** of its data */
  table: string;
  /** a part of the data for the table and the cursor, where all would be too much to read */
  readable?: () => Rows;
  height(width: number): number;
}

const words = () => labStrings().figure;

/** Keys that move the cursor, and where to; `null` puts it away. */
const MOVES: Readonly<Record<string, ((row: number, last: number) => number) | null>> = {
  ArrowRight: (row) => row + 1,
  ArrowDown: (row) => row + 1,
  ArrowLeft: (row, last) => (row < 0 ? last : row - 1),
  ArrowUp: (row, last) => (row < 0 ? last : row - 1),
  Home: () => 0,
  End: (_, last) => last,
  Escape: null,
};

/**
 * A drawn figure with its caption, its data row by row under the arrow keys or as a table, and
 * buttons to take it away.
 */
class LabFigure extends LitElement {
  static override properties = {
    content: { attribute: false },
    hasTable: { state: true },
    readOut: { state: true },
  };
  declare content: FigureContent;
  declare private hasTable: boolean;
  declare private readOut: string;
  static override styles = [base, surface, buttons, takeStyles, styles()];
  #resizing = new ResizeObserver(() => this.#paint());
  #row = -1;

  constructor() {
    super();
    this.hasTable = false;
    this.readOut = '';
    new WhileConnected(this, () => {
      this.#observe();
      return () => this.#resizing.disconnect();
    });
  }

  override render() {
    const { title, label, caption, about } = this.content;
    return html`
      <section class="surface" aria-labelledby="title">
        <h2 id="title" class="heading">${title}</h2>
        <slot name="controls"></slot>
        <figure>
          <div
            class="picture"
            tabindex="0"
            role="group"
            aria-label=${words().keys(title)}
            @keydown=${(event: KeyboardEvent) => this.#move(event)}
          >
            <canvas role="img" aria-label=${label}></canvas>
          </div>
          <p class="read-out number" aria-live="polite">${this.readOut}</p>
          <slot name="legend"></slot>
          <figcaption class="muted">${caption} <span>${about}</span></figcaption>
        </figure>
        <details @toggle=${(event: Event) => (this.hasTable = isOpen(event))}>
          <summary>${this.content.table}</summary>
          ${this.hasTable ? this.#table() : nothing}
        </details>
        ${takeButtons(title, (kind) => void take(kind, this.content, this.#size()))}
      </section>
    `;
  }

  override firstUpdated(): void {
    this.#observe();
  }

  override updated(): void {
    this.#paint();
  }

  #observe(): void {
    const picture = this.renderRoot.querySelector('.picture');
    if (picture) this.#resizing.observe(picture);
  }

  #move(event: KeyboardEvent): void {
    const [heads = [], ...rows] = (this.content.readable ?? (() => this.content.rows()))();
    const move = MOVES[event.key];
    if (move === undefined || rows.length === 0) return;
    event.preventDefault();
    const last = rows.length - 1;
    this.#row = move === null ? -1 : Math.min(last, Math.max(0, move(this.#row, last)));
    const cells = rows[this.#row]?.map((cell, i) => `${heads[i]} ${shown(cell)}`);
    this.readOut = cells ? words().row(this.#row + 1, rows.length, cells.join(', ')) : '';
  }

  #table() {
    const [heads = [], ...rows] = (this.content.readable ?? (() => this.content.rows()))();
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${this.content.table}>
        <table class="number">
          <thead>
            <tr>
              ${heads.map((head) => html`<th scope="col">${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ([name, ...cells]) => html`
                <tr>
                  <th scope="row">${shown(name ?? '')}</th>
                  ${cells.map((cell) => html`<td>${shown(cell)}</td>`)}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #size(): Size {
    const width = this.renderRoot.querySelector('.picture')!.clientWidth;
    return { width, height: Math.round(this.content.height(width)) };
  }

  #paint(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    const size = this.#size();
    const context = canvas?.getContext('2d');
    if (!canvas || !context || size.width === 0) return;
    const ratio = devicePixelRatio;
    const [width, height] = [size.width, size.height].map((side) => Math.round(side * ratio));
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width!;
      canvas.height = height!;
      canvas.style.height = `${size.height}px`;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    this.content.draw(context, size, drawingTheme('--surface'));
  }
}

function isOpen(event: Event): boolean {
  return (event.target as HTMLDetailsElement).open;
}

function shown(cell: string | number | null): string {
  if (cell === null) return '–';
  return typeof cell === 'string' ? cell : String(Number(cell.toPrecision(5))).replace('-', '−');
}

function styles() {
  return css`
    :host {
      min-width: 0;
    }
    section {
      display: grid;
      gap: var(--space-2);
      align-content: start;
      height: 100%;
      padding: var(--space-4);
    }
    section > * {
      min-width: 0;
    }
    figure {
      display: grid;
      gap: var(--space-2);
    }
    canvas {
      display: block;
      width: 100%;
    }
    .read-out {
      font-size: var(--text-s);
    }
    .read-out:empty {
      display: none;
    }
    figcaption {
      font-size: var(--text-xs);
      text-wrap: pretty;
      overflow-wrap: anywhere;
    }
    details {
      font-size: var(--text-s);
    }
    summary {
      min-height: var(--touch);
      padding: var(--space-3) 0;
      cursor: pointer;
    }
    .scroll {
      max-height: 20rem;
      overflow: auto;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: var(--space-1) var(--space-2);
      border-bottom: 1px solid var(--line);
      text-align: right;
      font-weight: 400;
    }
    th:first-child {
      text-align: left;
    }
    thead th {
      position: sticky;
      top: 0;
      background: var(--surface);
      font-weight: 600;
    }
  `;
}

customElements.define('lab-figure', LabFigure);
