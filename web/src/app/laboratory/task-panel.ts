import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { NumericParameter, Parameter } from '../../protocol/catalog';
import { segmented } from '../kit/segmented';
import { $theme } from '../kit/color-theme';
import { base, buttons, fields, segments, surface } from '../kit/styles';
import { formatCount } from '../text/format';
import { type Chosen, type LabItem, limitsOf, nameOf } from './lab-catalog';
import { LabElement } from './lab-element';
import {
  ALPHA,
  type Budget,
  BUDGETS,
  find,
  LARGEST_SEED,
  type LabSettings,
  MOST_SHOWN,
  SAMPLES,
  withObjective,
  withPolicy,
} from './lab-settings';
import { labSlider } from './lab-slider';
import { labStrings } from '../text/en/laboratory';
import { estimatorMark } from '../figure/estimator-mark';
import { panelStyles } from './panel-styles';
import { criticError, figure } from '../text/numbers';
import { ELSE, REACH } from './objectives';
import { styleOf, type Variant, variantsOf } from './variants';

const words = () => labStrings().panel;

/** What to measure, with what, and how often. */
class TaskPanel extends LabElement {
  static override styles = [base, surface, buttons, fields, segments, panelStyles];

  override render() {
    const settings = this.lab.$settings.get()!;
    return html`
      <section class="surface" aria-labelledby="title">
        <h2 id="title" class="heading">${words().title}</h2>
        ${this.lab.$moment.get() ? this.#moment() : this.#task(settings)}
        <p class="error" role="alert" ?hidden=${this.lab.$refusal.get() === ''}>
          ${labStrings().refused(this.lab.$refusal.get())}
        </p>
        ${this.#samples(settings)} ${this.#estimators(settings)} ${this.#sampling(settings)}
      </section>
    `;
  }

  #task(settings: LabSettings) {
    const { lab } = this;
    const { policies, objectives } = lab.catalog;
    const { policy, objective, alpha } = settings;
    const own = { group: '', live: true, when: '', unit: '', type: 'number', scale: 'linear' };
    const entropy = {
      ...own,
      ...ALPHA,
      key: 'alpha',
      title: words().alpha,
      symbol: '\\alpha',
      help: words().alphaHelp,
      default: 0,
    };
    return html`
      ${this.#choice('policy', words().policy, policies, policy, (id) =>
        lab.set(withPolicy(lab.catalog, settings, id)),
      )}
      ${this.#values(policies, policy, (next) => lab.set({ policy: next }))}
      ${this.#choice('objective', words().objective, objectives, objective, (id) =>
        lab.set(withObjective(lab.catalog, settings, id)),
      )}
      ${this.#values(objectives, objective, (next) => lab.set({ objective: next }))}
      ${labSlider(entropy as NumericParameter, [ALPHA.min, ALPHA.max], alpha, (value) =>
        lab.set({ alpha: value }),
      )}
    `;
  }

  #moment() {
    const moment = this.lab.$moment.get()!;
    const found = this.lab.$task.get()?.moment;
    const last = Math.max(0, (found?.states ?? 1) - 1);
    const state = {
      key: 'state',
      title: labStrings().moment.state,
      symbol: 'i',
      unit: '',
      help: '',
      type: 'integer',
      min: 0,
      max: last || 1,
      default: 0,
      scale: 'linear',
      group: '',
      live: true,
      when: '',
    } as const;
    const choose = (i: number) => this.lab.chooseInMoment({ state: i });
    const sources = [
      { value: false, text: labStrings().moment.critic },
      { value: true, text: labStrings().moment.oracle },
    ];
    return html`
      <p><b>${labStrings().moment.title(moment.run, formatCount(moment.steps))}</b></p>
      <p class="help muted">${labStrings().moment.explanation}</p>
      ${last > 0 ? labSlider(state, [0, last], moment.state, choose) : nothing}
      ${
        found?.has_oracle
          ? segmented(
              labStrings().moment.objective,
              'source',
              sources,
              moment.isOracle,
              (isOracle) => this.lab.chooseInMoment({ isOracle }),
            )
          : nothing
      }
      ${this.#criticError()}
      <button @click=${() => this.lab.freeze(null)}>${labStrings().moment.leave}</button>
    `;
  }

  /** What is wrong with the learned critic itself, where the exact Q is known. */
  #criticError() {
    const task = this.lab.$task.get();
    const error = task ? criticError(task) : null;
    if (error === null || this.lab.$moment.get()!.isOracle) return nothing;
    return html`<p class="help">${labStrings().moment.criticError(figure(error))}</p>`;
  }

  #choice(
    id: string,
    label: string,
    items: readonly LabItem[],
    current: Chosen,
    choose: (id: string) => void,
  ) {
    return html`
      <div class="choice">
        <label for=${id}>${label}</label>
        <select
          id=${id}
          @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
        >
          ${items.map(
            (item) =>
              html`<option value=${item.id} .selected=${live(item.id === current.id)}>
                ${item.title}
              </option>`,
          )}
        </select>
        <p class="help muted">${find(items, current.id).help}</p>
      </div>
    `;
  }

  /** Sliders for an item's parameters, one per number. */
  #values(items: readonly LabItem[], current: Chosen, change: (next: Chosen) => void) {
    const assign = (name: string, value: string) =>
      change({ ...current, values: new Map([...current.values, [name, value]]) });
    return find(items, current.id).parameters.map((parameter) => {
      const name = nameOf(parameter);
      const value = current.values.get(name) ?? '';
      const reach = REACH[`${current.id}.${name}`] ?? REACH[name] ?? reachOf(parameter);
      if (parameter.type === 'number' || parameter.type === 'integer') {
        return labSlider(parameter, reach, Number(value), (next) => assign(name, String(next)));
      }
      const parts = value.split(';');
      return parts.map((part, i) =>
        labSlider(elementOf(parameter, i, parts.length), reach, Number(part), (next) =>
          assign(name, parts.with(i, String(next)).join(';')),
        ),
      );
    });
  }

  #samples(settings: LabSettings) {
    const budgets = BUDGETS.map((value) => ({
      value,
      text: words().budgets[value],
    }));
    return html`
      <div class="choice">
        <label for="samples">${words().samples}: <b>N = ${settings.samples}</b></label>
        <input
          id="samples"
          type="range"
          min="0"
          max=${SAMPLES.length - 1}
          aria-valuetext=${`N = ${settings.samples}`}
          .value=${String(SAMPLES.indexOf(settings.samples))}
          @input=${(event: Event) =>
            this.lab.set({ samples: SAMPLES[Number((event.target as HTMLInputElement).value)]! })}
        />
        <p class="help muted">${words().samplesHelp}</p>
      </div>
      ${segmented<Budget>(words().budget, 'budget', budgets, settings.budget, (budget) =>
        this.lab.set({ budget }),
      )}
      <p class="help muted">${words().budgetHelp}</p>
    `;
  }

  #estimators(settings: LabSettings) {
    const variants = variantsOf(this.lab.catalog, settings.policy.id);
    return html`
      <fieldset class="estimators">
        <legend>${words().estimators}</legend>
        ${variants.map((variant) => this.#estimator(variant, settings))}
      </fieldset>
      ${this.#ownValues(variants, settings)}
    `;
  }

  #estimator({ id, estimator, baseline }: Variant, settings: LabSettings) {
    const { show } = settings;
    const isShown = show.includes(id);
    const reason = this.lab.$unable.get().get(id);
    const toggle = (event: Event) => {
      const others = show.filter((each) => each !== id);
      const isWanted = (event.target as HTMLInputElement).checked;
      if (isWanted || others.length > 0)
        this.lab.set({ show: isWanted ? [...others, id] : others });
      else (event.target as HTMLInputElement).checked = true;
    };
    const style = styleOf(id, $theme.get());
    return html`
      <label class="estimator" title=${baseline?.help ?? estimator.help}>
        <input
          type="checkbox"
          value=${id}
          .checked=${live(isShown)}
          ?disabled=${!isShown && show.length >= MOST_SHOWN}
          @change=${toggle}
        />
        ${estimatorMark(style)} <span>${style.name}</span>
      </label>
      ${reason === undefined ? nothing : html`<p class="error">${words().unable(reason)}</p>`}
    `;
  }

  /** Sliders of the estimators on display that have something to set. */
  #ownValues(variants: readonly Variant[], { show, own }: LabSettings) {
    const shown = variants.filter(
      ({ id, estimator, baseline }) =>
        show.includes(id) && !baseline && estimator.parameters.length > 0,
    );
    return shown.map(({ estimator }) => {
      const values = new Map(
        estimator.parameters.map((each) => [nameOf(each), String(each.default)]),
      );
      const current = own.get(estimator.id) ?? { id: estimator.id, values };
      return this.#values([estimator], current, (next) =>
        this.lab.set({ own: new Map([...own, [estimator.id, next]]) }),
      );
    });
  }

  #sampling({ seed }: LabSettings) {
    const isStreaming = this.lab.$streaming.get();
    return html`
      <div class="buttons">
        <button @click=${() => this.lab.setStreaming(!isStreaming)}>
          ${isStreaming ? words().stream : words().resume}
        </button>
        <button ?hidden=${isStreaming} @click=${() => this.lab.more()}>${words().more}</button>
        <button @click=${() => this.lab.set({ seed: seed >= LARGEST_SEED ? 0 : seed + 1 })}>
          ${words().newSeed}
        </button>
        <span class="muted number">${words().seed} ${seed}</span>
      </div>
    `;
  }
}

/** All that is allowed where the core says so in decades, else a little. */
function reachOf(parameter: Parameter): readonly [number, number] {
  const isInDecades = parameter.type === 'number' && parameter.scale === 'log';
  return isInDecades ? [parameter.min, parameter.max] : ELSE;
}

/** One number of a vector, as a parameter of its own. */
function elementOf(whole: Parameter, i: number, count: number): NumericParameter {
  const [min, max] = limitsOf(whole);
  const place = count > 1 ? { symbol: `${whole.symbol}_${i}`, title: `${whole.title} ${i}` } : {};
  const { key, title, symbol, unit, help, group, live: isLive, when } = whole;
  const described = { key: `${key}${i}`, title, symbol, unit, help, group, live: isLive, when };
  return { ...described, ...place, type: 'number', min, max, default: 0, scale: 'linear' };
}

customElements.define('task-panel', TaskPanel);
