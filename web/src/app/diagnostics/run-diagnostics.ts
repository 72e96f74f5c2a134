import { css, html } from 'lit';
import { formatConfig } from '../../protocol/config';
import { $theme } from '../kit/color-theme';
import { currentLink } from '../experiment/address';
import '../experiment/core-prose';
import { PlaygroundElement } from '../experiment/element';
import { Refresh } from '../kit/refresh';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { estimatorMark } from '../figure/estimator-mark';
import { summarize } from '../settings/run-summary';
import { seededSettings } from '../experiment/seeded';
import { base, surface } from '../kit/styles';
import { diagnosticStrings as words } from '../text/en/diagnostics';
import { metricFigure, styleOf } from './metric-figure';
import { type MetricLines, metricLines } from './metric-lines';

/** Milliseconds between two updates of the charts. */
const REFRESH = 500;

/** What the algorithms of all runs measure as they learn, a chart for each metric. */
class RunDiagnostics extends PlaygroundElement {
  static override properties = { metrics: { state: true } };
  declare private metrics: readonly MetricLines[];
  static override styles = [base, surface, figures, styles()];

  constructor() {
    super();
    this.metrics = [];
    new Refresh(this, { every: REFRESH, state: () => this.#state(), draw: () => this.#draw() });
  }

  protected override stores() {
    return [$theme];
  }

  override render() {
    if (this.metrics.length === 0) return html`<p class="surface muted">${words().waiting}</p>`;
    return this.metrics.map((metric) => this.#figure(metric));
  }

  #figure(metric: MetricLines) {
    const { playground } = this;
    const settings = metric.lines.map(({ run: { id } }) =>
      words().about(id, formatConfig(seededSettings(playground, id))),
    );
    const about = {
      settings: settings.join('; '),
      build: playground.catalog.build,
      link: currentLink(playground),
    };
    return html`
      <figure-frame data-metric=${metric.name} .figure=${metricFigure(metric, about)}>
        <ul slot="legend" class="legend">
          ${metric.lines.map(({ run }) => {
            const style = styleOf(run);
            return html`<li>${estimatorMark(style)} ${style.name}</li>`;
          })}
        </ul>
      </figure-frame>
    `;
  }

  #state(): string {
    const { playground } = this;
    return playground.arms
      .map(({ id, run: { history } }) => {
        const settings = formatConfig(seededSettings(playground, id));
        return `${history.diagnostics.revision} ${settings}`;
      })
      .join();
  }

  #draw(): void {
    const { playground } = this;
    const summaries = summarize(playground.allResolved());
    this.metrics = metricLines(
      playground.arms.map(({ id, run: { history } }, i) => ({
        id,
        resolved: playground.resolved(id),
        title: summaries[i]!.title,
        style: summaries[i]!.style,
        bins: history.diagnostics.bins.slice(),
      })),
    );
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
