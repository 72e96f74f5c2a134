import { css, html, nothing } from 'lit';
import type { ReadableAtom } from 'nanostores';
import type { ArmId } from '../settings/arms';
import { $theme } from '../kit/color-theme';
import { embedding } from '../kit/embedding';
import { onAnimationFrame } from '../kit/frames';
import { loaded } from '../kit/loaded';
import { base, surface } from '../kit/styles';
import { WhileConnected } from '../kit/while-connected';
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

let page: LabPage | undefined;

/**
 * The lab, about a frozen moment of a run if there is one. There is only one lab; while it is on
 * display it keeps its settings in the address of the page.
 */
export function openLab(moment: FrozenMoment | null, $isShown: ReadableAtom<boolean>): HTMLElement {
  page ??= createPage($isShown);
  if (moment) page.lab.freeze(moment);
  return page;
}

function createPage($isShown: ReadableAtom<boolean>): LabPage {
  const client = new LabWorker(connectLabWorker, (reason) => lab.lose(reason));
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const lab = new Lab(labCore(client), !isStill);
  const element = new LabPage();
  element.lab = lab;
  element.client = client;
  if (!embedding.isOn) keepAddress(lab, $isShown);
  void lab.start(embedding.experiment ?? location.hash);
  return element;
}

function keepAddress({ $settings }: Lab, $isShown: ReadableAtom<boolean>): void {
  const show = () => {
    const settings = $settings.get();
    if (settings && $isShown.get()) history.replaceState(null, '', formatLabLink(settings));
  };
  $settings.listen(show);
  $isShown.listen(show);
}

/** The gradient lab: task, verdict, figures and the table of all numbers. */
class LabPage extends LabElement {
  static override styles = [base, surface, styles()];
  client!: LabWorker;

  constructor() {
    super();
    new WhileConnected(this, () =>
      onAnimationFrame((now) => {
        if (this.#isSeen()) this.lab.turn(now);
      }),
    );
  }

  #isSeen(): boolean {
    return !document.hidden && this.offsetParent !== null;
  }

  override render() {
    return html`
      <div class="intro">
        <h1>${words().headline}</h1>
        <p class="muted">${words().lead}</p>
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
    .intro {
      max-width: 60rem;
    }
    h1 {
      margin: 0;
      font-size: var(--text-xl);
      font-weight: 700;
      letter-spacing: -0.025em;
      line-height: 1.15;
    }
    .intro p {
      margin-top: var(--space-3);
      text-wrap: pretty;
    }
    .notice {
      padding: var(--space-3) var(--space-4);
      overflow-wrap: anywhere;
    }
    .notice button {
      min-height: var(--touch);
      font: inherit;
    }
    .notice ul {
      padding-left: var(--space-5);
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
