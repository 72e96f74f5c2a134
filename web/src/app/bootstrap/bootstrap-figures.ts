import { css, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { TradeOff } from '../../draw/bootstrap/trade-off';
import { $theme, runColor } from '../kit/color-theme';
import { EachFrame } from '../kit/controllers';
import { base, surface } from '../kit/styles';
import { estimatorMark } from '../figure/estimator-mark';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { bootstrapStrings as words } from '../text/en/bootstrap';
import { BootstrapElement } from './bootstrap-element';
import { learningFigure, lengthUnder, stylesOf, tradeOffFigure, tradeOffOf } from './figures';
import type { Returns, Target } from './returns';
import type { BootstrapSettings } from './settings';

/** The figures of the laboratory; the sheet gets better while it can be seen. */
class BootstrapFigures extends BootstrapElement {
  static override styles = [base, surface, figures, styles()];
  #isSheetNear = false;
  readonly #observer = new IntersectionObserver((entries) => {
    this.#isSheetNear = entries.at(-1)!.isIntersecting;
  });

  constructor() {
    super();
    new EachFrame(this, (now) => {
      if (this.#isSheetNear && !document.hidden) this.lab.learn(now);
    });
  }

  override firstUpdated(): void {
    this.#observer.observe(this.renderRoot.querySelector('.sheet')!);
  }

  /** What shows the same as before is not drawn again while a slider moves. */
  override render() {
    const [returns, settings] = [this.lab.$returns.get(), this.lab.$settings.get()!];
    const [runs, theme] = [this.lab.$sheetRuns.get(), $theme.get()];
    const { process, axis, samples, n } = settings;
    const shown = [returns, process, axis, samples, settings[axis], theme];
    return html`
      <div class="grid">
        ${(['value', 'gradient'] as const).map((target) =>
          guard(shown, () => (returns ? this.#tradeOff(returns, settings, target) : nothing)),
        )}
      </div>
      <div class="sheet">${guard([runs, n, theme], () => this.#sheet(runs, n))}</div>
    `;
  }

  #tradeOff(returns: Returns, settings: BootstrapSettings, target: Target) {
    const styles = stylesOf(runColor);
    const picture = tradeOffOf(returns, settings, target, styles);
    const text = words().figures;
    if (!picture) {
      return html`
        <section class="surface none">
          <h2 class="heading">${text.gradient.title}</h2>
          <p class="muted">${text.gradient.none}</p>
        </section>
      `;
    }
    const rows = returns[settings.axis];
    const { build } = this.lab.items;
    const point = (event: PointerEvent) => this.#point(event, picture, settings);
    return html`
      <figure-frame
        data-figure=${target}
        .figure=${tradeOffFigure(picture, rows, returns, settings, target, build)}
        @pointerdown=${point}
        @pointermove=${point}
      >
        <ul slot="legend" class="legend">
          ${Object.values(styles).map(
            (style) => html`<li>${estimatorMark(style)} ${style.name}</li>`,
          )}
        </ul>
      </figure-frame>
    `;
  }

  /** The reader's own length follows a pressed pointer. */
  #point(event: PointerEvent, picture: TradeOff, { axis }: BootstrapSettings): void {
    const length = lengthUnder(event, picture);
    if (length !== undefined) this.lab.set({ [axis]: length });
  }

  #sheet(runs: number, n: number) {
    const { sheet, items } = this.lab;
    const figure = learningFigure(sheet.cells(), runs, n, items.build);
    if (figure) {
      return html`<figure-frame data-figure="learning" .figure=${figure}></figure-frame>`;
    }
    const { title, begun } = words().sheet;
    return html`
      <section class="surface none">
        <h2 class="heading">${title}</h2>
        <p class="muted">${begun}</p>
      </section>
    `;
  }
}

function styles() {
  return css`
    :host {
      display: grid;
      gap: var(--space-4);
      min-width: 0;
    }
    .grid {
      display: grid;
      gap: var(--space-4);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr));
    }
    .sheet {
      min-width: 0;
      min-height: 24rem;
    }
    .legend {
      font-size: var(--text-xs);
    }
    .none {
      display: grid;
      gap: var(--space-2);
      align-content: start;
      padding: var(--space-4);
    }
    figure-frame[data-figure='value'],
    figure-frame[data-figure='gradient'] {
      touch-action: pan-y;
    }
    @media print {
      .grid {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;
}

customElements.define('bootstrap-figures', BootstrapFigures);
