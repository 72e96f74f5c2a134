import { html, nothing } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import type { Freeze } from '../experiment/freeze';
import { embedding, isLocked, shows } from '../kit/embedding';
import { afterPicture, onAnimationFrame } from '../kit/frames';
import { whenNear } from '../kit/in-view';
import { loaded } from '../kit/loaded';
import type { PageId } from '../link/page-of';
import type * as Leads from '../text/en/leads';
import { strings } from '../text/en/page';
import { base, buttons, intro, surface } from '../kit/styles';
import type * as Freezing from './freeze';
import { viewStyles } from './view-styles';
import '../stage/run-card';
import '../controls/transport-bar';

/** The playground: an experiment, its stage, and all that is known of it. */
class PlaygroundView extends PlaygroundElement {
  static override properties = {
    ...PlaygroundElement.properties,
    hasSettings: { state: true },
  };
  /** whether the drawer is open */
  declare private hasSettings: boolean;
  static override styles = [base, surface, buttons, intro, viewStyles];
  /** what presets teach */
  #prose: Promise<void> | undefined;
  /** what other pairs are about */
  #leads: (typeof Leads)['leads'] | undefined;
  #loading: Promise<void> | undefined;

  constructor() {
    super();
    this.hasSettings = false;
  }

  protected override stores() {
    const { $phase, $failure, $ignored, $pair, $settings } = this.playground;
    return [$phase, $failure, $ignored, $pair, $settings];
  }

  override firstUpdated(): void {
    this.playground.$claims.listen(
      ({ length }) => length > 0 && void loaded(() => import('../controls/link-notes')),
    );
    void this.#loadRest();
  }

  #startFiles(): void {
    void loaded(() => import('../files/start')).then(({ startFiles }) =>
      startFiles(this.playground),
    );
  }

  /** After the first picture, in the order in which it is seen. */
  async #loadRest(): Promise<void> {
    await this.playground.started;
    await afterPicture();
    this.#startFiles();
    const { followSeeds } = await loaded(() => import('./unhurried'));
    followSeeds(this.playground);
    const stop = onAnimationFrame(() => {
      if (this.playground.runs.every(({ history }) => history.probes.bins.length === 0)) return;
      stop();
      void loaded(() => import('../curves/gradient-curves'));
    });
    await afterPicture();
    const story = this.renderRoot.querySelector('story-text');
    if (story) whenNear(story, () => void loaded(() => import('../story/story-text')));
  }

  override render() {
    return html`
      <div
        class="view"
        @freeze=${({ detail }: CustomEvent<Freeze>) =>
          this.#leave('lab', ({ freeze }) => freeze(this.playground, detail))}
        @examine=${({ detail }: CustomEvent<Freeze>) =>
          this.#leave('surrogate', ({ examine }) => examine(this.playground, detail))}
        @look=${({ detail }: CustomEvent<Freeze>) =>
          this.#leave('bootstrap', ({ freezeReturns }) => freezeReturns(this.playground, detail))}
        @settings=${() => this.#toggleSettings()}
        @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && (this.hasSettings = false)}
      >
        ${this.#content()}
      </div>
    `;
  }

  /** Goes to a laboratory, once a run has been frozen for it. */
  async #leave(
    detail: PageId,
    freezes: (freezing: typeof Freezing) => Promise<boolean>,
  ): Promise<void> {
    if (!(await freezes(await loaded(() => import('./freeze'))))) return;
    this.dispatchEvent(new CustomEvent('visit', { detail, bubbles: true }));
  }

  async #share(): Promise<void> {
    await loaded(() => import('../controls/link-notes'));
    await this.renderRoot.querySelector('link-notes')?.share();
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
      ${this.#ignored()} ${this.#intro()}
      <transport-bar .playground=${playground} @share=${() => this.#share()}></transport-bar>
      <link-notes .playground=${playground}></link-notes>
      <kept-runs .playground=${playground}></kept-runs>
      <div class="bench">
        <div class="parts">
          <div class="stage" ?data-embed=${embedding.isStageOnly}>
            <div class="cards">
              ${playground.arms.map(
                (arm) => html`<run-card .playground=${playground} .arm=${arm}></run-card>`,
              )}
              ${this.#compare()}
            </div>
            ${
              shows('curves')
                ? html`<learning-curves .playground=${playground}></learning-curves>`
                : nothing
            }
          </div>
          ${this.#charts()}
          ${shows('story') ? html`<story-text .playground=${playground}></story-text>` : nothing}
        </div>
        ${this.#settings()}
      </div>
      <run-narration .playground=${playground}></run-narration>
    `;
  }

  /** One arm alone can be compared with another. */
  #compare() {
    const { playground } = this;
    if (playground.arms.length > 1 || !shows('pairs') || isLocked('preset')) return nothing;
    return html`
      <button
        class="compare"
        title=${strings().gallery.compareHint}
        @click=${() => this.#openGallery(true)}
      >
        ${strings().gallery.compare}
      </button>
    `;
  }

  /** In a drawer, so that they do not push the stage away. */
  #settings() {
    const { playground } = this;
    if (!shows('settings')) {
      return embedding.isOn && embedding.isStageOnly
        ? nothing
        : html`<settings-summary .playground=${playground}></settings-summary>`;
    }
    return html`
      <aside class="drawer" ?hidden=${!this.hasSettings}>
        <button
          class="quiet close"
          aria-label=${strings().stage.closeSettings}
          @click=${() => (this.hasSettings = false)}
        >
          ✕
        </button>
        <settings-panel .playground=${playground}></settings-panel>
      </aside>
    `;
  }

  #toggleSettings(): void {
    this.hasSettings = !this.hasSettings;
    if (this.hasSettings) void loaded(() => import('../controls/settings-panel'));
  }

  async #openGallery(isComparing: boolean): Promise<void> {
    await loaded(() => import('../gallery/gallery-dialog'));
    await this.renderRoot.querySelector('gallery-dialog')?.open(isComparing);
  }

  #charts() {
    const { playground } = this;
    return [
      shows('gradients')
        ? html`<gradient-curves .playground=${playground}></gradient-curves>`
        : nothing,
      shows('views') ? html`<views-panel .playground=${playground}></views-panel>` : nothing,
      shows('diagnostics')
        ? html`<diagnostics-panel .playground=${playground}></diagnostics-panel>`
        : nothing,
      shows('stepper') && playground.isTraceable
        ? html`<stepper-panel .playground=${playground}></stepper-panel>`
        : nothing,
    ];
  }

  #intro() {
    if (!shows('intro')) return nothing;
    const { question, lead } = this.#words();
    return html`
      <div class="intro">
        <h1>${question}</h1>
        ${
          shows('pairs') && !isLocked('preset')
            ? html`<button class="quiet" @click=${() => this.#openGallery(false)}>
                  ${strings().stage.questions}
                </button>
                <gallery-dialog .playground=${this.playground}></gallery-dialog>`
            : nothing
        }
        <p>${lead}</p>
      </div>
    `;
  }

  /** Those of the pair on display, else what the runs are. */
  #words(): { question: string; lead: string } {
    const { playground } = this;
    if (playground.$phase.get() === 'loading') {
      const isPlainVisit = location.hash.length <= 1;
      return isPlainVisit ? strings().pairs.scoreFunction : { question: strings().title, lead: '' };
    }
    const pair = playground.pairs.find(({ id }) => id === playground.$pair.get());
    if (pair) {
      const { question, lead } = pair.words();
      return { question, lead: lead ?? this.#lead(pair.id) };
    }
    const presets = playground.arms.map(({ id }) =>
      playground.$settings.get().get(id)?.get('preset'),
    );
    const preset = playground.catalog.presets.find(({ id }) => id === presets[0]);
    if (preset && presets.length === 1) {
      this.#prose ??= loaded(() => import('../experiment/core-prose')).then(() =>
        this.requestUpdate(),
      );
      return { question: preset.title, lead: preset.teaches };
    }
    const { run, end } = strings().intro;
    const arms = playground.arms.map(({ id }) => {
      const { algorithm, environment } = playground.resolved(id);
      return run(id, algorithm.title, environment.title);
    });
    return { question: strings().intro.question, lead: [...arms, end].join(' ') };
  }

  /** Of another pair than a visit begins with: soon. */
  #lead(id: string): string {
    this.#loading ??= loaded(() => import('../text/en/leads')).then(({ leads }) => {
      this.#leads = leads;
      this.requestUpdate();
    });
    return this.#leads?.()[id] ?? '';
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

customElements.define('playground-view', PlaygroundView);

declare global {
  interface HTMLElementTagNameMap {
    'playground-view': PlaygroundView;
  }
}
