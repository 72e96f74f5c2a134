import { html, nothing } from 'lit';
import type { Store } from 'nanostores';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { lineSample } from '../figure/line-sample';
import { base } from '../kit/styles';
import { surrogateStrings } from '../text/en/surrogate';
import { SurrogateElement } from './surrogate-element';
import type { SurrogateLab } from './surrogate-lab';
import { visitsFigure } from './visits-figure';

/** The states of the data, and those of the policy at the cursor. */
class SurrogateVisits extends SurrogateElement {
  static override styles = [base, figures];

  protected override stores({ $steady, $place }: SurrogateLab): readonly Store[] {
    return [$steady, $place];
  }

  override render() {
    const { lab } = this;
    const [settings, place] = [lab.$steady.get()!, lab.$place.get()];
    if (!place || settings.predict) return nothing;
    const own = visitsFigure(place.of, place, settings, lab.catalog);
    return html`
      <figure-frame data-figure="visits" .figure=${own}>
        ${settings.process.values.has('map') ? nothing : legend()}
      </figure-frame>
    `;
  }
}

/** Maps have their names over them. */
function legend() {
  const words = surrogateStrings().visits;
  return html`
    <ul slot="legend" class="legend">
      <li>${lineSample('A', 0)} ${words.mu}</li>
      <li>${lineSample('B', 0)} ${words.pi}</li>
    </ul>
  `;
}

customElements.define('surrogate-visits', SurrogateVisits);
