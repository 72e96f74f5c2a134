import { css, html, LitElement, type PropertyValues, unsafeCSS } from 'lit';
import uPlot from 'uplot';
import uplotCss from 'uplot/dist/uPlot.min.css?inline';
import type { AlignedColumns } from '../../draw/curve-data';
import { type CurveChart, curveOptions } from '../../draw/curves';
import { drawSketch, type Sketch } from '../../draw/sketch';
import { Resizing, WhileConnected } from '../kit/controllers';
import { base } from '../kit/styles';

/** A chart, apart from its size and its cursor. */
export type ChartDescription = Omit<CurveChart, 'width' | 'height' | 'onCursor'>;

/** A point of the chart that was clicked, or chosen with Enter: then it has no height. */
export interface Pick {
  row: number;
  /** on the y axis */
  height: number | null;
}

const ASPECT = 0.42;
const [LOWEST, HIGHEST] = [240, 380];

/**
 * A uPlot chart with a cursor for mouse and arrow keys; fires `cursor` with the row or `null`, and
 * `pick`.
 */
class CurvePlot extends LitElement {
  static override properties = {
    chart: { attribute: false, hasChanged: differs },
    columns: { attribute: false },
    label: {},
    options: { attribute: false },
    sketch: { attribute: false },
    draw: { attribute: false },
  };
  declare chart: ChartDescription;
  declare columns: AlignedColumns;
  declare label: string;
  /** what makes the chart uPlot's */
  declare options: (chart: CurveChart) => uPlot.Options;
  /** a curve that a reader has drawn */
  declare sketch: Sketch | null;
  /** takes a point that is being drawn; `null`: none can be */
  declare draw: ((x: number, y: number) => void) | null;
  static override styles = [
    base,
    unsafeCSS(uplotCss),
    css`
      /* What is drawn as wide as there is room for must not itself be what makes room. */
      :host {
        contain: inline-size;
        height: var(--figure-height);
      }
      .plot {
        border-radius: var(--radius-s);
      }
      .plot[data-drawn] {
        cursor: crosshair;
        touch-action: none;
      }
      .u-cursor-x {
        border-color: var(--control-line) !important;
      }
      /* What was drawn for the screen is as wide as the paper. */
      @media print {
        :host {
          height: auto;
        }
        .uplot,
        .u-wrap {
          width: auto !important;
          height: auto !important;
        }
        .u-over,
        .u-under {
          display: none;
        }
        canvas {
          height: auto !important;
        }
      }
    `,
  ];
  #plot: uPlot | undefined;
  #row: number | null = null;

  constructor() {
    super();
    this.options = curveOptions;
    this.sketch = this.draw = null;
    new Resizing(
      this,
      () => this,
      () => this.#plot?.setSize(this.#measure()),
    );
    new WhileConnected(this, () => {
      // One that comes back has lost its chart.
      this.requestUpdate('chart');
      return () => {
        this.#plot?.destroy();
        this.#plot = undefined;
      };
    });
  }

  override render() {
    return html`
      <div
        class="plot"
        tabindex="0"
        role="group"
        aria-label=${this.label}
        @click=${() => this.#pick(this.#plot!.posToVal(this.#plot!.cursor.top ?? 0, 'y'))}
        @keydown=${(event: KeyboardEvent) => this.#moveCursor(event)}
        @pointerdown=${(event: PointerEvent) => this.#draw(event)}
        @pointermove=${(event: PointerEvent) => event.buttons === 1 && this.#draw(event)}
        ?data-drawn=${this.draw !== null}
      ></div>
    `;
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('chart')) {
      const target = this.renderRoot.querySelector<HTMLElement>('.plot')!;
      const chart = {
        ...this.chart,
        ...this.#measure(),
        onCursor: (row: number | null) => this.#tell(row),
      };
      this.#plot?.destroy();
      this.#plot = new uPlot(this.#options(chart), this.columns, target);
    } else if (changed.has('columns')) {
      this.#plot?.setData(this.columns);
    } else if (changed.has('sketch')) {
      this.#plot?.redraw();
    }
  }

  #options(chart: CurveChart): uPlot.Options {
    const options = this.options(chart);
    const draw = (plot: uPlot) => this.sketch && drawSketch(plot, this.sketch);
    const { hooks } = options;
    return { ...options, hooks: { ...hooks, draw: [draw, ...(hooks?.draw ?? [])] } };
  }

  /** A point of the chart under the pointer. */
  #draw({ clientX, clientY }: PointerEvent): void {
    if (!this.draw || !this.#plot) return;
    const { left, top } = this.#plot.over.getBoundingClientRect();
    const x = this.#plot.posToVal(clientX - left, 'x');
    this.draw(x, this.#plot.posToVal(clientY - top, 'y'));
  }

  #measure(): { width: number; height: number } {
    const { clientWidth: width, clientHeight } = this;
    const isEnlarged = getComputedStyle(this).getPropertyValue('--figure-height') !== '';
    if (isEnlarged) return { width, height: clientHeight };
    return { width, height: Math.min(HIGHEST, Math.max(LOWEST, ASPECT * width)) };
  }

  #moveCursor(event: KeyboardEvent): void {
    if (event.key === 'Enter') return this.#pick(null);
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const xs = this.columns[0];
    if (direction === undefined || xs.length === 0 || !this.#plot) return;
    event.preventDefault();
    const row = this.#row === null ? xs.length - 1 : this.#row + direction;
    const x = xs[Math.min(xs.length - 1, Math.max(0, row))]!;
    this.#plot.setCursor({ left: this.#plot.valToPos(x, 'x'), top: 0 });
  }

  #pick(height: number | null): void {
    if (this.#row === null) return;
    const detail: Pick = { row: this.#row, height };
    this.dispatchEvent(new CustomEvent('pick', { detail }));
  }

  #tell(row: number | null): void {
    if (row === this.#row) return;
    this.#row = row;
    this.dispatchEvent(new CustomEvent<number | null>('cursor', { detail: row }));
  }
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

customElements.define('curve-plot', CurvePlot);
