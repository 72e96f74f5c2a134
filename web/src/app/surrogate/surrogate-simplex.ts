import { css, html, nothing } from 'lit';
import type { Store } from 'nanostores';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { lineSample } from '../figure/line-sample';
import { base, buttons } from '../kit/styles';
import { simplexStrings as words } from '../text/en/simplex';
import { simplexFigure } from './simplex-figure';
import { choicesOver, SurrogateElement } from './surrogate-element';
import type { SurrogateLab } from './surrogate-lab';
import { nextSeed, simplexNumbers } from './surrogate-settings';

/** The triangle of the policies of three arms. */
class SurrogateSimplexFigure extends SurrogateElement {
  static override styles = [
    base,
    buttons,
    figures,
    choicesOver,
    css`
      .exact {
        stroke: var(--ink);
      }
    `,
  ];

  protected override stores({ $simplex }: SurrogateLab): readonly Store[] {
    return [$simplex];
  }

  override render() {
    const { lab } = this;
    const found = lab.$simplex.get();
    if (!found) return nothing;
    return html`
      <figure-frame
        data-figure="simplex"
        .figure=${simplexFigure(found, found.settings, lab.catalog)}
      >
        <div slot="controls" class="choices">
          <button @click=${() => this.#again()}>${words().again}</button>
        </div>
        <ul slot="legend" class="legend">
          <li>
            <svg width="34" height="10" aria-hidden="true">
              <line class="exact" x1="1" y1="5" x2="33" y2="5" stroke-width="3" />
            </svg>
            ${words().exact}
          </li>
          <li>${lineSample('A', 0)} ${words().sampled}</li>
        </ul>
      </figure-frame>
    `;
  }

  #again(): void {
    const { process } = this.lab.$settings.get()!;
    const seed = String(nextSeed(simplexNumbers({ process })));
    const values = new Map([...process.values, ['seed', seed]]);
    this.lab.set({ process: { ...process, values } });
  }
}

customElements.define('surrogate-simplex', SurrogateSimplexFigure);
