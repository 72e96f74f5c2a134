import { css, html, nothing, svg } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Store } from 'nanostores';
import { clamp } from '../../draw/shapes';
import { base, buttons, fields } from '../kit/styles';
import { figure } from '../text/numbers';
import { surrogateStrings } from '../text/en/surrogate';
import { gradientDrawn, roundedDrawn, rowNames } from './drawn';
import { SurrogateElement } from './surrogate-element';
import type { SurrogateLab } from './surrogate-lab';

const words = () => surrogateStrings().drawn;
/** Rows that are all shown at once. */
const FEW = 2;
/** From the middle of the pad to its edge, where 1 is the longest arrow. */
const EDGE = 1.2;

/** A direction by hand: an arrow where it is two numbers, and a slider for each logit. */
class SurrogateDrawn extends SurrogateElement {
  static override properties = { row: { state: true } };
  declare private row: number;
  static override styles = [base, buttons, fields, styles()];

  constructor() {
    super();
    this.row = 0;
  }

  protected override stores({ $steady, $description }: SurrogateLab): readonly Store[] {
    return [$steady, $description];
  }

  override render() {
    const { lab } = this;
    const [description, { drawn }] = [lab.$description.get(), lab.$steady.get()!];
    const { actions = [] } = description ?? {};
    const names = description ? rowNames(description) : [];
    if (!description || drawn.length !== names.length * actions.length) return nothing;
    const row = this.row % names.length;
    const shown = names.length <= FEW ? names.map((_, i) => i) : [row];
    return html`
      <fieldset>
        <legend>${words().label}</legend>
        ${names.length === 2 && actions.length === 2 ? this.#pad(names, actions[0]!) : nothing}
        ${names.length > FEW ? this.#chooser(names, row) : nothing}
        ${shown.flatMap((i) =>
          actions.map((action, a) =>
            this.#slider(words().action(action, names[i]!), i * actions.length + a),
          ),
        )}
        <button @click=${() => lab.set({ drawn: gradientDrawn(description) })}>
          ${words().gradient}
        </button>
      </fieldset>
    `;
  }

  #chooser(names: readonly string[], row: number) {
    return html`
      <label>
        ${words().row}
        <select
          @change=${({ target }: Event) => (this.row = (target as HTMLSelectElement).selectedIndex)}
        >
          ${names.map((name, i) => html`<option .selected=${live(i === row)}>${name}</option>`)}
        </select>
      </label>
    `;
  }

  #slider(label: string, place: number) {
    const { drawn } = this.lab.$steady.get()!;
    const value = drawn[place]!;
    const change = (event: Event) => {
      const next = roundedDrawn(Number((event.target as HTMLInputElement).value));
      this.lab.set({ drawn: drawn.with(place, next) });
    };
    return html`
      <label class="logit">
        <span>${label}</span>
        <input
          type="range"
          min="-1"
          max="1"
          step="0.05"
          aria-valuetext=${figure(value)}
          .value=${live(String(value))}
          @input=${change}
        />
        <span class="number" aria-hidden="true">${figure(value)}</span>
      </label>
    `;
  }

  /** By mouse or touch; the sliders below say the same. */
  #pad([first, second]: readonly string[], action: string) {
    const { drawn } = this.lab.$steady.get()!;
    const [x, y] = [drawn[0]! - drawn[1]!, drawn[2]! - drawn[3]!].map((each) => each / 2);
    const help = words().pad(first!, second!, action);
    return html`
      <p class="muted">${help}</p>
      <svg
        viewBox="${-EDGE} ${-EDGE} ${2 * EDGE} ${2 * EDGE}"
        aria-hidden="true"
        @pointerdown=${this.#point}
        @pointermove=${this.#point}
      >
        ${svg`
          <path class="axes" d="M-1 0H1M0 -1V1" />
          <line class="arrow" x1="0" y1="0" x2=${x!} y2=${-y!} />
          <circle class="arrow" cx=${x!} cy=${-y!} r="0.09" />
        `}
      </svg>
    `;
  }

  readonly #point = (event: PointerEvent): void => {
    if (event.buttons !== 1) return;
    const pad = event.currentTarget as SVGSVGElement;
    pad.setPointerCapture(event.pointerId);
    const box = pad.getBoundingClientRect();
    const within = (share: number) => roundedDrawn(clamp(EDGE * (2 * share - 1), -1, 1));
    const x = within((event.clientX - box.left) / box.width);
    const y = within((box.bottom - event.clientY) / box.height);
    this.lab.set({ drawn: [x, -x || 0, y, -y || 0] });
  };
}

function styles() {
  return css`
    fieldset {
      display: grid;
      gap: var(--space-2);
      min-width: 0;
      padding: 0;
      border: 0;
      font-size: var(--text-xs);
    }
    legend {
      padding: 0;
      font-weight: 650;
    }
    .logit {
      display: grid;
      grid-template-columns: 4.5rem minmax(0, 1fr) 2.5rem;
      align-items: center;
      gap: 0 var(--space-2);
      min-height: var(--touch);
      overflow-wrap: anywhere;
    }
    svg {
      width: min(100%, 10rem);
      border: 1px solid var(--line);
      border-radius: var(--radius-s);
      touch-action: none;
      cursor: crosshair;
    }
    .axes {
      stroke: var(--line);
      stroke-width: 0.02;
    }
    .arrow {
      fill: var(--ink);
      stroke: var(--ink);
      stroke-width: 0.05;
    }
  `;
}

customElements.define('surrogate-drawn', SurrogateDrawn);
