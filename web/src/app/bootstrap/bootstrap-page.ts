import { css, html, nothing } from 'lit';
import { computed } from 'nanostores';
import type { Client } from '../../protocol/client';
import type { BootstrapCommands } from '../../protocol/bootstrap-commands';
import { connect } from '../experiment/worker-client';
import { Following } from '../kit/controllers';
import { $folded } from '../kit/embedding';
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
import { bootstrapStrings as words } from '../text/en/bootstrap';
import { Bootstrap, type OwnRuns } from './bootstrap';
import { BootstrapElement } from './bootstrap-element';
import { bootstrapFact, turnBootstrap } from './bootstrap-facts';
import { formatBootstrapLink } from './bootstrap-link';
import { type Example, examples, RUNS, settingsOf } from './examples';
import { frozenVerdict } from './frozen-verdict';
import { openRuns } from './own-runs';
import type { BootstrapSettings } from './settings';
import { verdict } from './verdict';
import './bootstrap-figures';
import './bootstrap-panel';
import './frozen-figures';

let only: BootstrapPage | undefined;

/** The bootstrapping laboratory, about what a hash says. There is only one. */
export function openBootstrap(hash: string): Page {
  only ??= createPage(hash);
  const { lab } = only;
  const { $settings } = lab;
  const $address = computed($settings, (settings) => settings && formatBootstrapLink(settings));
  return {
    element: only,
    $address,
    setShown: () => undefined,
    turnTo: (next) => once(lab.$phase, 'ready', () => turnBootstrap(lab, next)),
    factOf: (name) => bootstrapFact(lab, name),
  };
}

/** Makes the laboratory about frozen runs. */
export function showRuns(own: OwnRuns): void {
  only ??= createPage('#bootstrap=');
  only.lab.bring(own);
}

function createPage(hash: string): BootstrapPage {
  const lab = new Bootstrap((): Client<BootstrapCommands> =>
    connect(
      () => new Worker(new URL('../../worker/bootstrap.ts', import.meta.url), { type: 'module' }),
      { frame: () => undefined, death: (reason) => lab.fail(reason) },
    ),
  );
  const element = new BootstrapPage();
  element.lab = lab;
  element.hash = hash;
  void lab.start(hash);
  return element;
}

/** The bootstrapping laboratory: situations, a verdict, the critic and the figures. */
class BootstrapPage extends BootstrapElement {
  static override styles = [base, intro, surface, benchStyles, styles()];
  hash = '';
  /** with their settings, and the links that say them */
  #examples: { id: Example['id']; settings: BootstrapSettings; link: string }[] | undefined;

  constructor() {
    super();
    new Following(this, () => [$folded]);
    this.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    });
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      void openRuns(this.lab, event.dataTransfer?.files ?? null);
    });
  }

  override render() {
    return html` ${labIntro(words())} ${this.#content()} `;
  }

  #content() {
    const { lab } = this;
    const phase = lab.$phase.get();
    if (phase === 'loading') return html`<p class="muted">${words().loading}</p>`;
    if (phase === 'failed') {
      const text = words().failed(lab.$failure.get());
      return failureNotice(text, words().again, () => void lab.start(this.hash));
    }
    const ignored = lab.$ignored.get();
    return html`
      ${ignored.length > 0 ? ignoredNotice(words().ignored, ignored) : nothing}
      ${this.#situations()}
      <div class="bench">
        ${verdictSection(words().verdict.title, this.#verdict(), this.#waiting())}
        <bootstrap-panel class="panel" .lab=${lab}></bootstrap-panel>
        <div class="findings">
          ${
            lab.isFrozen
              ? html`<frozen-figures .lab=${lab}></frozen-figures>`
              : html`<bootstrap-figures .lab=${lab}></bootstrap-figures>`
          }
          ${this.#runs()}
        </div>
      </div>
    `;
  }

  /** Why there is no verdict. */
  #waiting(): string {
    const { isFrozen, frozen } = this.lab;
    const refusal = isFrozen ? frozen.$refusal.get() : '';
    return refusal === '' ? words().verdict.waiting : words().refused(refusal);
  }

  #verdict() {
    const { lab } = this;
    const [returns, settings] = [lab.$returns.get(), lab.$settings.get()!];
    if (lab.isFrozen) return frozenVerdict(lab.frozen.$runs.get(), settings);
    return returns && verdict(returns, settings);
  }

  #situations() {
    const { lab } = this;
    this.#examples ??= examples.map((example) => {
      const settings = settingsOf(example, lab.items);
      return { id: example.id, settings, link: formatBootstrapLink(settings) };
    });
    const current = lab.$own.get() ? '' : formatBootstrapLink(lab.$settings.get()!);
    return situationRow(
      words().examples.label,
      this.#examples.map(({ id, settings, link }) => ({
        id,
        ...words().examples[id],
        isCurrent: link === current,
        choose: () => lab.set(settings),
      })),
    );
  }

  #runs() {
    const { title, text, link } = words().runs;
    return html`
      <section class="runs surface">
        <h2 class="heading">${title}</h2>
        <p>${text}</p>
        <p><a href=${RUNS} target="_blank">${link}</a></p>
      </section>
    `;
  }
}

function styles() {
  return css`
    .runs {
      display: grid;
      gap: var(--space-2);
      padding: var(--space-4);
    }
    .runs a {
      color: inherit;
      font-weight: 600;
    }
  `;
}

customElements.define('bootstrap-page', BootstrapPage);
