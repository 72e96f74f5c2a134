import { html, nothing } from 'lit';
import { gradientOptions } from '../../draw/gradient-curves';
import { $theme, drawingTheme, runColor } from '../kit/color-theme';
import { PlaygroundElement } from '../experiment/element';
import type { Freeze } from '../experiment/freeze';
import { formatCount } from '../text/format';
import { spread } from './spread';
import { loaded } from '../kit/loaded';
import { Refresh } from '../kit/refresh';
import {
  gradientColumns,
  type GradientLine,
  gradientLines,
  mostProbes,
  nearestLine,
  type Probed,
  type Quantity,
  withoutVariance,
} from './gradient-lines';
import { nameOf, styleOf } from './gradient-looks';
import { estimatorMark } from '../figure/estimator-mark';
import signalToNoise from './gradient-signal-to-noise.tex';
import variance from './gradient-variance.tex';
import type { ArmId } from '../settings/arms';
import { seededSettings } from '../experiment/seeded';
import { curveStrings } from '../text/en/curves';
import { words } from '../text/en/gradient';
import { base, buttons, segments } from '../kit/styles';
import { curveStyles } from './curve-styles';
import '../figure/curve-plot';
import type { LaterFigure } from '../figure/figure';
import '../figure/figure-frame';
import { figures } from '../figure/figure-styles';
import type { Pick } from '../figure/curve-plot';
import { segmented } from '../kit/segmented';

const FORMULAS = { variance, signalToNoise };
const QUANTITIES: readonly Quantity[] = ['variance', 'signalToNoise'];
/** Milliseconds between two updates of the chart. */
const REFRESH = 500;

/**
 * What gradient estimates scatter in all runs, as they learn; nothing while nothing was measured.
 * Fires `freeze` for a step that is clicked.
 */
class GradientCurves extends PlaygroundElement {
  static override properties = {
    quantity: { state: true },
    probed: { state: true },
    cursorRow: { state: true },
    error: { state: true },
  };
  declare private quantity: Quantity;
  declare private probed: readonly Probed[];
  declare private cursorRow: number | null;
  /** why a run could not be frozen */
  declare private error: string;
  static override styles = [base, segments, buttons, figures, curveStyles];

  constructor() {
    super();
    this.quantity = 'variance';
    this.probed = [];
    this.cursorRow = null;
    this.error = '';
    new Refresh(this, { every: REFRESH, state: () => this.#state(), draw: () => this.#draw() });
  }

  protected override stores() {
    return [this.playground.$settings, this.playground.$seeds, $theme];
  }

  override render() {
    const lines = gradientLines(this.probed, this.quantity);
    if (lines.length === 0) return nothing;
    const columns = gradientColumns(lines);
    const steps = columns[0][this.cursorRow ?? columns[0].length - 1] ?? NaN;
    return html`
      <figure-frame .figure=${this.#figure(lines)}>
        <div slot="controls">
          ${segmented(words().show, 'quantity', this.#quantities(), this.quantity, (value) => {
            this.quantity = value;
          })}
        </div>
        <div slot="picture" class="curves">
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
          <div class="choices">${this.#freezers(lines, steps)}</div>
          ${this.error === '' ? nothing : html`<p class="error" role="alert">${this.error}</p>`}
          <p class="caption muted">${this.#caption(lines)}</p>
        </div>
      </figure-frame>
      ${this.#ofSeeds()}
    `;
  }

  /** The same of all seeds, where there are several. */
  #ofSeeds() {
    if (this.playground.$seeds.get() === 1) return nothing;
    void loaded(() => import('./gradient-bands'));
    return html`
      <gradient-bands .playground=${this.playground} .quantity=${this.quantity}></gradient-bands>
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
    if (!this.playground.isTraceable) return nothing;
    const ids = new Set(lines.filter(({ points }) => points.has(steps)).map(({ run }) => run));
    return [...ids].map(
      (id) => html`
        <button @click=${() => this.#freeze(id, steps)}>
          ${words().freeze(id, formatCount(steps))}
        </button>
      `,
    );
  }

  #caption(lines: readonly GradientLine[]): string {
    const seeds = this.probed.map(({ id, resolved }) =>
      curveStrings().seedOf(id, resolved.values.get('seed') ?? ''),
    );
    return [words().caption(seeds.join(', '), ...this.#counts()), words().bins(mostProbes(lines))]
      .join(' ')
      .trim();
  }

  /** Of states, and of estimates in each. */
  #counts(): [string, string] {
    const { states, repeats } = this.playground.catalog.probe;
    return [String(states), String(repeats)];
  }

  #figure(lines: readonly GradientLine[]): LaterFigure {
    const { quantity } = this;
    return {
      title: words().title,
      table: words().table,
      formulas: [{ mathml: FORMULAS[quantity], text: words().formulaNote(...this.#counts()) }],
      load: async () => {
        const { gradientFigure } = await loaded(() => import('./gradient-figure'));
        const { currentLink } = await loaded(() => import('../experiment/address'));
        return gradientFigure({
          lines: lines.map((line) => ({ ...line, name: nameOf(line), look: styleOf(line) })),
          settings: this.playground.arms.map(({ id }) => ({
            id,
            settings: seededSettings(this.playground, id),
          })),
          quantity,
          caption: this.#caption(lines),
          build: this.playground.catalog.build,
          link: currentLink(this.playground),
        });
      },
    };
  }

  #freeze(run: ArmId, steps: number): void {
    if (!this.playground.isTraceable) return;
    this.error = '';
    const refuse = (reason: string) =>
      (this.error = words().notFrozen(run, formatCount(steps), reason));
    const detail: Freeze = { run, steps, refuse };
    this.dispatchEvent(new CustomEvent('freeze', { detail, bubbles: true, composed: true }));
  }

  #state(): string | null {
    const { arms, $phase } = this.playground;
    if ($phase.get() !== 'ready') return null;
    return arms.map(({ run: { history } }) => history.probes.revision).join();
  }

  #draw(): void {
    this.probed = this.playground.arms.map(({ id, run: { history } }) => ({
      id,
      resolved: this.playground.resolved(id),
      bins: history.probes.bins.slice(),
    }));
  }
}

customElements.define('gradient-curves', GradientCurves);
