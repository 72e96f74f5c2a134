import { css, html, nothing } from 'lit';
import type { Parameter } from '../../protocol/catalog';
import { FORMULA, FORMULA_TEXT, REWARD } from '../../protocol/further';
import type { Complaints } from '../settings/complaints';
import { loaded } from '../kit/loaded';
import { PlaygroundElement } from '../experiment/element';
import { isLocked } from '../kit/embedding';
import type { ArmId } from '../settings/arms';
import {
  groupParameters,
  isDefault,
  isRelevant,
  isRewarded,
  type Resolved,
  valueTitle,
} from '../settings/settings';
import { settingsStrings } from '../text/en/settings';
import { base, segments, surface } from '../kit/styles';
import './parameter-field';
import './task-chooser';
import { segmented } from '../kit/segmented';

const words = () => settingsStrings();
/** Parameters that the task chooser sets, and the editors of formulas. */
const TASK = new Set(['environment', 'algorithm', FORMULA_TEXT, REWARD]);

/** Every parameter of the catalog that matters, for all arms or for one. */
class SettingsPanel extends PlaygroundElement {
  static override properties = {
    scope: { state: true },
    errors: { state: true },
    isRewardOpen: { state: true },
  };
  declare private scope: ArmId | 'all';
  /** by the key of the parameter whose change was refused */
  declare private errors: ReadonlyMap<string, Complaints>;
  declare private isRewardOpen: boolean;
  static override styles = [base, surface, segments, styles()];

  constructor() {
    super();
    this.scope = 'all';
    this.errors = new Map();
    this.isRewardOpen = false;
  }

  protected override stores() {
    return [this.playground.$settings];
  }

  override willUpdate(): void {
    if (!this.playground.arms.some(({ id }) => id === this.scope)) this.scope = 'all';
  }

  override render() {
    const ids = this.#ids();
    const all = ids.map((id) => this.playground.resolved(id));
    const [first] = all;
    if (!first) return nothing;
    const algorithms = unique(all.map(({ algorithm }) => algorithm));
    const environments = unique(all.map(({ environment }) => environment));
    const { parameters } = this.playground.catalog.run;
    const groups = [
      ...sections(algorithms),
      ...sections(environments),
      ...groupParameters(parameters),
    ];
    return html`
      <section class="surface" aria-labelledby="title">
        <div class="top">
          <h2 id="title" class="heading">${words().title}</h2>
          ${segmented(words().scope, 'scope', this.#scopes(), this.scope, (scope) => {
            this.scope = scope;
            this.errors = new Map();
          })}
          <task-chooser .playground=${this.playground} .ids=${ids}></task-chooser>
          ${this.#formulas(ids)}
        </div>
        ${this.#reward(ids)}
        ${groups.map(({ group, parameters: members }, i) =>
          this.#group(group, members, all, i === 0),
        )}
      </section>
    `;
  }

  /** The text of those runs whose task is one of formulas. */
  #formulas(ids: readonly ArmId[]) {
    const { playground } = this;
    const own = ids.filter((id) => playground.resolved(id).environment.id === FORMULA);
    if (own.length === 0) return nothing;
    void loaded(() => import('./formula-editor'));
    return html`<formula-editor .playground=${playground} .ids=${own}></formula-editor>`;
  }

  /** What runs are paid, which is fetched when somebody wants to write it. */
  #reward(ids: readonly ArmId[]) {
    const { playground } = this;
    const isWritten = ids.some((id) => isRewarded(playground.resolved(id)));
    return html`
      <details
        ?open=${isWritten || this.isRewardOpen}
        @toggle=${({ newState }: ToggleEvent) => {
          if (newState === 'open') void loaded(() => import('./reward-editor'));
          this.isRewardOpen = newState === 'open';
        }}
      >
        <summary><span>${words().reward}</span></summary>
        ${
          this.isRewardOpen
            ? html`<reward-editor .playground=${playground} .ids=${ids}></reward-editor>`
            : nothing
        }
      </details>
    `;
  }

  #group(title: string, members: Parameter[], all: Resolved[], isOpen: boolean) {
    const parameters = members.filter(
      (parameter) =>
        !TASK.has(parameter.key) && all.some((resolved) => isRelevant(resolved, parameter)),
    );
    if (parameters.length === 0) return nothing;
    const changed = parameters.filter((parameter) =>
      owners(parameter, all).some(
        ({ values }) => !isDefault(parameter, values.get(parameter.key)!),
      ),
    ).length;
    return html`
      <details ?open=${isOpen}>
        <summary>
          <span>${title}</span>
          ${
            changed > 0
              ? html`<span class="count muted">${words().changedCount(changed)}</span>`
              : nothing
          }
        </summary>
        ${parameters.map((parameter) => this.#field(parameter, all))}
      </details>
    `;
  }

  #field(parameter: Parameter, all: Resolved[]) {
    const having = owners(parameter, all);
    const values = having.map((resolved) => resolved.values.get(parameter.key)!);
    const isMixed = values.some((value) => value !== values[0]);
    const titles = having.map((resolved) =>
      words().valueOf(this.#ids()[all.indexOf(resolved)]!, valueTitle(parameter, resolved)),
    );
    return html`
      <parameter-field
        data-key=${parameter.key}
        .parameter=${parameter}
        .value=${isMixed ? '' : values[0]!}
        .mixed=${isMixed ? titles.join(', ') : ''}
        .locked=${isLocked(parameter.key)}
        .error=${this.#error(parameter.key)}
        @value=${(event: CustomEvent<string>) => this.#change(parameter, event.detail)}
      ></parameter-field>
    `;
  }

  async #change(parameter: Parameter, value: string): Promise<void> {
    const { key } = parameter;
    const { change } = await loaded(() => import('../experiment/change'));
    const complaints = await change(this.playground, parameter, value, this.#ids());
    const others = [...this.errors].filter(([asked]) => asked !== key);
    this.errors = new Map(
      complaints.size > 0
        ? [...others, [key, complaints]]
        : others.filter(([, complaint]) => !complaint.has(key)),
    );
  }

  #error(key: string): string {
    const concerned = [...this.errors.values()].find((complaints) => complaints.has(key));
    return (this.errors.get(key) ?? concerned)?.get(key) ?? '';
  }

  #ids(): ArmId[] {
    const ids = this.playground.arms.map(({ id }) => id);
    return this.scope === 'all' ? ids : ids.filter((id) => id === this.scope);
  }

  #scopes(): { value: ArmId | 'all'; text: string }[] {
    const arms = this.playground.arms.map(({ id }) => ({ value: id, text: words().scopeRun(id) }));
    return [{ value: 'all', text: words().scopeAll }, ...arms];
  }
}

function owners(parameter: Parameter, all: readonly Resolved[]): Resolved[] {
  return all.filter(({ values }) => values.has(parameter.key));
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** The groups of each owner's parameters, with its title where there are several owners. */
function sections(owners: readonly { title: string; parameters: readonly Parameter[] }[]) {
  return owners.flatMap(({ title, parameters }) =>
    groupParameters(parameters).map(({ group, parameters: members }) => ({
      group: owners.length > 1 ? `${title} · ${group}` : group,
      parameters: members,
    })),
  );
}

function styles() {
  return css`
    section {
      padding: var(--space-4) 0 var(--space-2);
    }
    .top {
      display: grid;
      gap: var(--space-3);
      padding: 0 var(--space-4) var(--space-3);
    }
    details {
      padding: 0 var(--space-4);
      border-top: 1px solid var(--line);
    }
    summary {
      display: flex;
      align-items: center;
      justify-content: space-between;
      min-height: var(--touch);
      font-size: var(--text-s);
      font-weight: 600;
      cursor: pointer;
    }
    summary::before {
      content: '';
      flex: none;
      width: 0.4rem;
      height: 0.4rem;
      margin: 0 var(--space-3) 0 var(--space-1);
      border: solid var(--muted);
      border-width: 0 2px 2px 0;
      transform: rotate(-45deg);
    }
    details[open] summary::before {
      transform: rotate(45deg);
    }
    summary span:first-child {
      flex: 1;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    .count {
      font-size: var(--text-xs);
      font-weight: 400;
    }
    parameter-field + parameter-field {
      border-top: 1px solid var(--line);
    }
  `;
}

customElements.define('settings-panel', SettingsPanel);
