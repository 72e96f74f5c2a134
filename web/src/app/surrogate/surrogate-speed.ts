import { html, nothing } from 'lit';
import type { Store } from 'nanostores';
import { estimatorMark } from '../figure/estimator-mark';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { base } from '../kit/styles';
import { speedFigure, speedStyles, speedVerdict } from './speed-figure';
import { choicesOver, SurrogateElement } from './surrogate-element';
import type { SurrogateLab } from './surrogate-lab';

/** The return by steps of the gradient, and of the natural gradient. */
class SurrogateSpeed extends SurrogateElement {
  static override styles = [base, figures, choicesOver];

  protected override stores({ $steady, $speed }: SurrogateLab): readonly Store[] {
    return [$steady, $speed];
  }

  override render() {
    const { lab } = this;
    const [speed, { process, predict }] = [lab.$speed.get(), lab.$steady.get()!];
    if (!speed || speed.paths.length === 0 || predict) return nothing;
    if (speed.settings.process.id !== process.id) return nothing;
    return html`
      <figure-frame data-figure="speed" .figure=${speedFigure(speed, lab.catalog)}>
        <p slot="controls" class="told">${speedVerdict(speed)}</p>
        <ul slot="legend" class="legend">
          ${speedStyles().map((style) => html`<li>${estimatorMark(style)} ${style.name}</li>`)}
        </ul>
      </figure-frame>
    `;
  }
}

customElements.define('surrogate-speed', SurrogateSpeed);
