import { highest } from '../../draw/extent';
import { css, html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import '../experiment/core-prose';
import { PlaygroundElement } from '../experiment/element';
import { dataTable, tables } from '../figure/data-table';
import { figures, formulas } from '../figure/figure-styles';
import { formatValue } from '../text/format';
import type { Resolved } from '../settings/settings';
import { about, story } from '../text/en/story';
import { base, surface } from '../kit/styles';
import varianceRatio from '../kit/variance-ratio.tex';

const largestReturn = () => highest(story().outcome.rows.map(({ value }) => -value));

/** The explanation of what the runs show, with reference figures where there are some. */
class StoryText extends PlaygroundElement {
  static override styles = [base, surface, figures, formulas, tables, styles()];

  protected override stores() {
    return [this.playground.$settings];
  }

  override render() {
    const all = this.playground.allResolved();
    const { of } = story();
    const isTold = all.every(
      ({ environment, algorithm }) =>
        environment.id === of.environment && algorithm.id === of.algorithm,
    );
    return isTold ? this.#story() : this.#about(all);
  }

  /** What the catalog says of environments and algorithms that have no story. */
  #about(all: readonly Resolved[]) {
    const environments = new Set(all.map(({ environment }) => environment));
    const algorithms = new Set(all.map(({ algorithm }) => algorithm));
    return html`
      <section class="surface" aria-labelledby="title">
        <h2 id="title" class="heading">${about().title}</h2>
        <div class="columns">
          ${[...environments, ...algorithms].map(
            ({ title, help, source }) => html`
              <div class="part">
                <h3>${title}</h3>
                <p class="text">${help}</p>
                <p class="text source muted">${about().source(source)}</p>
              </div>
            `,
          )}
        </div>
      </section>
    `;
  }

  #story() {
    return html`
      <section class="surface" aria-labelledby="title">
        <h2 id="title" class="heading">${story().title}</h2>
        ${story().opening.map((paragraph) => html`<p class="text">${paragraph}</p>`)}
        <div class="columns">${this.#outcome()} ${this.#dimension()}</div>
        <p class="text">${story().caveat}</p>
      </section>
    `;
  }

  #outcome() {
    const { title, text, caption, rows } = story().outcome;
    return html`
      <div class="part">
        <h3>${title}</h3>
        <p class="text">${text}</p>
        <figure>
          <ul class="bars">
            ${rows.map(
              ({ label, value, worst, best }) => html`
                <li>
                  <span>
                    ${label}
                    <span class="muted number"
                      >(${formatValue(worst)} to ${formatValue(best)})</span
                    >
                  </span>
                  <span class="bar" style=${barStyle(value)}></span>
                  <b class="number">${formatValue(value)}</b>
                </li>
              `,
            )}
          </ul>
          <figcaption class="caption muted">${caption}</figcaption>
        </figure>
      </div>
    `;
  }

  #dimension() {
    const { title, before, after, header, dimensions, rows, caption } = story().dimension;
    return html`
      <div class="part">
        <h3>${title}</h3>
        <p class="text">${before}</p>
        <div class="formula">${unsafeHTML(varianceRatio)}</div>
        <p class="text">${after}</p>
        <figure>
          ${dataTable(caption, [
            [header, ...dimensions.map(String)],
            ...rows.map(({ label, values }) => [label, ...values.map(formatValue)]),
          ])}
          <figcaption class="caption muted">${caption}</figcaption>
        </figure>
      </div>
    `;
  }
}

function barStyle(value: number) {
  return styleMap({ '--share': `${(100 * -value) / largestReturn()}%` });
}

function styles() {
  return css`
    section {
      display: grid;
      gap: var(--space-4);
      min-width: 0;
      padding: var(--space-5) var(--space-4);
    }
    .text {
      max-width: 66ch;
      text-wrap: pretty;
    }
    .source {
      font-size: var(--text-s);
    }
    .columns {
      display: grid;
      gap: var(--space-5);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
    }
    .part {
      display: grid;
      gap: var(--space-3);
      align-content: start;
      min-width: 0;
    }
    h3 {
      font-size: var(--text-m);
      font-weight: 650;
    }
    figure {
      display: grid;
      gap: var(--space-2);
      min-width: 0;
    }
    .bars {
      display: grid;
      gap: var(--space-3);
      list-style: none;
      font-size: var(--text-s);
    }
    .bars li {
      display: grid;
      grid-template-columns: 1fr 4.5rem;
      align-items: center;
      gap: 0 var(--space-3);
    }
    .bars li span:first-child {
      grid-column: 1 / -1;
    }
    .bars b {
      text-align: right;
    }
    .bar {
      height: 0.625rem;
      border-radius: 0 0.3125rem 0.3125rem 0;
      background: linear-gradient(var(--muted), var(--muted)) left / var(--share) no-repeat
        var(--sunken);
    }
  `;
}

customElements.define('story-text', StoryText);
