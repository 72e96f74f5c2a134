import { css, html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import formulas from 'virtual:metric-formulas';
import { formatConfig } from '../../protocol/config';
import { $theme } from '../kit/color-theme';
import { PlaygroundElement } from '../experiment/element';
import { onAnimationFrame } from '../kit/frames';
import { InView } from '../kit/in-view';
import { WhileConnected } from '../kit/while-connected';
import '../figure/lab-figure';
import { estimatorMark } from '../figure/estimator-mark';
import { summarize } from '../settings/run-summary';
import { seededSettings } from '../experiment/seeded';
import { base, surface } from '../kit/styles';
import { diagnosticStrings as words } from '../text/en/diagnostics';
import { metricContent, styleOf } from './metric-figure';
import { type MetricLines, metricLines } from './metric-lines';

/** Milliseconds between two updates of the charts. */
const REFRESH = 500;

/** What the algorithms of all runs measure as they learn, a chart for each metric. */
class RunDiagnostics extends PlaygroundElement {
  static override properties = { metrics: { state: true } };
  declare private metrics: readonly MetricLines[];
  static override styles = [base, surface, styles()];
  #shown = '';
  #updated = -REFRESH;
  readonly #inView = new InView(this);

  constructor() {
    super();
    this.metrics = [];
    new WhileConnected(this, () => onAnimationFrame((now) => this.#refresh(now)));
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
    const about = { settings: settings.join('; '), build: playground.catalog.build };
    return html`
      <lab-figure data-metric=${metric.name} .content=${metricContent(metric, about)}>
        <details slot="controls">
          <summary aria-label=${words().formulaOf(metric.title)}>${words().formula}</summary>
          ${metric.definitions.map(
            ({ formula, help, runs }) => html`
              <p>
                ${metric.definitions.length > 1 ? html`<b>${runs.join(', ')}</b>` : ''}
                ${unsafeHTML(formulas[formula] ?? '')}
              </p>
              <p class="muted">${help}</p>
            `,
          )}
        </details>
        <ul slot="legend">
          ${metric.lines.map(({ run }) => {
            const style = styleOf(run);
            return html`<li>${estimatorMark(style)} ${style.name}</li>`;
          })}
        </ul>
      </lab-figure>
    `;
  }

  #refresh(now: number): void {
    const { playground } = this;
    if (!this.#inView.isSeen || now - this.#updated < REFRESH) return;
    const { arms } = playground;
    const settings = arms.map(({ id }) => formatConfig(seededSettings(playground, id)));
    const shown = arms.map(
      ({ run: { history } }, i) => `${history.diagnostics.revision} ${settings[i]}`,
    );
    if (shown.join() === this.#shown) return;
    this.#shown = shown.join();
    this.#updated = now;
    const summaries = summarize(playground.allResolved());
    this.metrics = metricLines(
      arms.map(({ id, run: { history } }, i) => ({
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
    details {
      font-size: var(--text-s);
    }
    summary {
      min-height: var(--touch);
      padding: var(--space-3) 0;
      cursor: pointer;
    }
    details p {
      padding-bottom: var(--space-2);
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-4);
      padding: 0;
      font-size: var(--text-s);
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--space-2);
    }
  `;
}

customElements.define('run-diagnostics', RunDiagnostics);
