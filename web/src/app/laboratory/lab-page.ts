import { html, nothing } from 'lit';
import { computed } from 'nanostores';
import type { ArmId } from '../settings/arms';
import { $theme } from '../kit/color-theme';
import { EachFrame, Following } from '../kit/controllers';
import { $folded } from '../kit/embedding';
import { loaded } from '../kit/loaded';
import { once } from '../kit/once';
import type { Page } from '../kit/page';
import { base, intro, surface } from '../kit/styles';
import {
  benchStyles,
  failureNotice,
  ignoredNotice,
  labIntro,
  situationRow,
  verdictSection,
} from './bench';
import { type Example, examples, settingsOf } from './examples';
import { Lab } from './lab';
import { labCore, LabWorker } from './lab-client';
import { LabElement } from './lab-element';
import { labFact, turnLab } from './lab-facts';
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
  return {
    element: only,
    $address,
    setShown: () => undefined,
    turnTo: (next) => once(lab.$phase, 'ready', () => turnLab(lab, next)),
    factOf: (name) => labFact(lab, name),
  };
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
  static override styles = [base, intro, surface, benchStyles];
  client!: LabWorker;

  constructor() {
    super();
    new Following(this, () => [$folded]);
    new EachFrame(this, (now) => {
      if (this.#isSeen()) this.lab.turn(now);
    });
  }

  #isSeen(): boolean {
    return !document.hidden && this.offsetParent !== null;
  }

  override render() {
    return html` ${labIntro(words())} ${this.#content()} `;
  }

  #content() {
    const phase = this.lab.$phase.get();
    if (phase === 'loading') return html`<p class="muted">${words().loading}</p>`;
    if (phase === 'failed') {
      const text = words().failed(this.lab.$failure.get());
      return failureNotice(text, words().again, () => void this.lab.retry());
    }
    const { lab } = this;
    return html`
      ${this.#ignored()} ${this.#loss()} ${lab.$moment.get() ? nothing : this.#examples()}
      <div class="bench">
        ${this.#verdict()}
        <task-panel class="panel" .lab=${lab}></task-panel>
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
    return ignoredNotice(words().ignored, ignored);
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
    return situationRow(
      words().examples.label,
      able.map((example) => {
        const settings = settingsOf(example, catalog);
        return {
          id: example.id,
          ...example.words(),
          isCurrent: taskText(settings) === current,
          choose: () => this.lab.set({ ...settings, seed: this.lab.$settings.get()!.seed }),
        };
      }),
    );
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
    return verdictSection(words().verdict.title, found, words().verdict.waiting);
  }
}

function isAble({ policy, objective }: Example, catalog: Lab['catalog']): boolean {
  return (
    catalog.policies.some(({ id }) => id === policy[0]) &&
    catalog.objectives.some(({ id }) => id === objective[0])
  );
}

customElements.define('lab-page', LabPage);
