import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Algorithm, Preset } from '../../protocol/catalog';
import { FORMULA } from '../../protocol/further';
import { presetOfRobot, type RobotId, ROBOTS } from '../../protocol/robot-list';
import { selectFor } from '../experiment/select';
import '../experiment/core-prose';
import { PlaygroundElement } from '../experiment/element';
import { isLocked } from '../kit/embedding';
import type { Outcome } from '../settings/selection';
import type { ArmId } from '../settings/arms';
import {
  presetEnvironment,
  type Selection,
  suitedAlgorithms,
  suitedEnvironments,
} from '../settings/selection';
import type { Resolved } from '../settings/settings';
import { accepts } from '../settings/formulas';
import { robotStrings as robotWords } from '../text/en/robots';
import { words } from '../text/en/task';
import { base, buttons, fields } from '../kit/styles';
import { taskStyles } from './task-styles';

/** An algorithm that was chosen and does not accept the environment. */
interface Refusal {
  algorithm: Algorithm;
  reason: string;
}

/** What came of the last choice; holds as long as the settings are those it was about. */
interface Answer {
  settings: unknown;
  refusal: Refusal | null;
  notice: string;
}

const NO_ANSWER: Answer = { settings: null, refusal: null, notice: '' };

/** What runs are about: a preset, or any environment with any algorithm that accepts it. */
class TaskChooser extends PlaygroundElement {
  static override properties = {
    ids: { attribute: false },
    answer: { state: true },
  };
  /** the runs to choose for */
  declare ids: readonly ArmId[];
  declare private answer: Answer;
  static override styles = [base, buttons, fields, taskStyles, styles()];

  constructor() {
    super();
    this.ids = [];
    this.answer = NO_ANSWER;
  }

  protected override stores() {
    return [this.playground.$settings];
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('ids') as readonly ArmId[] | undefined;
    if (!before || before.join() === this.ids.join()) return;
    this.answer = NO_ANSWER;
  }

  override render() {
    const all = this.ids.map((id) => this.playground.resolved(id));
    const [first] = all;
    if (!first) return nothing;
    const isCurrent = this.answer.settings === this.playground.$settings.get();
    const { refusal, notice } = isCurrent ? this.answer : NO_ANSWER;
    return html`
      ${this.#preset()} ${this.#environment(all)} ${this.#algorithm(all, refusal)}
      <p role="status" class="help">${notice}</p>
    `;
  }

  #preset() {
    const { presets, environments } = this.playground.catalog;
    const settings = this.playground.$settings.get();
    const chosen = shared(this.ids.map((id) => settings.get(id)?.get('preset') ?? ''));
    const groups = environments.map(({ id, title }) => ({
      title,
      presets: presets.filter(
        (preset) => presetEnvironment(this.playground.catalog, preset) === id,
      ),
    }));
    const teaches = presets.find(({ id }) => id === chosen)?.teaches;
    const placeholder = chosen === undefined ? words().several : words().noPreset;
    return html`
      <div class="field">
        <label for="preset">${words().preset}</label>
        <select
          ?disabled=${isLocked('preset')}
          id="preset"
          aria-describedby="teaches"
          @change=${(event: Event) => this.#select({ preset: chosenIn(event) })}
        >
          ${chosen ? nothing : emptyOption(placeholder)}
          ${groups
            .filter(({ presets: members }) => members.length > 0)
            .map(
              ({ title, presets: members }) => html`
                <optgroup label=${title}>
                  ${members.map((preset: Preset) => presetOption(preset, chosen))}
                </optgroup>
              `,
            )}
          ${this.#robots(presetOfRobot)}
        </select>
        <p class="help" id="teaches">${teaches}</p>
      </div>
    `;
  }

  /** What is to be fetched yet, each under a value. */
  #robots(valueOf: (id: RobotId) => string) {
    const { environments } = this.playground.catalog;
    const missing = ROBOTS.filter((robot) => environments.every(({ id }) => id !== robot));
    if (missing.length === 0) return nothing;
    const { group, titles } = robotWords();
    return html`
      <optgroup label=${group}>
        ${missing.map((id) => option(valueOf(id), titles[id], undefined))}
      </optgroup>
    `;
  }

  #environment(all: readonly Resolved[]) {
    const { environments } = this.playground.catalog;
    const chosen = shared(all.map(({ environment }) => environment));
    return html`
      <div class="field">
        <label for="environment">${words().environment}</label>
        <select
          ?disabled=${isLocked('preset')}
          id="environment"
          aria-describedby="environment-help"
          @change=${(event: Event) => this.#select({ environment: chosenIn(event) })}
        >
          ${chosen ? nothing : emptyOption(words().several)}
          ${environments.map(({ id, title }) => option(id, title, chosen?.id))}
          ${
            environments.some(({ id }) => id === FORMULA)
              ? nothing
              : option(FORMULA, words().ownTask, undefined)
          }
          ${this.#robots((id) => id)}
        </select>
        <p class="help muted" id="environment-help">${chosen?.help}</p>
      </div>
    `;
  }

  #algorithm(all: readonly Resolved[], refusal: Refusal | null) {
    const { algorithms } = this.playground.catalog;
    const chosen = refusal?.algorithm ?? shared(all.map(({ algorithm }) => algorithm));
    const isSuited = (algorithm: Algorithm) =>
      all.every(({ environment }) => accepts(algorithm, environment));
    const options = (members: readonly Algorithm[]) =>
      members.map(({ id, title }) => option(id, title, chosen?.id));
    const unsuited = algorithms.filter((algorithm) => !isSuited(algorithm));
    const titles = [...new Set(all.map(({ environment }) => environment.title))].join(', ');
    return html`
      <div class="field">
        <label for="algorithm">${words().algorithm}</label>
        <select
          ?disabled=${isLocked('preset')}
          id="algorithm"
          aria-invalid=${refusal !== null}
          aria-describedby="refusal algorithm-help"
          @change=${(event: Event) => this.#select({ algorithm: chosenIn(event) })}
        >
          ${chosen ? nothing : emptyOption(words().several)}
          <optgroup label=${words().suited(titles)}>
            ${options(algorithms.filter(isSuited))}
          </optgroup>
          ${
            unsuited.length > 0
              ? html`<optgroup label=${words().unsuited}>${options(unsuited)}</optgroup>`
              : nothing
          }
        </select>
        <div id="refusal" role="alert">${refusal ? this.#explain(refusal, all) : ''}</div>
        <p class="help muted" id="algorithm-help">${chosen?.help}</p>
      </div>
    `;
  }

  #explain({ algorithm, reason }: Refusal, all: readonly Resolved[]) {
    const { catalog } = this.playground;
    const unfit = all.find(({ environment }) => !accepts(algorithm, environment));
    const environment = (unfit ?? all[0]!).environment;
    const { title } = algorithm;
    const button = (selection: Selection, name: string) => html`
      <button @click=${() => this.#selectInstead(selection)}>${name}</button>
    `;
    return html`
      <div class="error">
        <p>${words().refused(title, environment.title, reason)}</p>
        <p>${words().instead(environment.title)}</p>
        <div class="ways">
          ${suitedAlgorithms(catalog, environment).map((other) =>
            button({ algorithm: other.id }, other.title),
          )}
        </div>
        <p>${words().elsewhere(title)}</p>
        <div class="ways">
          ${suitedEnvironments(catalog, algorithm).map(({ id, title: name }) =>
            button({ environment: id, algorithm: algorithm.id }, name),
          )}
        </div>
      </div>
    `;
  }

  async #select(selection: Selection): Promise<void> {
    const { playground, ids } = this;
    const { refusal, replaced } = await selectFor(playground, selection, ids);
    const wanted = 'algorithm' in selection ? selection.algorithm : undefined;
    const algorithm = playground.catalog.algorithms.find(({ id }) => id === wanted);
    this.answer = {
      settings: playground.$settings.get(),
      refusal: refusal !== '' && algorithm ? { algorithm, reason: refusal } : null,
      notice: refusal !== '' && !algorithm ? refusal : this.#describe(replaced),
    };
  }

  /** The button that was pressed goes; the focus stays near. */
  async #selectInstead(selection: Selection): Promise<void> {
    await this.#select(selection);
    this.renderRoot.querySelector<HTMLElement>('#algorithm')?.focus();
  }

  #describe(replaced: Outcome['replaced']): string {
    const { environment } = this.playground.resolved(this.ids[0]!);
    const sentences = replaced.map(({ from, to }) =>
      words().replaced(from.title, to.title, environment.title),
    );
    return [...new Set(sentences)].join(' ');
  }
}

/** The value that all have, if they have one. */
function shared<T>(values: readonly T[]): T | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

function chosenIn(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}

function presetOption(preset: Preset, chosen: string | undefined) {
  return option(preset.id, words().presetTitle(preset), chosen);
}

function option(id: string, title: string, chosen: string | undefined): TemplateResult {
  return html`<option value=${id} .selected=${live(id === chosen)}>${title}</option>`;
}

/** What a select shows while nothing in it is chosen. */
function emptyOption(text: string): TemplateResult {
  return html`<option value="" .selected=${live(true)} disabled>${text}</option>`;
}

function styles() {
  return css`
    :host,
    .field {
      display: grid;
      gap: var(--space-1);
      min-width: 0;
    }
    :host {
      gap: var(--space-3);
    }
    .error p + .ways {
      margin: var(--space-2) 0;
    }
  `;
}

customElements.define('task-chooser', TaskChooser);
