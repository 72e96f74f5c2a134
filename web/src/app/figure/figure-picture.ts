import { css, html, LitElement } from 'lit';
import type { Size } from '../../draw/theme';
import { drawingTheme } from '../kit/color-theme';
import { Resizing } from '../kit/controllers';
import { base } from '../kit/styles';
import { figureWords as words } from '../text/en/figure';
import { cellText, type Figure, readableRows } from './figure';
import './figure-frame';
import { figures } from './figure-styles';

/** Keys that move the cursor, and where to. */
const MOVES: Readonly<Record<string, (row: number, last: number) => number>> = {
  ArrowRight: (row) => row + 1,
  ArrowDown: (row) => row + 1,
  ArrowLeft: (row, last) => (row < 0 ? last : row - 1),
  ArrowUp: (row, last) => (row < 0 ? last : row - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** The picture of a figure, as large as there is room for, with its data under the arrow keys. */
class FigurePicture extends LitElement {
  static override properties = { figure: { attribute: false }, row: { state: true } };
  declare figure: Figure;
  /** the one with the cursor, -1 without one */
  declare private row: number;
  static override styles = [
    base,
    figures,
    css`
      :host {
        min-width: 0;
      }
      .picture {
        height: var(--figure-height);
      }
      canvas {
        display: block;
        width: 100%;
      }
      @media print {
        .picture {
          height: auto;
        }
        canvas {
          height: auto !important;
        }
      }
    `,
  ];
  /** what there is room for; to ask again would lay the page out in the middle of a change */
  #box: (Size & { isEnlarged: boolean }) | undefined;

  constructor() {
    super();
    this.row = -1;
    new Resizing(
      this,
      () => this.renderRoot.querySelector('.picture'),
      () => {
        this.#box = undefined;
        this.#paint();
      },
    );
  }

  override render() {
    const { title, picture } = this.figure;
    return html`
      <div
        class="picture"
        tabindex="0"
        role="group"
        aria-label=${words().keys(title)}
        @keydown=${(event: KeyboardEvent) => this.#press(event)}
      >
        <canvas role="img" aria-label=${picture!.label}></canvas>
      </div>
      <p class="read-out number" aria-live="polite">${this.#readOut()}</p>
    `;
  }

  override updated(): void {
    this.#paint();
  }

  /** Escape puts the cursor away, and is nobody else's as long as there is one. */
  #press(event: KeyboardEvent): void {
    const move = MOVES[event.key];
    if (event.key === 'Escape' ? this.row >= 0 : move) event.preventDefault();
    const last = readableRows(this.figure).length - 2;
    if (event.key === 'Escape') this.row = -1;
    else if (move) this.row = Math.min(last, Math.max(0, move(Math.min(this.row, last), last)));
  }

  /** The row under the cursor as it is now. */
  #readOut(): string {
    if (this.row < 0) return '';
    const [heads = [], ...rows] = readableRows(this.figure);
    const row = Math.min(this.row, rows.length - 1);
    const cells = rows[row]?.map((cell, i) => `${heads[i]} ${cellText(cell)}`);
    return cells ? words().row(row + 1, rows.length, cells.join(', ')) : '';
  }

  #measure(): Size & { isEnlarged: boolean } {
    const picture = this.renderRoot.querySelector('.picture')!;
    const { clientWidth: width, clientHeight: height } = picture;
    const isEnlarged = getComputedStyle(picture).getPropertyValue('--figure-height') !== '';
    return { width, height, isEnlarged };
  }

  #size(): Size {
    const { width, height, isEnlarged } = (this.#box ??= this.#measure());
    return { width, height: isEnlarged ? height : Math.round(this.figure.picture!.height(width)) };
  }

  #paint(): void {
    const canvas = this.renderRoot.querySelector('canvas')!;
    const size = this.#size();
    const context = canvas.getContext('2d');
    if (!context || size.width === 0) return;
    const ratio = devicePixelRatio;
    const [width, height] = [size.width, size.height].map((side) => Math.round(side * ratio));
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width!;
      canvas.height = height!;
      canvas.style.height = `${size.height}px`;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    this.figure.picture!.draw(context, size, drawingTheme('--surface'));
  }
}

customElements.define('figure-picture', FigurePicture);
