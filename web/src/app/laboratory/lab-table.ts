import { lowest } from '../../draw/extent';
import { css, html, nothing } from 'lit';
import type { LabResult } from '../../protocol/lab';
import { $theme } from '../kit/color-theme';
import { formatCount } from '../text/format';
import { base, buttons } from '../kit/styles';
import { aboutLab, linkOfLab } from './about';
import '../figure/figure-frame';
import type { Figure } from '../figure/figure';
import { figures, formulas } from '../figure/figure-styles';
import { tables } from '../figure/data-table';
import { type Column, COLUMNS, explained } from './explained';
import { LabElement } from './lab-element';
import { labStrings } from '../text/en/laboratory';
import { estimatorMark } from '../figure/estimator-mark';
import { figureRows } from './figure-rows';
import { figure, withError } from '../text/numbers';
import { comparedResult } from './plan';
import { styleOf } from './variants';
import { isWrong } from './verdict';

const words = () => labStrings().table;

interface Row {
  /** of the variant */
  id: string;
  result: LabResult;
}

/** Every figure of every estimator at the samples they are compared with. */
class LabTable extends LabElement {
  static override properties = { ...LabElement.properties, opened: { state: true } };
  declare private opened: Column | null;
  static override styles = [base, buttons, figures, formulas, tables, styles()];

  constructor() {
    super();
    this.opened = null;
  }

  override render() {
    const rows = this.#rows();
    if (rows.length === 0) return nothing;
    return html`
      <figure-frame .figure=${this.#figure(rows)}>
        <div slot="picture">
          <p class="caption muted">${words().choose}</p>
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
          <p class="caption muted">${captionOf(rows)}</p>
        </div>
      </figure-frame>
    `;
  }

  #figure(rows: readonly Row[]): Figure {
    const results = rows.map(({ result }) => result);
    return {
      title: words().title,
      caption: captionOf(rows),
      about: aboutLab(this.lab, results),
      build: this.lab.catalog.build,
      link: linkOfLab(this.lab),
      file: 'gradient-lab-figures',
      rows: () => figureRows(rows),
    };
  }

  #rows(): Row[] {
    const settings = this.lab.$settings.get()!;
    return this.lab.variants().flatMap((variant) => {
      const result = comparedResult(variant, settings, this.lab.results);
      return result ? [{ id: variant.id, result }] : [];
    });
  }

  #heading(column: Column) {
    const { title } = words().columns[column];
    const isOpen = this.opened === column;
    return html`
      <th scope="col">
        <button
          class="quiet"
          aria-expanded=${isOpen}
          aria-label=${words().heading(title)}
          @click=${() => (this.opened = isOpen ? null : column)}
        >
          ${title}
        </button>
      </th>
    `;
  }

  #explanation() {
    if (this.opened === null) return nothing;
    return explained(this.opened).map(
      ({ mathml, text }) => html`
        <div class="formula" role="status">
          <div .innerHTML=${mathml}></div>
          <p>${text}</p>
        </div>
      `,
    );
  }

  #row({ id, result }: Row) {
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
}

function captionOf(rows: readonly Row[]): string {
  return words().caption(formatCount(lowest(rows.map(({ result }) => result.repeats))));
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
    div[slot] {
      display: grid;
      gap: var(--space-2);
      min-width: 0;
    }
    th,
    td {
      padding: var(--space-2);
      white-space: nowrap;
    }
    thead th {
      padding: 0;
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
      font-size: var(--text-s);
    }
  `;
}

customElements.define('lab-table', LabTable);
