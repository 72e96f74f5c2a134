import { lowest } from '../../draw/extent';
import { css, html, nothing } from 'lit';
import type { LabResult } from '../../protocol/lab';
import { $theme } from '../kit/color-theme';
import { formatCount } from '../text/format';
import { base, buttons, surface } from '../kit/styles';
import { aboutLab } from './about';
import { takeRows } from '../figure/export';
import { figureWords } from '../text/en/figure';
import bias from './formulas/bias.tex';
import cosine from './formulas/cosine.tex';
import efficiency from './formulas/efficiency.tex';
import evaluations from './formulas/evaluations.tex';
import mean from './formulas/mean.tex';
import mse from './formulas/mse.tex';
import seconds from './formulas/seconds.tex';
import snr from './formulas/snr.tex';
import variance from './formulas/variance.tex';
import { LabElement } from './lab-element';
import { labStrings } from '../text/en/laboratory';
import { estimatorMark } from '../figure/estimator-mark';
import { figureRows } from './figure-rows';
import { figure, withError } from '../text/numbers';
import { comparedResult } from './plan';
import { styleOf } from './variants';
import { isWrong } from './verdict';

type Column = keyof ReturnType<typeof labStrings>['table']['columns'];

const words = () => labStrings().table;
const formulas: Readonly<Record<Column, string>> = {
  mean,
  variance,
  bias,
  mse,
  snr,
  cosine,
  evaluations,
  seconds,
  efficiency,
};
const COLUMNS = Object.keys(formulas) as Column[];

/** Every figure of every estimator at the samples they are compared with. */
class LabTable extends LabElement {
  static override properties = { ...LabElement.properties, explained: { state: true } };
  declare private explained: Column | null;
  static override styles = [base, surface, buttons, styles()];

  constructor() {
    super();
    this.explained = null;
  }

  override render() {
    const rows = this.#rows();
    if (rows.length === 0) return nothing;
    const repeats = lowest(rows.map(({ result }) => result.repeats));
    return html`
      <section class="surface" aria-labelledby="title">
        <h2 id="title" class="heading">${words().title}</h2>
        <p class="muted hint">${words().choose}</p>
        <div class="scroll" tabindex="0" role="region" aria-label=${words().region}>
          <table class="number">
            <thead>
              <tr>
                <th scope="col">${words().estimator}</th>
                ${COLUMNS.map((column) => this.#heading(column))}
              </tr>
            </thead>
            <tbody>
              ${rows.map((row) => this.#row(row))}
            </tbody>
          </table>
        </div>
        ${this.#explanation()}
        <p class="muted hint">${words().caption(formatCount(repeats))}</p>
        <div>
          <button class="quiet" @click=${() => this.#save()}>${figureWords().kinds.csv}</button>
        </div>
      </section>
    `;
  }

  #rows(): { id: string; title: string; result: LabResult }[] {
    const settings = this.lab.$settings.get()!;
    return this.lab.variants().flatMap((variant) => {
      const result = comparedResult(variant, settings, this.lab.results);
      return result ? [{ id: variant.id, title: variant.title, result }] : [];
    });
  }

  #heading(column: Column) {
    const { title } = words().columns[column];
    const isOpen = this.explained === column;
    return html`
      <th scope="col">
        <button
          class="quiet"
          aria-expanded=${isOpen}
          aria-label=${words().heading(title)}
          @click=${() => (this.explained = isOpen ? null : column)}
        >
          ${title}
        </button>
      </th>
    `;
  }

  #explanation() {
    const { explained } = this;
    if (explained === null) return nothing;
    return html`
      <div class="formula" role="status">
        <div .innerHTML=${formulas[explained]}></div>
        <p>${words().columns[explained].help}</p>
      </div>
    `;
  }

  #row({ id, result }: { id: string; result: LabResult }) {
    const style = styleOf(id, $theme.get());
    return html`
      <tr data-variant=${id}>
        <th scope="row">
          <span class="name"
            >${estimatorMark(style)} ${style.name} <small>N = ${result.samples}</small></span
          >
        </th>
        ${COLUMNS.map((column) => html`<td data-column=${column}>${cellOf(column, result)}</td>`)}
      </tr>
    `;
  }

  #save(): void {
    const rows = this.#rows();
    const about = aboutLab(
      this.lab,
      rows.map(({ result }) => result),
    );
    takeRows('gradient-lab-figures', figureRows(rows), about, this.lab.catalog.build);
  }
}

const micro = (seconds: number | null) => seconds && seconds * 1e6;

function cellOf(column: Column, result: LabResult): string {
  switch (column) {
    case 'mean': {
      const { mean, mean_standard_error: errors } = result;
      const parts = mean.slice(0, 2).map((value, i) => withError(value, errors[i] ?? null));
      return `(${parts.join(', ')}${result.mean.length > 2 ? ', …' : ''})`;
    }
    case 'variance':
      return withError(result.total_variance, result.total_variance_standard_error);
    case 'bias': {
      const text = withError(result.bias_squared, result.bias_squared_standard_error);
      return isWrong(result) ? `${text} (${labStrings().parts.wrong})` : text;
    }
    case 'mse':
      return withError(result.mean_squared_error, result.mean_squared_error_standard_error);
    case 'snr':
      return withError(result.snr, result.snr_standard_error);
    case 'cosine':
      return withError(result.cosine, result.cosine_standard_error);
    case 'evaluations':
      return `${figure(result.forward_evaluations)} + ${figure(result.backward_evaluations)}`;
    case 'seconds':
      return withError(
        micro(result.seconds_per_estimate),
        micro(result.seconds_per_estimate_standard_error),
      );
    case 'efficiency':
      return withError(result.efficiency, result.efficiency_standard_error);
  }
}

function styles() {
  return css`
    :host {
      min-width: 0;
    }
    section {
      display: grid;
      gap: var(--space-2);
      min-width: 0;
      padding: var(--space-4);
    }
    section > * {
      min-width: 0;
    }
    .hint {
      font-size: var(--text-xs);
    }
    .scroll {
      overflow-x: auto;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: var(--text-s);
    }
    th,
    td {
      padding: var(--space-2);
      border-bottom: 1px solid var(--line);
      text-align: right;
      white-space: nowrap;
    }
    th:first-child {
      text-align: left;
      font-weight: 600;
    }
    thead th {
      padding: 0;
      vertical-align: bottom;
    }
    thead button {
      padding: 0 var(--space-2);
      text-decoration: underline dotted;
      text-underline-offset: 0.25em;
      white-space: nowrap;
    }
    .name {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
    }
    small {
      color: var(--muted);
      font-weight: 400;
    }
    .formula {
      display: grid;
      gap: var(--space-2);
      padding: var(--space-3);
      border-radius: var(--radius-s);
      background: var(--sunken);
      overflow-x: auto;
      font-size: var(--text-s);
    }
  `;
}

customElements.define('lab-table', LabTable);
