import { css, html, nothing } from 'lit';
import { computed } from 'nanostores';
import type { ArmId } from '../settings/arms';
import { $theme } from '../kit/color-theme';
import { EachFrame } from '../kit/controllers';
import { loaded } from '../kit/loaded';
import type { Page } from '../kit/page';
import { base, intro, surface } from '../kit/styles';
import { type Example, examples, settingsOf } from './examples';
import { Lab } from './lab';
import { labCore, LabWorker } from './lab-client';
import { LabElement } from './lab-element';
import { connectLabWorker } from './lab-worker';
import { formatLabLink } from './lab-link';
import { taskText } from './lab-settings';
import { labStrings } from '../text/en/laboratory';
import { comparedResult } from './plan';
import { styleOf } from './variants';
import { type Entry, verdict } from './verdict';
import './lab-figures';

import './lab-table';
import './task-panel';

// Below the fold, and so not in the way of the first figures.
void loaded(() => import('./lab-race'));

const words = labStrings;

/** A run's checkpoint, to be looked at in the lab. */
export interface FrozenMoment {
  checkpoint: ArrayBuffer;
  run: ArmId;
  steps: number;
}

let only: LabPage | undefined;

/** The lab, about what a hash says. There is only one. */
export function openLab(hash: string): Page {
  only ??= createPage(hash);
  const { lab } = only;
  const $address = computed(lab.$settings, (settings) => settings && formatLabLink(settings));
  return { element: only, $address, setShown: () => undefined };
}

/** Makes the lab about a frozen moment of a run. */
export function freeze(moment: FrozenMoment): void {
  only ??= createPage('#lab=');
  only.lab.freeze(moment);
}

function createPage(hash: string): LabPage {
  const client = new LabWorker(connectLabWorker, (reason) => lab.lose(reason));
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const lab = new Lab(labCore(client), !isStill);
  const element = new LabPage();
  element.lab = lab;
  element.client = client;
  void lab.start(hash);
  return element;
}

/** The gradient lab: task, verdict, figures and the table of all numbers. */
class LabPage extends LabElement {
  static override styles = [base, intro, surface, styles()];
  client!: LabWorker;

  constructor() {
    super();
    new EachFrame(this, (now) => {
      if (this.#isSeen()) this.lab.turn(now);
    });
  }

  #isSeen(): boolean {
    return !document.hidden && this.offsetParent !== null;
  }

  override render() {
    return html`
      <div class="intro">
        <h1>${words().headline}</h1>
        <p>${words().lead}</p>
      </div>
      ${this.#content()}
    `;
  }

  #content() {
    const phase = this.lab.$phase.get();
    if (phase === 'loading') return html`<p class="muted">${words().loading}</p>`;
    if (phase === 'failed') {
      const text = words().failed(this.lab.$failure.get());
      return html`
        <p class="notice surface" role="alert">
          ${text} <button @click=${() => this.lab.retry()}>${words().again}</button>
        </p>
      `;
    }
    const { lab } = this;
    return html`
      ${this.#ignored()} ${this.#loss()} ${lab.$moment.get() ? nothing : this.#examples()}
      <div class="bench">
        ${this.#verdict()}
        <task-panel .lab=${lab}></task-panel>
        <div class="findings">
          <lab-figures .lab=${lab}></lab-figures>
          <lab-table .lab=${lab}></lab-table>
          <lab-race .client=${this.client} build=${lab.catalog.build}></lab-race>
        </div>
      </div>
    `;
  }

  #ignored() {
    const ignored = this.lab.$ignored.get();
    if (ignored.length === 0) return nothing;
    return html`
      <div class="notice surface" role="status">
        ${words().ignored}
        <ul>
          ${ignored.map((item) => html`<li>${item}</li>`)}
        </ul>
      </div>
    `;
  }

  #loss() {
    const reason = this.lab.$loss.get();
    if (reason === '') return nothing;
    return html`<p class="notice surface" role="status">${words().lost(reason)}</p>`;
  }

  #examples() {
    const { catalog } = this.lab;
    const current = taskText(this.lab.$settings.get()!);
    const able = examples.filter((example) => isAble(example, catalog));
    return html`
      <div class="examples" role="group" aria-label=${words().examples.label}>
        ${able.map((example) => {
          const settings = settingsOf(example, catalog);
          const isCurrent = taskText(settings) === current;
          return html`
            <button
              aria-pressed=${isCurrent}
              data-example=${example.id}
              @click=${() => this.lab.set({ ...settings, seed: this.lab.$settings.get()!.seed })}
            >
              <b>${example.words().question}</b><span class="muted">${example.words().title}</span>
            </button>
          `;
        })}
      </div>
    `;
  }

  #verdict() {
    const { lab } = this;
    const [settings, task] = [lab.$settings.get()!, lab.$task.get()];
    const entries = lab.variants().flatMap((variant): Entry[] => {
      const result = comparedResult(variant, settings, lab.results);
      const { name } = styleOf(variant.id, $theme.get());
      return result ? [{ id: variant.id, name, result }] : [];
    });
    const found = task && verdict(entries, task);
    return html`
      <section class="verdict surface" aria-labelledby="verdict" data-figure="verdict">
        <h2 id="verdict" class="label muted">${words().verdict.title}</h2>
        <p class="headline">${found ? found.headline : words().verdict.waiting}</p>
        ${found?.sentences.map((sentence) => html`<p>${sentence}</p>`)}
      </section>
    `;
  }
}

function isAble({ policy, objective }: Example, catalog: Lab['catalog']): boolean {
  return (
    catalog.policies.some(({ id }) => id === policy[0]) &&
    catalog.objectives.some(({ id }) => id === objective[0])
  );
}

function styles() {
  return css`
    :host {
      display: grid;
      gap: var(--space-4);
      min-width: 0;
    }
    .notice button {
      min-height: var(--touch);
      font: inherit;
    }
    .examples {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr));
      gap: var(--space-2);
    }
    .examples button {
      display: grid;
      align-content: center;
      min-height: var(--touch);
      padding: var(--space-2) var(--space-3);
      border: 1px solid var(--line);
      border-radius: var(--radius-s);
      background: var(--surface);
      color: var(--ink);
      font: 600 var(--text-s) / 1.4 var(--font);
      text-align: left;
      cursor: pointer;
    }
    .examples button:hover {
      border-color: var(--control-line);
    }
    .examples button[aria-pressed='true'] {
      border-color: var(--accent);
      box-shadow: inset 0 0 0 1px var(--accent);
    }
    .examples span {
      font-size: var(--text-xs);
      font-weight: 400;
    }
    .bench,
    .findings {
      display: grid;
      gap: var(--space-4);
      min-width: 0;
    }
    .verdict {
      display: grid;
      gap: var(--space-2);
      padding: var(--space-4);
      border-left: 4px solid var(--ink);
    }
    .verdict p {
      max-width: 76ch;
      text-wrap: pretty;
    }
    .label {
      font-size: var(--text-xs);
      font-weight: 650;
    }
    .headline {
      font-size: 1.125rem;
      font-weight: 600;
      line-height: 1.4;
    }
    @media print {
      .examples,
      task-panel {
        display: none;
      }
    }
    @media (max-width: 40rem) {
      .examples {
        grid: auto / auto-flow 11rem;
        margin: 0 calc(-1 * var(--space-3));
        padding: var(--space-1) var(--space-3);
        overflow-x: auto;
      }
    }
    @media (min-width: 64rem) {
      .bench {
        grid-template: auto 1fr / 20rem minmax(0, 1fr);
        align-items: start;
      }
      task-panel {
        grid-area: 1 / 1 / 3;
        position: sticky;
        top: var(--space-4);
        max-height: calc(100vh - 2 * var(--space-4));
        overflow: auto;
      }
    }
  `;
}

customElements.define('lab-page', LabPage);
