import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { NumericParameter, Parameter } from '../../protocol/catalog';
import { segmented } from '../kit/segmented';
import { base, buttons, fields, segments, surface } from '../kit/styles';
import { type Chosen, chosen } from '../laboratory/lab-catalog';
import { find } from '../laboratory/lab-settings';
import { labSlider } from '../laboratory/lab-slider';
import { mapControl } from '../laboratory/map-control';
import { panelStyles } from '../laboratory/panel-styles';
import { bootstrapStrings } from '../text/en/bootstrap';
import { BootstrapElement } from './bootstrap-element';
import { MOMENTS, RUN } from './frozen-settings';
import { broughtRuns, checkpointOpener, presetChoice } from './run-controls';
import { AXES, type Axis, type BootstrapSettings, LAMBDAS, LENGTHS, SAMPLES } from './settings';
import { stepped, steppedStyles } from './stepped';

const words = () => bootstrapStrings().panel;
const LONGEST = 40;
const ERROR = { min: 0, max: 100 };

/** The process, the critic, and the reader's own length of the return. */
class BootstrapPanel extends BootstrapElement {
  static override styles = [
    base,
    surface,
    buttons,
    fields,
    segments,
    panelStyles,
    steppedStyles,
    styles(),
  ];

  override render() {
    const settings = this.lab.$settings.get()!;
    const { $own, $refusal, frozen, isFrozen } = this.lab;
    const refusal = isFrozen ? '' : $refusal.get();
    const isOwn = $own.get() !== null;
    return html`
      <section class="surface" aria-labelledby="title">
        <h2 id="title" class="visually-hidden">${words().title}</h2>
        ${isFrozen ? nothing : html`${this.#error(settings)} ${this.#axis(settings)}`}
        ${this.#own(isFrozen ? { ...settings, axis: 'n' } : settings)}
        ${stepped('samples', words().samples, SAMPLES, settings.samples, (samples) =>
          this.lab.set({ samples }),
        )}
        <p class="help muted">${words().samplesHelp}</p>
        ${isOwn ? broughtRuns(this.lab, $own.get()!.name) : this.#process(settings)}
        ${[refusal, frozen.$refusal.get()]
          .filter((reason) => reason !== '')
          .map(
            (reason) => html`
              <p class="error" role="alert">${bootstrapStrings().refused(reason)}</p>
            `,
          )}
        ${checkpointOpener(this.lab)}
      </section>
    `;
  }

  #error({ error }: BootstrapSettings) {
    const parameter = {
      ...ERROR,
      key: 'error',
      type: 'number',
      title: words().error,
      symbol: '',
      unit: '',
      help: words().errorHelp,
      default: 0,
      scale: 'linear',
      group: '',
      live: true,
      when: '',
    } as const;
    return labSlider(parameter, [ERROR.min, ERROR.max], percent(error), (value) =>
      this.lab.set({ error: share(value) }),
    );
  }

  #axis({ axis }: BootstrapSettings) {
    const choices = AXES.map((value) => ({ value, text: words().axes[value] }));
    return html`
      ${segmented<Axis>(words().axis, 'axis', choices, axis, (value) =>
        this.lab.set({ axis: value }),
      )}
      <p class="help muted">${words().axisHelp[axis]}</p>
    `;
  }

  #own({ axis, n, lambda }: BootstrapSettings) {
    return axis === 'n'
      ? stepped('own', words().own.n, LENGTHS, n, (value) => this.lab.set({ n: value }))
      : stepped('own', words().own.lambda, LAMBDAS, lambda, (value) =>
          this.lab.set({ lambda: value }),
        );
  }

  #process({ process }: BootstrapSettings) {
    const { processes } = this.lab.items;
    const item = find(processes, process.id);
    const choose = (event: Event) => {
      const id = (event.target as HTMLSelectElement).value;
      const axis = id === RUN ? 'n' : this.lab.$settings.get()!.axis;
      this.lab.set({ process: chosen(find(processes, id)), axis });
    };
    return html`
      <div class="choice">
        <label for="process">${words().process}</label>
        <select id="process" @change=${choose}>
          ${processes.map(
            ({ id, title }) => html`
              <option value=${id} .selected=${live(id === process.id)}>${title}</option>
            `,
          )}
        </select>
        <p class="help muted">${item.help}</p>
      </div>
      ${item.parameters.map((parameter) => this.#parameter(parameter, process))}
    `;
  }

  #parameter(parameter: Parameter, process: Chosen) {
    const { key, title } = parameter;
    const current = process.values.get(key) ?? '';
    const change = (value: string | number) => {
      const values = new Map([...process.values, [key, String(value)]]);
      this.lab.set({ process: { ...process, values } });
    };
    if (parameter.type === 'choice') {
      return key === 'preset'
        ? presetChoice(parameter, current, change)
        : stepped(key, title, MOMENTS, Number(current), change);
    }
    if (parameter.type === 'text') return mapControl(current, change);
    const { type, min, max } = parameter as NumericParameter;
    const reach = [min, type === 'integer' ? Math.min(max, LONGEST) : max] as const;
    return labSlider(parameter as NumericParameter, reach, Number(current), change);
  }
}

const percent = (error: number) => Number((100 * error).toPrecision(6));
const share = (value: number) => Number((value / 100).toFixed(6));

function styles() {
  return css`
    p {
      overflow-wrap: anywhere;
    }
    .segmented legend {
      font-size: var(--text-xs);
    }
  `;
}

customElements.define('bootstrap-panel', BootstrapPanel);
