import { css, html, nothing } from 'lit';
import { computed, type Store } from 'nanostores';
import { catalog } from '../experiment/core-catalog';
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
} from '../laboratory/bench';
import type { FrozenMoment } from '../laboratory/lab-page';
import { formatCount } from '../text/format';
import { surrogateStrings as words } from '../text/en/surrogate';
import { examples, settingsOf } from './examples';
import { surrogateCore } from './surrogate-client';
import { SurrogateElement } from './surrogate-element';
import { surrogateFact, turnSurrogate } from './surrogate-facts';
import { SurrogateLab } from './surrogate-lab';
import './surrogate-line';
import { formatSurrogateLink } from './surrogate-link';
import './surrogate-panel';
import { simplexVerdict } from './simplex-verdict';
import { isSimplex, lineText, placeOf, taskText } from './surrogate-settings';
import { connectSurrogateWorker } from './surrogate-worker';
import { verdictOf } from './verdict';

// Below the fold, and so not in the way of the first figure.
void loaded(() => import('./further-figures'));

let only: SurrogatePage | undefined;

/** The surrogate laboratory, about what a hash says. There is only one. */
export function openSurrogate(hash: string): Page {
  only ??= createPage(hash);
  const { lab } = only;
  const { $settings } = lab;
  const $address = computed($settings, (settings) => settings && formatSurrogateLink(settings));
  return {
    element: only,
    $address,
    setShown: () => undefined,
    turnTo: (next) => once(lab.$phase, 'ready', () => turnSurrogate(lab, next)),
    factOf: (name) => surrogateFact(lab, name),
  };
}

/** Makes the laboratory about a run. */
export function freeze({ checkpoint, run, steps }: FrozenMoment): void {
  only ??= createPage('#surrogate=');
  only.lab.freeze({ name: words().moment.ofRun(run, formatCount(steps)), checkpoint });
}

function createPage(hash: string): SurrogatePage {
  const lab = new SurrogateLab(() =>
    surrogateCore(
      connectSurrogateWorker({ frame: () => undefined, death: (reason) => lab.fail(reason) }),
      catalog.build,
    ),
  );
  const element = new SurrogatePage();
  element.lab = lab;
  void lab.start(hash);
  return element;
}

/** Questions, process, verdict and figures. */
class SurrogatePage extends SurrogateElement {
  static override styles = [base, intro, surface, benchStyles, styles()];

  protected override stores({
    $phase,
    $failure,
    $settings,
    $line,
    $refusal,
    $ignored,
    $guess,
    $simplex,
  }: SurrogateLab): readonly Store[] {
    return [$phase, $failure, $settings, $line, $refusal, $ignored, $guess, $simplex, $folded];
  }

  override render() {
    return html` ${labIntro(words())} ${this.#content()} `;
  }

  #content() {
    const { lab } = this;
    const phase = lab.$phase.get();
    if (phase === 'loading') return html`<p class="muted">${words().loading}</p>`;
    if (phase === 'failed') {
      return failureNotice(words().failed(lab.$failure.get()), words().again, () => lab.retry());
    }
    return html`
      ${this.#ignored()} ${this.#refusal()} ${this.#examples()}
      ${isSimplex(lab.$settings.get()!) ? this.#simplex() : this.#process()}
    `;
  }

  #simplex() {
    const { lab } = this;
    void loaded(() => import('./surrogate-simplex'));
    const { title, waiting } = words().verdict;
    return html`
      <div class="bench">
        ${verdictSection(title, simplexVerdict(lab.$simplex.get()), waiting)}
        <surrogate-simplex .lab=${lab}></surrogate-simplex>
        <surrogate-panel .lab=${lab}></surrogate-panel>
      </div>
    `;
  }

  #process() {
    const { lab } = this;
    return html`
      <div class="bench">
        ${this.#verdict()}
        <surrogate-line .lab=${lab}></surrogate-line>
        <surrogate-panel .lab=${lab}></surrogate-panel>
        <div class="more">
          ${this.#speed()}
          <surrogate-visits .lab=${lab}></surrogate-visits>
          <surrogate-rollouts .lab=${lab}></surrogate-rollouts>
          <surrogate-paths .lab=${lab}></surrogate-paths>
          <surrogate-rounds .lab=${lab}></surrogate-rounds>
          <surrogate-estimates .lab=${lab}></surrogate-estimates>
        </div>
      </div>
    `;
  }

  #speed() {
    if (this.lab.$settings.get()!.direction !== 'natural') return nothing;
    void loaded(() => import('./surrogate-speed'));
    return html`<surrogate-speed .lab=${this.lab}></surrogate-speed>`;
  }

  #ignored() {
    const ignored = this.lab.$ignored.get();
    return ignored.length === 0 ? nothing : ignoredNotice(words().ignored, ignored);
  }

  #refusal() {
    const reason = this.lab.$refusal.get();
    if (reason === '') return nothing;
    return html`<p class="notice surface" role="alert">${words().refused(reason)}</p>`;
  }

  #examples() {
    const { lab } = this;
    const settings = lab.$settings.get()!;
    const rows = examples.map((example) => {
      const own = settingsOf(example, lab.catalog);
      const isCurrent =
        settings.moment === null &&
        taskText(own) === taskText(settings) &&
        lineText(own) === lineText(settings);
      return { id: example.id, ...example.words(), isCurrent, choose: () => lab.set(own) };
    });
    return situationRow(words().examples.label, rows);
  }

  #verdict() {
    const { lab } = this;
    const settings = lab.$settings.get()!;
    const say = words().verdict;
    const found = verdictOf(lab.$line.get(), placeOf(settings), lab.$guess.get());
    const asked = { headline: say.predict, sentences: [say.predictHelp] };
    return verdictSection(say.title, settings.predict ? asked : found, say.waiting);
  }
}

function styles() {
  return css`
    .bench,
    .more {
      display: grid;
      gap: var(--space-4);
      min-width: 0;
    }
    .verdict {
      gap: var(--space-1);
      padding: var(--space-3) var(--space-4);
    }
    @media print {
      .examples,
      surrogate-panel {
        display: none;
      }
    }
    @media (min-width: 64rem) {
      .bench {
        grid-template: auto 1fr / 16rem minmax(0, 1fr) 16rem;
      }
      surrogate-panel {
        grid-area: 1 / 1 / 3;
      }
      surrogate-line,
      surrogate-simplex {
        grid-area: 1 / 2;
      }
      .verdict {
        grid-area: 1 / 3;
        align-self: start;
        font-size: var(--text-s);
      }
      .more {
        grid-area: 2 / 2 / 3 / 4;
        align-content: start;
      }
    }
  `;
}

customElements.define('surrogate-page', SurrogatePage);
