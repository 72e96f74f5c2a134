import { css, html, nothing } from 'lit';
import { runColor } from '../kit/color-theme';
import { EachFrame } from '../kit/controllers';
import { base, surface } from '../kit/styles';
import { estimatorMark } from '../figure/estimator-mark';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { frozenStrings as words } from '../text/en/frozen';
import { BootstrapElement } from './bootstrap-element';
import { formatBootstrapLink } from './bootstrap-link';
import { lengthUnder, stylesOf } from './figures';
import { frozenFigure, type FrozenPicture, frozenPictures } from './frozen-figure';

/** Frozen runs, side by side; they are followed from more states while they can be seen. */
class FrozenFigures extends BootstrapElement {
  static override styles = [base, surface, figures, styles()];

  constructor() {
    super();
    new EachFrame(this, (now) => {
      if (!document.hidden && this.offsetParent !== null) this.lab.sample(now);
    });
  }

  override render() {
    const { lab } = this;
    const runs = lab.frozen.$runs.get();
    const pictures = frozenPictures(runs, lab.$settings.get()!, stylesOf(runColor));
    const isComing = pictures.length === 0 && lab.frozen.$refusal.get() === '';
    return html`
      <div class="grid">
        ${pictures.map((each, i) => this.#figure(each, i))}
        ${isComing ? html`<p class="surface none muted">${words().coming}</p>` : nothing}
      </div>
    `;
  }

  #figure(each: FrozenPicture, place: number) {
    const { lab } = this;
    const settings = lab.$settings.get()!;
    const link = lab.$own.get() ? null : formatBootstrapLink(settings);
    const point = (event: PointerEvent) => {
      const n = lengthUnder(event, each.picture);
      if (n !== undefined) lab.set({ n });
    };
    return html`
      <figure-frame
        data-figure=${`frozen-${place}`}
        .figure=${frozenFigure(each, settings.samples, lab.items.build, link)}
        @pointerdown=${point}
        @pointermove=${point}
      >
        <ul slot="legend" class="legend">
          ${Object.values(each.picture.styles).map(
            (style) => html`<li>${estimatorMark(style)} ${style.name}</li>`,
          )}
        </ul>
      </figure-frame>
    `;
  }
}

function styles() {
  return css`
    .grid {
      display: grid;
      gap: var(--space-4);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr));
    }
    .legend {
      font-size: var(--text-xs);
    }
    .none {
      padding: var(--space-4);
    }
    figure-frame {
      touch-action: pan-y;
    }
    @media print {
      .grid {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;
}

customElements.define('frozen-figures', FrozenFigures);
