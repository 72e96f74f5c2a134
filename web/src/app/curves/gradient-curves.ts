import { html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { gradientOptions, lineMarker } from '../../draw/gradient-curves';
import type { EstimatorStyle } from '../../draw/lab/marker';
import { runDash } from '../../draw/line-style';
import { $theme, drawingTheme, runColor } from '../kit/color-theme';
import { PlaygroundElement } from '../experiment/element';
import { formatCount, formatValue, NOTHING } from '../text/format';
import { onAnimationFrame } from '../kit/frames';
import { InView } from '../kit/in-view';
import { loaded } from '../kit/loaded';
import { WhileConnected } from '../kit/while-connected';
import {
  gradientColumns,
  type GradientLine,
  gradientLines,
  mostProbes,
  nearestLine,
  type Point,
  type Probed,
  type Quantity,
  withoutVariance,
} from './gradient-lines';
import type { FileKind } from '../figure/export';
import { estimatorMark } from '../figure/estimator-mark';
import { takeButtons, takeStyles } from '../figure/take-buttons';
import signalToNoise from './gradient-signal-to-noise.tex';
import variance from './gradient-variance.tex';
import type { ArmId } from '../settings/arms';
import { seededSettings } from '../experiment/seeded';
import { strings } from '../text/en/page';
import { words } from '../text/en/gradient';
import { curvesStyles } from '../figure/curves-styles';
import { base, buttons, segments, surface } from '../kit/styles';
import '../figure/curve-plot';
import type { Pick } from '../figure/curve-plot';
import { segmented } from '../kit/segmented';

const FORMULAS = { variance, signalToNoise };
const QUANTITIES: readonly Quantity[] = ['variance', 'signalToNoise'];
/** Milliseconds between two updates of the chart, and while it is out of sight. */
const REFRESH = 500;
const REFRESH_UNSEEN = 2000;

/** A run to be frozen as it was at an environment step. */
export interface Freeze {
  run: ArmId;
  steps: number;
}

/**
 * What gradient estimates scatter in all runs, as they learn; nothing while nothing was measured.
 * Fires `freeze` for a step that is clicked.
 */
class GradientCurves extends PlaygroundElement {
  static override properties = {
    quantity: { state: true },
    probed: { state: true },
    cursorRow: { state: true },
    hasTable: { state: true },
  };
  declare private quantity: Quantity;
  declare private probed: readonly Probed[];
  declare private cursorRow: number | null;
  declare private hasTable: boolean;
  static override styles = [base, surface, segments, buttons, curvesStyles, takeStyles];
  #shown = '';
  #updated = 0;
  readonly #inView = new InView(this);

  constructor() {
    super();
    this.quantity = 'variance';
    this.probed = [];
    this.cursorRow = null;
    this.hasTable = false;
    new WhileConnected(this, () => onAnimationFrame((now) => this.#refresh(now)));
  }

  protected override stores() {
    return [this.playground.$settings, $theme];
  }

  override render() {
    const lines = gradientLines(this.probed, this.quantity);
    if (lines.length === 0) return nothing;
    const columns = gradientColumns(lines);
    const steps = columns[0][this.cursorRow ?? columns[0].length - 1] ?? NaN;
    return html`
      <section class="surface" aria-labelledby="title">
        <div class="top">
          <h2 id="title" class="heading">${words().title}</h2>
          ${segmented(words().show, 'quantity', this.#quantities(), this.quantity, (value) => {
            this.quantity = value;
          })}
        </div>
        <ul class="legend">
          ${lines.map((line) => html`<li>${estimatorMark(styleOf(line))} ${nameOf(line)}</li>`)}
        </ul>
        ${this.#without()}
        <curve-plot
          .chart=${this.#chart(lines)}
          .columns=${columns}
          .options=${gradientOptions}
          .label=${`${words().title}. ${words().keys}`}
          @cursor=${(event: CustomEvent<number | null>) => (this.cursorRow = event.detail)}
          @pick=${({ detail }: CustomEvent<Pick>) => {
            const at = columns[0][detail.row] ?? NaN;
            const line = nearestLine(lines, at, detail.height);
            if (line) this.#freeze(line.run, at);
          }}
        ></curve-plot>
        <p class="read-out number" aria-live=${this.cursorRow === null ? 'off' : 'polite'}>
          ${this.#readOut(lines, steps)}
        </p>
        <div class="top">${this.#freezers(lines, steps)}</div>
        ${this.#notes(lines)} ${this.#table(lines, columns[0])}
        ${takeButtons(words().title, (kind) => void this.#take(kind, lines))}
      </section>
    `;
  }

  #without() {
    return withoutVariance(this.probed).map(
      (id) => html`<p class="caption">${words().without(id)}</p>`,
    );
  }

  #quantities() {
    return QUANTITIES.map((value) => ({ value, text: words().quantity[value] }));
  }

  #chart(lines: readonly GradientLine[]) {
    return {
      runs: [],
      lines: lines.map((line) => {
        const { run, style, isActive } = line;
        return { name: nameOf(line), color: runColor(run), style, isActive };
      }),
      references: [],
      xLabel: words().xLabel,
      yLabel: words().yLabel[this.quantity],
      theme: drawingTheme('--surface'),
    };
  }

  #readOut(lines: readonly GradientLine[], steps: number) {
    const values = lines.map((line) => words().value(nameOf(line), spread(line.points.get(steps))));
    return words().readOut(formatCount(steps), values.join(', '));
  }

  #freezers(lines: readonly GradientLine[], steps: number) {
    const ids = new Set(lines.filter(({ points }) => points.has(steps)).map(({ run }) => run));
    return [...ids].map(
      (id) => html`
        <button @click=${() => this.#freeze(id, steps)}>
          ${words().freeze(id, formatCount(steps))}
        </button>
      `,
    );
  }

  #notes(lines: readonly GradientLine[]) {
    const { states, repeats } = this.playground.catalog.probe;
    const seeds = this.probed.map(({ id, resolved }) =>
      strings().curves.seedOf(id, resolved.values.get('seed') ?? ''),
    );
    const counts = [String(states), String(repeats)] as const;
    return html`
      <p class="caption muted">
        ${words().caption(seeds.join(', '), ...counts)} ${words().bins(mostProbes(lines))}
      </p>
      <details>
        <summary>${words().formula}</summary>
        <div class="scroll">${unsafeHTML(FORMULAS[this.quantity])}</div>
        <p class="caption muted">${words().formulaNote(...counts)}</p>
      </details>
    `;
  }

  #table(lines: readonly GradientLine[], xs: readonly number[]) {
    return html`
      <details @toggle=${(event: ToggleEvent) => (this.hasTable = event.newState === 'open')}>
        <summary>${words().table}</summary>
        ${this.hasTable ? table(lines, xs) : nothing}
      </details>
    `;
  }

  async #take(kind: FileKind, lines: readonly GradientLine[]): Promise<void> {
    const { takeGradientCurves } = await loaded(() => import('./gradient-export'));
    const width = this.renderRoot.querySelector('section')!.clientWidth;
    const { build, probe } = this.playground.catalog;
    await takeGradientCurves(kind, {
      lines: lines.map((line) => ({ ...line, name: nameOf(line), look: styleOf(line) })),
      runs: this.playground.arms.map(({ id }) => ({
        id,
        settings: seededSettings(this.playground, id),
      })),
      ...{ build, probe, width, quantity: this.quantity },
    });
  }

  #freeze(run: ArmId, steps: number): void {
    const detail: Freeze = { run, steps };
    this.dispatchEvent(new CustomEvent('freeze', { detail, bubbles: true, composed: true }));
  }

  #refresh(now: number): void {
    const { arms } = this.playground;
    const interval = this.#inView.isSeen ? REFRESH : REFRESH_UNSEEN;
    if (now - this.#updated < interval || this.playground.$phase.get() !== 'ready') return;
    const shown = arms.map(({ run: { history } }) => history.probes.revision).join();
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#updated = now;
    this.probed = arms.map(({ id, run: { history } }) => ({
      id,
      resolved: this.playground.resolved(id),
      bins: history.probes.bins.slice(),
    }));
  }
}

function styleOf({ run, style }: GradientLine): EstimatorStyle {
  return { name: run, color: runColor(run), dash: runDash(style), marker: lineMarker(style) };
}

function nameOf({ run, title, isActive }: GradientLine): string {
  return words().line(run, isActive ? words().trains(title) : title);
}

function spread(point: Point | null | undefined): string {
  if (!point) return NOTHING;
  const short = (value: number) => formatValue(Number(value.toPrecision(2)));
  return words().spread(short(point.value), short(point.error));
}

function table(lines: readonly GradientLine[], xs: readonly number[]) {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${words().table}>
      <table class="number">
        <thead>
          <tr>
            <th scope="col">${words().xLabel}</th>
            ${lines.map((line) => html`<th scope="col">${nameOf(line)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${xs.map(
            (x) => html`
              <tr>
                <th scope="row">${formatCount(x)}</th>
                ${lines.map(({ points }) => html`<td>${spread(points.get(x))}</td>`)}
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

customElements.define('gradient-curves', GradientCurves);
