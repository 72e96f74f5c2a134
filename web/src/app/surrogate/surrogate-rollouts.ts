import { html, nothing } from 'lit';
import type { Store } from 'nanostores';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { lineSample } from '../figure/line-sample';
import { base, buttons } from '../kit/styles';
import { surrogateStrings } from '../text/en/surrogate';
import { KINDS, LOOKS, rolloutsFigure, rolloutsVerdict } from './rollouts-figure';
import { choicesOver, SurrogateElement } from './surrogate-element';
import type { SurrogateLab } from './surrogate-lab';
import { nextSeed } from './surrogate-settings';

const words = () => surrogateStrings().rollouts;

/** Two episodes from the same random numbers: what the promise knows, and what becomes of it. */
class SurrogateRollouts extends SurrogateElement {
  static override styles = [base, buttons, figures, choicesOver];

  protected override stores({ $settings, $rollouts }: SurrogateLab): readonly Store[] {
    return [$settings, $rollouts];
  }

  override render() {
    const { lab } = this;
    const [settings, rollouts] = [lab.$settings.get()!, lab.$rollouts.get()];
    if (!rollouts || settings.predict) return nothing;
    return html`
      <figure-frame
        data-figure="rollouts"
        .figure=${rolloutsFigure(rollouts, rollouts.of, settings, lab.catalog)}
      >
        <div slot="controls" class="choices">
          <p class="told">${rolloutsVerdict(rollouts, rollouts.of)}</p>
          <button @click=${() => lab.set({ seed: nextSeed(settings) })}>${words().again}</button>
        </div>
        <ul slot="legend" class="legend">
          ${KINDS.map((kind) => {
            const { run, dash } = LOOKS[kind];
            const result = words().result(rollouts[kind].return);
            return html`<li>${lineSample(run, dash)} ${words().names[kind]}: ${result}</li>`;
          })}
        </ul>
      </figure-frame>
    `;
  }
}

customElements.define('surrogate-rollouts', SurrogateRollouts);
