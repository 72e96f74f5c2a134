import { html, nothing } from 'lit';
import type { Store } from 'nanostores';
import { estimatorMark } from '../figure/estimator-mark';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { segmented } from '../kit/segmented';
import { base, buttons, segments } from '../kit/styles';
import { surrogateStrings } from '../text/en/surrogate';
import { estimatesFigure, estimateStyle, KINDS } from './estimates-figure';
import { choicesOver, SurrogateElement } from './surrogate-element';
import type { SurrogateLab } from './surrogate-lab';
import { EPISODES, nextSeed } from './surrogate-settings';

const words = () => surrogateStrings().estimates;

/** What so many episodes say of the line: with bias, or with variance. */
class SurrogateEstimates extends SurrogateElement {
  static override styles = [base, buttons, figures, segments, choicesOver];

  protected override stores({ $steady, $estimates, $line }: SurrogateLab): readonly Store[] {
    return [$steady, $estimates, $line];
  }

  override render() {
    const { lab } = this;
    const settings = lab.$steady.get()!;
    const rows = lab.$estimates.get();
    const last = rows.at(-1);
    if (!last || settings.predict) return nothing;
    const { episodes } = settings;
    const choices = EPISODES.map((value) => ({ value, text: String(value) }));
    return html`
      <figure-frame
        data-figure="estimates"
        .figure=${estimatesFigure(rows, lab.$line.get(), settings, lab.catalog)}
      >
        <div slot="controls" class="choices">
          <p class="told">${words().verdict(last)}</p>
          ${segmented<number>(words().episodes, 'episodes', choices, episodes, (value) =>
            lab.set({ episodes: value }),
          )}
          <button @click=${() => lab.set({ seed: nextSeed(settings) })}>${words().again}</button>
        </div>
        <ul slot="legend" class="legend">
          ${KINDS.map((kind) => {
            const style = estimateStyle(kind);
            return html`<li>${estimatorMark(style)} ${style.name}</li>`;
          })}
        </ul>
      </figure-frame>
    `;
  }
}

customElements.define('surrogate-estimates', SurrogateEstimates);
