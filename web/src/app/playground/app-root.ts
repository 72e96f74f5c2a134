import { css, html, nothing } from 'lit';
import { $theme, chooseTheme } from '../kit/color-theme';
import { PlaygroundElement } from '../experiment/element';
import { embedding, shows } from '../kit/embedding';
import { afterPicture, onAnimationFrame } from '../kit/frames';
import { whenNear } from '../kit/in-view';
import { loaded } from '../kit/loaded';
import type { FrozenMoment } from '../laboratory/lab-page';
import type { ArmId } from '../settings/arms';
import { strings } from '../text/en/page';
import { base, buttons, surface } from '../kit/styles';
import { icons } from '../kit/icons';
import '../controls/pair-chooser';
import '../stage/run-card';
import '../controls/transport-bar';

type Freeze = CustomEvent<{ run: ArmId; steps: number }>;

/** The page: the playground, or the laboratory in its place. */
class AppRoot extends PlaygroundElement {
  static override properties = { ...PlaygroundElement.properties, lab: { state: true } };
  declare private lab: HTMLElement | undefined;
  static override styles = [base, surface, buttons, styles()];

  protected override stores() {
    const { $phase, $failure, $ignored, $pair, $settings, $inLab } = this.playground;
    return [$phase, $failure, $ignored, $pair, $settings, $inLab, $theme];
  }

  override firstUpdated(): void {
    this.playground.$claims.listen(
      ({ length }) => length > 0 && void loaded(() => import('../controls/link-notes')),
    );
    if (this.playground.$inLab.get()) void this.#openLab(null);
    else {
      void this.#loadRest();
    }
    void loaded(() => import('../files/start')).then(({ startFiles }) =>
      startFiles(this.playground),
    );
  }

  /** After the first picture, in the order in which it is seen. */
  async #loadRest(): Promise<void> {
    await this.playground.started;
    await afterPicture();
    await loaded(() => import('./unhurried'));
    const stop = onAnimationFrame(() => {
      if (this.playground.runs.every(({ history }) => history.probes.length === 0)) return;
      stop();
      void loaded(() => import('../curves/gradient-curves'));
    });
    await afterPicture();
    const story = this.renderRoot.querySelector('story-text');
    if (story) whenNear(story, () => void loaded(() => import('../story/story-text')));
  }

  override render() {
    const inLab = this.playground.$inLab.get();
    return html`
      <header ?hidden=${!shows('header')}>
        <p class="brand">${icons.mark}<span>${strings().title}</span></p>
        ${embedding.isOn ? nothing : this.#views(inLab)} ${this.#themeSwitch()}
      </header>
      <main ?hidden=${inLab} @freeze=${(event: Freeze) => this.#freeze(event.detail)}>
        ${this.#content()}
      </main>
      <main ?hidden=${!inLab}>${this.lab}</main>
      <footer class="muted" ?hidden=${!shows('footer')}>${strings().footer}</footer>
    `;
  }

  #views(inLab: boolean) {
    const link = (href: string, text: string, isCurrent: boolean, go: (event: Event) => void) =>
      html`<a href=${href} aria-current=${isCurrent} @click=${go}>${text}</a>`;
    return html`
      <nav>
        ${link('#', strings().views.playground, !inLab, (event) => this.#leaveLab(event))}
        ${link('#lab=', strings().views.lab, inLab, (event) => {
          event.preventDefault();
          void this.#openLab(null);
        })}
      </nav>
    `;
  }

  /** A page that was opened on the lab has no runs yet: it starts anew. */
  #leaveLab(event: Event): void {
    if (this.playground.runs.length === 0) return;
    event.preventDefault();
    this.playground.$inLab.set(false);
  }

  async #openLab(moment: FrozenMoment | null): Promise<void> {
    this.playground.pause();
    this.playground.$inLab.set(true);
    const { openLab } = await loaded(() => import('../laboratory/lab-page'));
    this.lab = openLab(moment, this.playground.$inLab);
  }

  async #freeze({ run, steps }: Freeze['detail']): Promise<void> {
    const checkpoint = await this.playground.arms.find(({ id }) => id === run)?.run.moment(steps);
    if (checkpoint) await this.#openLab({ checkpoint, run, steps });
  }

  async #share(): Promise<void> {
    await loaded(() => import('../controls/link-notes'));
    await this.renderRoot.querySelector('link-notes')?.share();
  }

  #themeSwitch() {
    const isDark = $theme.get() === 'dark';
    return html`
      <button
        class="quiet theme"
        role="switch"
        aria-checked=${isDark}
        aria-label=${strings().theme.label}
        title=${strings().theme.label}
        @click=${() => chooseTheme(isDark ? 'light' : 'dark')}
      >
        ${isDark ? icons.sun : icons.moon}
      </button>
    `;
  }

  #content() {
    const { playground } = this;
    const phase = playground.$phase.get();
    if (phase === 'loading') {
      return html`${this.#intro()}
        <p class="muted">${strings().card.starting}</p>`;
    }
    if (phase === 'failed') {
      const text = strings().notices.failed(playground.$failure.get());
      return html`<p class="notice surface" role="alert">${text}</p>`;
    }
    return html`
      ${this.#ignored()}
      <div class="opening">
        ${this.#intro()}
        ${shows('pairs') ? html`<pair-chooser .playground=${playground}></pair-chooser>` : nothing}
      </div>
      <transport-bar .playground=${playground} @share=${() => this.#share()}></transport-bar>
      <link-notes .playground=${playground}></link-notes>
      <kept-runs .playground=${playground}></kept-runs>
      <div class="workbench" ?data-embed=${embedding.isOn}>
        <div class="stage">
          <div class="cards">
            ${playground.arms.map(
              (arm) => html`<run-card .playground=${playground} .arm=${arm}></run-card>`,
            )}
          </div>
          ${this.#charts()}
        </div>
        ${
          shows('settings')
            ? html`<settings-panel .playground=${playground}></settings-panel>`
            : html`<settings-summary .playground=${playground}></settings-summary>`
        }
        ${shows('story') ? html`<story-text .playground=${playground}></story-text>` : nothing}
      </div>
      <run-narration .playground=${playground}></run-narration>
    `;
  }

  #charts() {
    const { playground } = this;
    return [
      shows('curves')
        ? html`<learning-curves .playground=${playground}></learning-curves>`
        : nothing,
      shows('gradients')
        ? html`<gradient-curves .playground=${playground}></gradient-curves>`
        : nothing,
      shows('views') ? html`<views-panel .playground=${playground}></views-panel>` : nothing,
      shows('diagnostics')
        ? html`<diagnostics-panel .playground=${playground}></diagnostics-panel>`
        : nothing,
    ];
  }

  #intro() {
    if (!shows('intro')) return nothing;
    const { headline, lead } = this.#words();
    return html`
      <div class="intro">
        <h1>${headline.map((line) => html`<span>${line} </span>`)}</h1>
        <p>${lead}</p>
      </div>
    `;
  }

  /** Those of the pair on display, else what the runs are. */
  #words(): { headline: readonly string[]; lead: string } {
    const { playground } = this;
    if (playground.$phase.get() === 'loading') {
      const isPlainVisit = location.hash.length <= 1;
      return isPlainVisit ? strings().pairs.scoreFunction : { ...strings().intro, lead: '' };
    }
    const pair = playground.pairs.find(({ id }) => id === playground.$pair.get());
    if (pair) return pair.words();
    const { headline, run, end } = strings().intro;
    const arms = playground.arms.map(({ id }) => {
      const { algorithm, environment } = playground.resolved(id);
      return run(id, algorithm.title, environment.title);
    });
    return { headline, lead: [...arms, end].join(' ') };
  }

  #ignored() {
    const ignored = this.playground.$ignored.get();
    if (ignored.length === 0) return nothing;
    return html`
      <div class="notice surface" role="status">
        ${strings().notices.ignored}
        <ul>
          ${ignored.map((item) => html`<li>${item}</li>`)}
        </ul>
      </div>
    `;
  }
}

function styles() {
  return css`
    :host {
      max-width: 84rem;
      margin: 0 auto;
      padding: 0 clamp(0.75rem, 2.5vw, 2rem);
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: var(--space-3) 0;
    }
    .brand {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      font-weight: 650;
      letter-spacing: -0.01em;
    }
    .brand svg {
      width: 1.75rem;
      height: 1.75rem;
    }
    nav {
      display: flex;
      flex: 1;
      justify-content: flex-end;
    }
    nav a {
      padding: var(--space-3) var(--space-2);
      color: var(--muted);
      font-size: var(--text-s);
      text-decoration: none;
    }
    nav a[aria-current='true'] {
      color: var(--ink);
      font-weight: 600;
      text-decoration: underline 2px;
      text-underline-offset: 0.4em;
    }
    @media (max-width: 30rem) {
      .brand span {
        position: absolute;
        clip-path: inset(50%);
      }
    }
    .theme svg {
      width: 1.25rem;
      height: 1.25rem;
    }
    main {
      display: grid;
      gap: var(--space-4);
      min-width: 0;
    }
    .opening {
      display: grid;
      gap: var(--space-4);
      min-width: 0;
    }
    .intro {
      max-width: 60rem;
    }
    h1 {
      font-size: var(--text-xl);
      font-weight: 700;
      letter-spacing: -0.025em;
      line-height: 1.15;
    }
    @media (max-width: 48rem) {
      h1 span {
        display: block;
      }
    }
    .intro p {
      margin-top: var(--space-3);
      color: var(--muted);
      text-wrap: pretty;
    }
    .notice {
      padding: var(--space-3) var(--space-4);
      overflow-wrap: anywhere;
    }
    .notice ul {
      padding-left: var(--space-5);
    }
    link-notes:not(:defined),
    kept-runs:not(:defined) {
      display: none;
    }
    .workbench,
    .stage {
      display: grid;
      gap: var(--space-4);
      min-width: 0;
    }
    .cards {
      display: grid;
      gap: var(--space-4);
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    @media (min-width: 68rem) {
      .cards:has(> :nth-child(3):last-child) {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
      .workbench {
        grid-template: auto 1fr / minmax(0, 1fr) 22rem;
        align-items: start;
      }
      settings-panel {
        position: sticky;
        top: 6.5rem;
        grid-area: 1 / 2 / 3;
        max-height: calc(100vh - 7.5rem);
        overflow: auto;
      }
    }
    /* A frame is as tall as what is in it, and so nothing in it may be as tall as the frame. */
    header[hidden] + main {
      padding-top: var(--space-3);
    }
    .workbench[data-embed] settings-panel {
      position: static;
      max-height: none;
    }
    .workbench:not(:has(settings-panel)) {
      grid-template-columns: minmax(0, 1fr);
    }
    @media (max-width: 40rem) {
      .cards {
        gap: var(--space-2);
      }
    }
    footer {
      padding: var(--space-6) 0 var(--space-5);
      font-size: var(--text-s);
    }
  `;
}

customElements.define('app-root', AppRoot);
