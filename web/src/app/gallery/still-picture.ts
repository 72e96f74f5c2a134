import { css, html, LitElement } from 'lit';
import { environmentDrawings } from '../../draw/environments';
import { drawingTheme, runColor } from '../kit/color-theme';
import { base } from '../kit/styles';
import type { Pictured } from './exhibits';

/** An environment as the page draws it, at rest. */
class StillPicture extends LitElement {
  static override properties = { environment: { attribute: false } };
  declare environment: Pictured;
  static override styles = [
    base,
    css`
      :host {
        width: 100%;
      }
      canvas {
        display: block;
        width: 100%;
        height: 6rem;
        border-radius: var(--radius-s);
      }
    `,
  ];
  #resizing = new ResizeObserver(() => this.#draw());

  override render() {
    return html`<canvas aria-hidden="true"></canvas>`;
  }

  override firstUpdated(): void {
    this.#resizing.observe(this.#canvas);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizing.disconnect();
  }

  get #canvas(): HTMLCanvasElement {
    return this.renderRoot.querySelector('canvas')!;
  }

  #draw(): void {
    const drawing = environmentDrawings.get(this.environment.id);
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (!drawing || !context || width === 0) return;
    this.#canvas.width = Math.round(width * devicePixelRatio);
    this.#canvas.height = Math.round(height * devicePixelRatio);
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    const theme = drawingTheme('--sunken');
    context.fillStyle = theme.ground;
    context.fillRect(0, 0, width, height);
    const { draw: columns } = this.environment;
    const state = columns.map((column) => drawing.still?.[column] ?? 0);
    const scene = { columns, state, trail: [], color: runColor('B') };
    drawing.draw(context, scene, { width, height }, theme);
  }
}

customElements.define('still-picture', StillPicture);
