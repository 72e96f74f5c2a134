import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Store } from 'nanostores';
import { placeAt } from '../../draw/surrogate/line-search';
import { canvasDrag } from '../kit/canvas-drag';
import { base, buttons, fields } from '../kit/styles';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { lineSample } from '../figure/line-sample';
import { figure } from '../text/numbers';
import { surrogateStrings } from '../text/en/surrogate';
import { lineFigure } from './line-figure';
import { SurrogateElement } from './surrogate-element';
import type { SurrogateLab } from './surrogate-lab';
import { etaAt, PLACES, placeOf } from './surrogate-settings';

const words = () => surrogateStrings().line;

/** The line, its cursor, and what is to be predicted. */
class SurrogateLine extends SurrogateElement {
  static override styles = [
    base,
    buttons,
    fields,
    figures,
    css`
      figure-frame {
        touch-action: pan-y;
        cursor: ew-resize;
      }
      .step {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--space-3);
        font-size: var(--text-s);
      }
      .step input {
        flex: 1 1 10rem;
      }
      output {
        min-width: 5.5rem;
      }
      .bound {
        stroke: var(--muted);
      }
    `,
  ];

  readonly #drag = canvasDrag(({ x }, canvas) => {
    const etas = this.lab.$line.get().map(({ eta }) => eta);
    if (etas.length > 0) this.#place(placeAt({ etas }, x, canvas.clientWidth));
  });

  protected override stores({ $settings, $line, $guess }: SurrogateLab): readonly Store[] {
    return [$settings, $line, $guess];
  }

  override render() {
    const { lab } = this;
    const settings = lab.$settings.get()!;
    const rows = lab.$line.get();
    const own = lineFigure(rows, settings, lab.$guess.get(), lab.catalog);
    return html`
      <figure-frame
        data-figure="line"
        .figure=${own}
        @pointerdown=${this.#drag.down}
        @pointermove=${this.#drag.move}
      >
        <div slot="controls" class="step">${this.#step()}</div>
        <ul slot="legend" class="legend">
          ${settings.predict ? nothing : html`<li>${lineSample('B', 0)} ${words().legend.j}</li>`}
          <li>${lineSample('A', 1)} ${words().legend.surrogate}</li>
          ${
            settings.predict
              ? nothing
              : html`
                  <li>
                    <svg width="34" height="10" aria-hidden="true">
                      <line
                        class="bound"
                        x1="1"
                        y1="5"
                        x2="33"
                        y2="5"
                        stroke-width="2"
                        stroke-dasharray="2 4"
                      />
                    </svg>
                    ${words().legend.bound}
                  </li>
                `
          }
        </ul>
      </figure-frame>
    `;
  }

  #step() {
    const { lab } = this;
    const settings = lab.$settings.get()!;
    const eta = figure(settings.eta);
    return html`
      <label for="eta">${words().slider}</label>
      <input
        id="eta"
        type="range"
        min="0"
        max=${PLACES}
        aria-valuetext=${words().sliderText(eta)}
        .value=${live(String(placeOf(settings)))}
        @input=${(event: Event) => this.#place(Number((event.target as HTMLInputElement).value))}
      />
      <output for="eta" class="number">${words().sliderText(eta)}</output>
      ${
        settings.predict
          ? html`<button class="primary" @click=${() => lab.reveal()}>${words().reveal}</button>`
          : html` <button @click=${() => lab.set({ predict: true })}>${words().predict}</button> `
      }
    `;
  }

  #place(place: number): void {
    this.lab.set({ eta: etaAt(this.lab.$settings.get()!, place) });
  }
}

customElements.define('surrogate-line', SurrogateLine);
