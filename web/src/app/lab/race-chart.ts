import {
  css,
  html,
  LitElement,
  type PropertyValues,
  svg,
  type TemplateResult,
  unsafeCSS,
} from 'lit';
import uPlot from 'uplot';
import uplotCss from 'uplot/dist/uPlot.min.css?inline';
import { runDash } from '../../draw/line-style';
import type { Theme } from '../../draw/theme';
import { runColor } from '../color-theme';
import { base } from '../styles/shared';
import type { RaceColumns } from './race';
import { raceStrings as words } from './race-strings';

/** Outlines about the origin: with the dashes they tell the estimators apart without colour. */
const MARKERS = ['M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z', 'M-4-4h8v8h-8z', 'M0-5l5 9h-10z'];
const RUNS = ['a', 'b', 'c'];
// uPlot declares a const enum, which is not there at run time.
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const LOGARITHMIC: uPlot.Scale.Distr = 3;
const HEIGHT = 300;
/** Pixels between the markers of a line. */
const SPACING = 56;
/** Of the band, in hexadecimal digits after a colour. */
const OPACITY = '2e';

/** The line and the marker of a contestant. */
export function raceMark(index: number): TemplateResult {
  const color = `var(--run-${RUNS[index]!})`;
  return svg`
    <svg width="34" height="12" viewBox="-17 -6 34 12" aria-hidden="true">
      <line x1="-16" x2="16" stroke-width="2.5" stroke=${color}
        stroke-dasharray=${runDash(index).join(' ')} />
      <path d=${MARKERS[index]!} fill=${color} />
    </svg>`;
}

/** Excess against iterations, both logarithmic, with a band per contestant and the target. */
class RaceChart extends LitElement {
  static override properties = {
    columns: { attribute: false },
    target: { attribute: false },
    theme: { attribute: false, hasChanged: differs },
  };
  declare columns: RaceColumns;
  declare target: number;
  declare theme: Theme;
  static override styles = [
    base,
    unsafeCSS(uplotCss),
    css`
      :host {
        min-width: 0;
      }
    `,
  ];
  #plot: uPlot | undefined;
  #resizing = new ResizeObserver(() =>
    this.#plot?.setSize({ width: this.clientWidth, height: HEIGHT }),
  );

  override render() {
    return html`<div class="plot" role="img" aria-label=${words.chart}></div>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizing.observe(this);
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('theme') || changed.has('target')) {
      this.#plot?.destroy();
      const target = this.renderRoot.querySelector<HTMLElement>('.plot')!;
      this.#plot = new uPlot(this.#options(), this.columns, target);
    } else if (changed.has('columns')) {
      this.#plot?.setData(this.columns);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizing.disconnect();
  }

  #options(): uPlot.Options {
    const { theme } = this;
    const font = `12px ${theme.font}`;
    const axis = { stroke: theme.muted, font, labelFont: font, labelSize: 18 };
    const grid = { stroke: theme.line, width: 1 };
    return {
      width: this.clientWidth,
      height: HEIGHT,
      padding: [12, 24, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: {
          time: false,
          distr: LOGARITHMIC,
          range: (_plot, _min, max) => [1, Math.max(10, max || 10)],
        },
        y: {
          distr: LOGARITHMIC,
          range: (_plot, min, max) => [
            Math.min(min || Infinity, this.target) / 2,
            Math.max(max || 0, 1),
          ],
        },
      },
      axes: [
        { ...axis, label: words.xLabel, size: 28, grid, ticks: { show: false } },
        { ...axis, label: words.yLabel, size: 56, grid, ticks: { show: false } },
      ],
      series: [{}, ...RUNS.flatMap((_id, index) => contestantSeries(index))],
      bands: RUNS.map((id, index) => ({
        series: [3 * index + 3, 3 * index + 2],
        fill: runColor(id) + OPACITY,
      })),
      hooks: { draw: [(plot) => this.#drawTarget(plot), drawMarkers] },
    };
  }

  #drawTarget(plot: uPlot): void {
    const { ctx: context, bbox } = plot;
    const ratio = uPlot.pxRatio;
    const y = plot.valToPos(this.target, 'y', true);
    context.save();
    context.strokeStyle = context.fillStyle = this.theme.muted;
    context.lineWidth = ratio;
    context.setLineDash([ratio, 3 * ratio]);
    context.beginPath();
    context.moveTo(bbox.left, y);
    context.lineTo(bbox.left + bbox.width, y);
    context.stroke();
    context.font = `${11 * ratio}px ${this.theme.font}`;
    context.textAlign = 'left';
    context.textBaseline = 'top';
    context.fillText(words.target(this.target), bbox.left + 4 * ratio, y + 3 * ratio);
    context.restore();
  }
}

function contestantSeries(index: number): uPlot.Series[] {
  const edge = { stroke: 'transparent', width: 0, spanGaps: true, points: { show: false } };
  const line = {
    stroke: runColor(RUNS[index]!),
    width: 2.25,
    dash: runDash(index),
    spanGaps: true,
    points: { show: false },
  };
  return [line, edge, edge];
}

function drawMarkers(plot: uPlot): void {
  const { ctx: context, data } = plot;
  const ratio = uPlot.pxRatio;
  RUNS.forEach((id, index) => {
    const path = new Path2D(MARKERS[index]);
    let last = -Infinity;
    data[3 * index + 1]?.forEach((value, row) => {
      const x = plot.valToPos(data[0][row]!, 'x', true);
      if (value == null || x - last < SPACING * ratio) return;
      last = x;
      context.save();
      context.translate(x, plot.valToPos(value, 'y', true));
      context.scale(ratio, ratio);
      context.fillStyle = runColor(id);
      context.fill(path);
      context.restore();
    });
  });
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

customElements.define('race-chart', RaceChart);
