import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Store } from 'nanostores';
import type { Parameter } from '../../protocol/catalog';
import { loaded } from '../kit/loaded';
import { base, buttons, fields, surface } from '../kit/styles';
import { panelStyles } from '../laboratory/panel-styles';
import { type Chosen, nameOf } from '../laboratory/lab-catalog';
import { labSlider } from '../laboratory/lab-slider';
import { mapControl } from '../laboratory/map-control';
import { surrogateStrings } from '../text/en/surrogate';
import { runOpener } from './run-opener';
import { SurrogateElement } from './surrogate-element';
import type { SurrogateLab } from './surrogate-lab';
import {
  DIRECTIONS,
  hasWeighting,
  isSimplex,
  processAs,
  SIMPLEX,
  SPANS,
  type SurrogateMoment,
  type SurrogateSettings,
  WEIGHTINGS,
} from './surrogate-settings';

const words = () => surrogateStrings().panel;

/** Process, its parameters, and where the policy moves. */
class SurrogatePanel extends SurrogateElement {
  static override styles = [
    base,
    surface,
    buttons,
    fields,
    panelStyles,
    css`
      .slider {
        grid-template-columns: 4.5rem minmax(0, 1fr) 4rem;
      }
    `,
  ];

  protected override stores({ $steady }: SurrogateLab): readonly Store[] {
    return [$steady];
  }

  override render() {
    const settings = this.lab.$steady.get()!;
    return html`
      <section class="surface" aria-label=${words().label}>
        ${settings.moment ? this.#moment(settings.moment) : this.#process(settings)}
        ${isSimplex(settings) ? nothing : this.#line(settings)}
      </section>
    `;
  }

  #process(settings: SurrogateSettings) {
    const { lab } = this;
    const { processes } = lab.catalog;
    const process = processes.find(({ id }) => id === settings.process.id)!;
    const options = processes.map(({ id, title }) => ({ id, title }));
    return html`
      ${this.#select('process', words().process, options, process.id, (id) =>
        lab.set({ process: processAs(lab.catalog, id) }),
      )}
      <p class="help muted">${process.help}</p>
      ${process.parameters
        .filter((each) => isShown(each, settings.process))
        .map((each) => this.#parameter(each, settings.process))}
      ${runOpener((file) => void lab.openFile(file))}
    `;
  }

  #moment({ name }: SurrogateMoment) {
    const say = surrogateStrings().moment;
    return html`
      <p><b>${name}</b></p>
      <p class="help muted">${say.explanation}</p>
      <button @click=${() => this.lab.freeze(null)}>${say.leave}</button>
    `;
  }

  #line(settings: SurrogateSettings) {
    const { lab } = this;
    const directions = DIRECTIONS.map((id) => ({ id, title: words().directions[id] }));
    const weightings = WEIGHTINGS.map((id) => ({ id, title: words().weightings[id] }));
    const spans = SPANS.map((span) => ({ id: String(span), title: String(span) }));
    return html`
      ${this.#select('direction', words().direction, directions, settings.direction, (direction) =>
        lab.set({ direction }),
      )}
      <p class="help muted">${words().directionHelp[settings.direction]}</p>
      ${
        hasWeighting(settings)
          ? html`
              ${this.#select(
                'weighting',
                words().weighting,
                weightings,
                settings.weighting,
                (weighting) => lab.set({ weighting }),
              )}
            `
          : nothing
      }
      ${this.#drawn(settings)}
      ${
        settings.direction === 'policy_iteration'
          ? nothing
          : this.#select('span', words().span, spans, String(settings.span), (span) =>
              lab.set({ span: Number(span) }),
            )
      }
    `;
  }

  #drawn({ direction }: SurrogateSettings) {
    if (direction !== 'drawn') return nothing;
    void loaded(() => import('./surrogate-drawn'));
    return html`<surrogate-drawn .lab=${this.lab}></surrogate-drawn>`;
  }

  #select<T extends string>(
    id: string,
    label: string,
    options: readonly { id: T; title: string }[],
    current: T,
    choose: (id: T) => void,
  ) {
    return html`
      <div class="choice">
        <label for=${id}><span class="title">${label}</span></label>
        <select
          id=${id}
          @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as T)}
        >
          ${options.map(
            (option) => html`
              <option value=${option.id} .selected=${live(option.id === current)}>
                ${option.title}
              </option>
            `,
          )}
        </select>
      </div>
    `;
  }

  #parameter(parameter: Parameter, process: Chosen) {
    const name = nameOf(parameter);
    const value = process.values.get(name) ?? '';
    const assign = (text: string) =>
      this.lab.set({ process: { ...process, values: new Map([...process.values, [name, text]]) } });
    if (parameter.type === 'number' || parameter.type === 'integer') {
      const reach = [parameter.min, parameter.max] as const;
      return labSlider(parameter, reach, Number(value), (next) => assign(String(next)));
    }
    if (parameter.type === 'choice') {
      return this.#select(name, parameter.title, parameter.options, value, assign);
    }
    return mapControl(value, assign);
  }
}

/** What the bandit's figure is made of is not to be chosen beside it. */
const UNSHOWN = new Set(['steps', 'paths', 'runs', 'resolution', 'seed']);

/** Whether a parameter is to be chosen, as others stand. */
function isShown(parameter: Parameter, { id, values }: Chosen): boolean {
  if (id !== SIMPLEX) return true;
  const [other, value] = parameter.when.split('=');
  const isWanted = parameter.when === '' || values.get(other!) === value;
  return isWanted && !UNSHOWN.has(nameOf(parameter));
}

customElements.define('surrogate-panel', SurrogatePanel);
