import { css, html } from 'lit';
import { formatConfig } from '../../protocol/config';
import { readIterations } from '../../protocol/iterations';
import { currentLink } from '../experiment/address';
import '../experiment/core-prose';
import { loaded } from '../kit/loaded';
import { Refresh } from '../kit/refresh';
import type { Figure } from '../figure/figure';
import { FigureElement } from '../figure/figure-element';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { estimatorMark } from '../figure/estimator-mark';
import { summarize } from '../settings/run-summary';
import { seededSettings } from '../experiment/seeded';
import { base, surface } from '../kit/styles';
import { diagnosticStrings as words } from '../text/en/diagnostics';
import type * as OfSeeds from './figures-of-seeds';
import { type About, metricFigure, styleOf } from './metric-figure';
import { type Measured, type MetricLines, metricLines } from './metric-lines';
import { replayFigure, type Replayed } from './replay-figure';

/** Milliseconds between two updates of the charts. */
const REFRESH = 500;

/** What the algorithms of all runs measure as they learn, a chart for each metric. */
class RunDiagnostics extends FigureElement {
  static override properties = {
    metrics: { state: true },
    replays: { state: true },
    figures: { state: true },
  };
  declare private metrics: readonly MetricLines[];
  declare private replays: readonly Replayed[];
  /** of all seeds, by metric; none where there is one seed */
  declare private figures: ReadonlyMap<string, Figure>;
  static override styles = [base, surface, figures, styles()];
  /** once there are several seeds */
  #ofSeeds: typeof OfSeeds | undefined;
  /** whether the next figures are being computed: there are no others until they are there */
  #isBusy = false;

  constructor() {
    super();
    this.metrics = [];
    this.replays = [];
    this.figures = new Map();
    new Refresh(this, {
      every: REFRESH,
      state: () => this.#state(),
      draw: () => void this.#draw(),
    });
  }

  override render() {
    if (this.metrics.length === 0) return html`<p class="surface muted">${words().waiting}</p>`;
    return [...this.metrics.map((metric) => this.#metric(metric)), this.#replay()];
  }

  #metric(metric: MetricLines) {
    const runs = metric.lines.map(({ run }) => run);
    const ofSeeds = this.figures.get(metric.name);
    return this.#figure(metric.name, ofSeeds ?? metricFigure(metric, this.#about(runs)), runs);
  }

  #replay() {
    const runs = this.replays.filter(({ ranges }) => ranges.length > 0).map(({ run }) => run);
    const figure = replayFigure(this.replays, this.#about(runs));
    return figure && this.#figure('replay', figure, runs);
  }

  #figure(name: string, figure: Figure, runs: readonly Measured[]) {
    return html`
      <figure-frame data-metric=${name} .figure=${figure}>
        <ul slot="legend" class="legend">
          ${runs.map((run) => {
            const style = styleOf(run);
            return html`<li>${estimatorMark(style)} ${style.name}</li>`;
          })}
        </ul>
      </figure-frame>
    `;
  }

  #about(runs: readonly Measured[]): About {
    const { playground } = this;
    const settings = runs.map(({ id }) =>
      words().about(id, formatConfig(seededSettings(playground, id))),
    );
    return {
      settings: settings.join('; '),
      build: playground.catalog.build,
      link: currentLink(playground),
    };
  }

  #state(): string | null {
    if (this.#isBusy) return null;
    const { playground } = this;
    const all = playground.$seeds.get() > 1 ? this.#ofSeeds?.measuredState(playground) : '';
    return [
      all,
      ...playground.arms.map(({ id, run: { history } }) => {
        const settings = formatConfig(seededSettings(playground, id));
        return `${history.diagnostics.revision} ${history.replay?.data.join()} ${settings}`;
      }),
    ].join();
  }

  async #figuresOfSeeds(runs: readonly Measured[]): Promise<ReadonlyMap<string, Figure>> {
    if (this.playground.$seeds.get() === 1) return new Map();
    this.#ofSeeds ??= await loaded(() => import('./figures-of-seeds'));
    return this.#ofSeeds.figuresOfSeeds(this.playground, runs, (of) => this.#about(of));
  }

  async #draw(): Promise<void> {
    const { playground } = this;
    const summaries = summarize(playground.allResolved());
    const runs = playground.arms.map(({ id, run: { history } }, i) => ({
      id,
      resolved: playground.resolved(id),
      title: summaries[i]!.name,
      style: summaries[i]!.style,
      bins: history.diagnostics.bins.slice(),
    }));
    this.#isBusy = true;
    this.figures = await this.#figuresOfSeeds(runs);
    this.#isBusy = false;
    this.metrics = metricLines(runs);
    this.replays = runs.map((run, i) => ({
      run,
      ranges: readIterations(playground.arms[i]!.run.history.replay),
    }));
  }
}

function styles() {
  return css`
    :host {
      display: grid;
      gap: var(--space-4);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr));
    }
    p.surface {
      padding: var(--space-4);
    }
  `;
}

customElements.define('run-diagnostics', RunDiagnostics);
