import { css, html, nothing, type TemplateResult } from 'lit';
import type { Store } from 'nanostores';
import type { EstimatorStyle } from '../../draw/lab/marker';
import { planeAt } from '../../draw/surrogate/plane-paths';
import { clamp } from '../../draw/shapes';
import { estimatorMark } from '../figure/estimator-mark';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { canvasDrag } from '../kit/canvas-drag';
import { base } from '../kit/styles';
import { surrogateStrings as words } from '../text/en/surrogate';
import {
  methodStyles,
  polytopeFigure,
  type Shown,
  weightingFigure,
  weightingPlane,
  weightingStyles,
} from './paths-figures';
import { choicesOver, SurrogateElement } from './surrogate-element';
import type { SurrogateLab } from './surrogate-lab';
import { WEIGHTING_PATHS } from './surrogate-settings';

/** The parameters of a process that are where its policy begins. */
const START = ['p', 'q'] as const;
/** How near to certain a start may be. */
const MARGIN = 0.01;

/** Paths through all policies, and through all value functions, where there are few numbers. */
class SurrogatePaths extends SurrogateElement {
  static override styles = [
    base,
    figures,
    choicesOver,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
        gap: var(--space-4);
      }
      :host(:not([filled])) {
        display: none;
      }
      .start {
        touch-action: none;
        cursor: crosshair;
      }
    `,
  ];

  readonly #drag = canvasDrag((at, canvas) => {
    const explored = this.#explored();
    if (!explored) return;
    const size = { width: canvas.clientWidth, height: canvas.clientHeight };
    const { x, y } = planeAt(weightingPlane(explored), at, size);
    const within = (value: number) => clamp(value, MARGIN, 1 - MARGIN).toFixed(2);
    const { process } = this.lab.$steady.get()!;
    const start = [START[0], within(x)] as const;
    const values = new Map([...process.values, start, [START[1], within(y)]]);
    this.lab.set({ process: { ...process, values } });
  });

  protected override stores({ $steady, $explored }: SurrogateLab): readonly Store[] {
    return [$steady, $explored];
  }

  override render() {
    const explored = this.#explored();
    this.toggleAttribute('filled', explored !== null);
    if (!explored) return nothing;
    const { polytope } = explored;
    return html`
      ${this.#states(explored)}
      ${
        polytope &&
        html`
          <figure-frame data-figure="polytope" .figure=${polytopeFigure(explored, polytope)}>
            ${legend(methodStyles())}
          </figure-frame>
        `
      }
    `;
  }

  /** Of another process nothing is shown, while its paths are not known. */
  #explored(): Shown | null {
    const { lab } = this;
    const [explored, { process, predict }] = [lab.$explored.get(), lab.$steady.get()!];
    if (!explored || explored.surface.length === 0 || predict) return null;
    return explored.settings.process.id === process.id
      ? { ...explored, catalog: lab.catalog }
      : null;
  }

  #states(explored: Shown) {
    const { paths, settings } = explored;
    const ends = weightingStyles().flatMap(({ name }, i) => {
      const end = paths.get(WEIGHTING_PATHS[i]!)?.at(-1);
      return end ? [{ name, j: end.j }] : [];
    });
    const told = words().states.verdict(ends);
    const own = weightingFigure(explored);
    if (!START.every((name) => settings.process.values.has(name))) {
      return html`
        <figure-frame data-figure="states" .figure=${own}>
          <p slot="controls" class="told">${told}</p>
          ${legend(weightingStyles())}
        </figure-frame>
      `;
    }
    return html`
      <figure-frame
        class="start"
        data-figure="states"
        .figure=${own}
        @pointerdown=${this.#drag.down}
        @pointermove=${this.#drag.move}
      >
        <p slot="controls" class="told">${told} ${words().states.drag}</p>
        ${legend(weightingStyles())}
      </figure-frame>
    `;
  }
}

function legend(styles: readonly EstimatorStyle[]): TemplateResult {
  return html`
    <ul slot="legend" class="legend">
      ${styles.map((style) => html`<li>${estimatorMark(style)} ${style.name}</li>`)}
    </ul>
  `;
}

customElements.define('surrogate-paths', SurrogatePaths);
