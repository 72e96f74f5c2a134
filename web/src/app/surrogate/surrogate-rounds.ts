import { written } from '../../draw/language';
import { html } from 'lit';
import type { Store } from 'nanostores';
import { estimatorMark } from '../figure/estimator-mark';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { segmented } from '../kit/segmented';
import { base, segments } from '../kit/styles';
import { surrogateStrings } from '../text/en/surrogate';
import { roundsFigure, roundsStyle } from './rounds-figure';
import { choicesOver, SurrogateElement } from './surrogate-element';
import type { SurrogateLab } from './surrogate-lab';
import { MIXTURES, ROUND_STEPS, STEP_SIZES, WINDOWS } from './surrogate-settings';

const words = () => surrogateStrings().rounds;

/** Two runs with a learned Q that differ by their gradient steps alone. */
const RUNS = '#v=2&pair=many-updates';

/** The returns over rounds of new data, and who has collected it. */
class SurrogateRounds extends SurrogateElement {
  static override styles = [base, figures, segments, choicesOver];

  protected override stores({ $steady, $rounds, $alone }: SurrogateLab): readonly Store[] {
    return [$steady, $rounds, $alone];
  }

  override render() {
    const { lab } = this;
    const settings = lab.$steady.get()!;
    const rounds = lab.$rounds.get();
    const ends = ROUND_STEPS.flatMap((steps) => {
      const last = rounds.get(steps)?.at(-1);
      return last ? [{ steps, j: last.j }] : [];
    });
    return html`
      <figure-frame data-figure="rounds" .figure=${roundsFigure(rounds, settings, lab.catalog)}>
        <div slot="controls" class="choices">
          <p class="told">
            ${ends.length === ROUND_STEPS.length ? words().verdict(ends, lab.$alone.get()) : ''}
          </p>
          ${this.#choices()}
          <p><a href=${RUNS} target="_blank">${words().runs}</a></p>
        </div>
        <ul slot="legend" class="legend">
          ${ROUND_STEPS.map((_, i) => {
            const style = roundsStyle(i);
            return html`<li>${estimatorMark(style)} ${style.name}</li>`;
          })}
        </ul>
      </figure-frame>
    `;
  }

  #choices() {
    const { lab } = this;
    const { stepSize, window, mixture } = lab.$steady.get()!;
    const sizes = STEP_SIZES.map((value) => ({ value, text: written(value) }));
    const windows = WINDOWS.map((value) => ({ value, text: words().windows(value) }));
    const mixtures = MIXTURES.map((value) => ({ value, text: words().mixtures[value] }));
    return html`
      ${segmented<number>(words().stepSize, 'step-size', sizes, stepSize, (value) =>
        lab.set({ stepSize: value }),
      )}
      ${segmented<number>(words().window, 'window', windows, window, (value) =>
        lab.set({ window: value }),
      )}
      ${
        window === 1
          ? ''
          : segmented(words().mixture, 'mixture', mixtures, mixture, (value) =>
              lab.set({ mixture: value }),
            )
      }
    `;
  }
}

customElements.define('surrogate-rounds', SurrogateRounds);
