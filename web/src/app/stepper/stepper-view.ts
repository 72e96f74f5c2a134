import { html, nothing } from 'lit';
import { STEPPER_MODES } from '../../protocol/lesson-names';
import { PlaygroundElement } from '../experiment/element';
import { $folded, embedding } from '../kit/embedding';
import { WhileConnected } from '../kit/controllers';
import { segmented } from '../kit/segmented';
import { base, buttons, fields, segments, surface } from '../kit/styles';
import { stepperStrings as words } from '../text/en/stepper';
import { formatCount } from '../text/format';
import { codeRows, spokenRow } from './code-rows';
import type { Stride } from './cursor';
import { Exercises } from './exercises';
import { factsOf } from './facts';
import { strideOf } from './keys';
import { $known, NOTHING } from './known';
import { type Place, type Scope, type State, Stepper } from './stepper';
import { stepperStyles } from './stepper-styles';
import { connectTraceWorker } from './trace-worker';
import './update-picture';

/** Where a lesson stands beside what it is about. */
const BESIDE = '(min-width: 60rem)';
const STRIDES: readonly Stride[] = ['line', 'phase', 'iteration'];
/** What a stride is drawn as, back and on. */
const SIGNS: Readonly<Record<Stride, readonly [string, string]>> = {
  line: ['‹', '›'],
  phase: ['«', '»'],
  iteration: ['⇤', '⇥'],
};

/** The algorithm as it runs: updates of all runs, line by line. */
class StepperView extends PlaygroundElement {
  static override properties = { stepper: { state: true } };
  declare private stepper: Stepper | null;
  static override styles = [base, surface, buttons, fields, segments, stepperStyles];

  readonly #exercises = new Exercises();

  constructor() {
    super();
    this.stepper = null;
    new WhileConnected(this, () => this.#begin());
  }

  protected override stores() {
    const { $settings, $changes, $isHeld } = this.playground;
    const own = this.stepper ? [this.stepper.$state] : [];
    return [$settings, $changes, $isHeld, this.#exercises.$said, ...own];
  }

  override willUpdate(): void {
    const state = this.stepper?.$state.get();
    if (state?.phase === 'ready') this.#exercises.at(state.place);
  }

  override render() {
    const state: State = this.stepper?.$state.get() ?? { phase: 'working', steps: 0, place: null };
    const place = state.phase === 'failed' ? null : state.place;
    return html`
      <section
        class="surface"
        aria-label=${words().region}
        @keydown=${(e: KeyboardEvent) => this.#press(e)}
      >
        ${place ? this.#content(place, state) : this.#status(state)}
        <p class="notice" role="status" ?hidden=${this.#note(state) === ''}>${this.#note(state)}</p>
      </section>
      <p class="visually-hidden" aria-live="polite">
        ${place ? spokenRow(place, this.#marks(place)) : nothing}
      </p>
    `;
  }

  override updated(): void {
    this.#tell();
    const lit = this.renderRoot.querySelector('.row.lit');
    for (const term of this.renderRoot.querySelectorAll('.term-lit'))
      term.classList.remove('term-lit');
    for (const number of lit?.querySelectorAll<HTMLElement>('[data-name]') ?? []) {
      const terms = number
        .closest('.cell')!
        .querySelectorAll(`.code [data-term~="${number.dataset.name}"]`);
      for (const term of terms) term.classList.add('term-lit', `tint-${number.dataset.tint}`);
    }
  }

  #tell(): void {
    const state = this.stepper?.$state.get();
    const { mode, right } = this.#exercises.$said.get();
    $known.set(state?.phase === 'ready' ? factsOf(state.place, mode, right) : NOTHING);
  }

  /** What is recorded is of the runs as they are about something: about another, it begins anew. */
  #begin(): () => void {
    const { $settings, $arms, $stepped, $phase } = this.playground;
    const restart = () => {
      this.stepper?.close();
      this.stepper = null;
      if ($phase.get() !== 'ready') return;
      const isAsked = $stepped.get() !== null;
      this.stepper = new Stepper(this.playground, connectTraceWorker);
      void this.stepper.open().then(() => this.#comeIntoView(isAsked));
    };
    const stops = [
      ...[$settings, $arms].map((store) => store.listen(restart)),
      $phase.subscribe(restart),
      $stepped.listen((stepped) => {
        void this.stepper?.follows(stepped).then((isAsked) => this.#comeIntoView(isAsked));
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      this.stepper?.close();
      this.stepper = null;
      $known.set(NOTHING);
    };
  }

  /**
   * Whoever has asked for an update elsewhere on the page, or by a link, sees it; in a lesson on a
   * narrow page the question that stands above it stays.
   */
  async #comeIntoView(isAsked: boolean): Promise<void> {
    const isBelow = $folded.get().length > 0 && !matchMedia(BESIDE).matches;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (isAsked && !isBelow) await this.#scrollToLit('center', isCalm ? 'auto' : 'smooth');
  }

  async #scrollToLit(block: ScrollLogicalPosition, behavior: ScrollBehavior): Promise<void> {
    if (embedding.isOn) return;
    await this.updateComplete;
    this.renderRoot.querySelector('.row.lit')?.scrollIntoView({ block, behavior });
  }

  #status(state: State) {
    if (state.phase === 'failed') {
      return html`
        <p role="alert">${words().failed(state.message)}</p>
        <button @click=${() => void this.stepper?.latest()}>${words().again}</button>
      `;
    }
    const steps = state.phase === 'working' ? state.steps : 0;
    return html`<p class="muted" role="status">
      ${steps > 0 ? words().replaying(formatCount(steps)) : words().working}
    </p>`;
  }

  #content(place: Place, state: State) {
    return html`
      ${this.#controls(place)}
      <div class="where muted number">
        ${place.tracks.map(({ id, recorded: { trace } }) => {
          const [update, step] = [trace.updates + 1, trace.environment_steps].map(formatCount);
          return html`<span>${words().where(id, update!, step!)}</span>`;
        })}
        ${state.phase === 'working' ? this.#status(state) : nothing}
      </div>
      <div class="bench" aria-busy=${state.phase === 'working'}>
        <div class="code-side">
          <div class="lines" tabindex="0" role="group" aria-label=${words().keys}>
            ${codeRows(place, this.#marks(place))}
          </div>
          ${this.#exercises.question(place, () => void this.#go('line', 1))} ${this.#ways(place)}
        </div>
        <div class="pictures">
          ${place.tracks.map(
            (track) => html`
              <update-picture
                .playground=${this.playground}
                .stepper=${this.stepper!}
                .place=${place}
                .track=${track}
              ></update-picture>
            `,
          )}
        </div>
      </div>
    `;
  }

  #marks(place: Place) {
    return this.#exercises.marks(place, (row) => {
      if (!this.playground.$isHeld.get()) this.stepper?.point(row);
    });
  }

  #controls(place: Place) {
    const [first] = place.tracks;
    const modes = STEPPER_MODES.map((value) => ({ value, text: words().modes[value] }));
    return html`
      <fieldset class="controls" ?disabled=${this.playground.$isHeld.get()}>
        ${segmented(words().mode, 'mode', modes, this.#exercises.$said.get().mode, (mode) => {
          this.#exercises.choose(mode);
        })}
        ${this.#scopes(place)}
        <label class="field">
          <span>${words().step}</span>
          <input
            id="step"
            type="number"
            min="1"
            .value=${String(first!.recorded.trace.environment_steps)}
            @change=${(event: Event) => {
              const wanted = (event.target as HTMLInputElement).valueAsNumber;
              if (Number.isInteger(wanted) && wanted > 0) void this.stepper?.reach(wanted);
            }}
          />
        </label>
        <button title=${words().latestHint} @click=${() => void this.stepper?.latest()}>
          ${words().latest}
        </button>
      </fieldset>
    `;
  }

  /** What leads from line to line and through the batch, wherever the lines are scrolled to. */
  #ways({ tracks, sample }: Place) {
    const { batch } = tracks[0]!.recorded.trace;
    return html`
      <fieldset class="ways" ?disabled=${this.playground.$isHeld.get()}>
        <div class="strides" role="group" aria-label=${words().steps}>
          ${STRIDES.toReversed().map((stride) => this.#stride(stride, -1))}
          ${STRIDES.map((stride) => this.#stride(stride, 1))}
        </div>
        <label class="field">
          <span>${words().sample}</span>
          <input
            id="sample"
            type="number"
            min="1"
            max=${batch}
            .value=${String(sample + 1)}
            @change=${(event: Event) => {
              const wanted = (event.target as HTMLInputElement).valueAsNumber;
              if (Number.isInteger(wanted)) this.stepper?.follow(wanted - 1);
            }}
          />
          <span class="muted">${words().sampleOf(formatCount(batch))}</span>
        </label>
      </fieldset>
    `;
  }

  #stride(stride: Stride, by: 1 | -1) {
    const { back, on, keys } = words().strides[stride];
    const name = by < 0 ? back : on;
    return html`
      <button
        class=${stride === 'line' && by > 0 ? 'primary' : 'quiet'}
        aria-label=${name}
        title="${name} · ${keys}"
        @click=${() => void this.#go(stride, by)}
      >
        <span aria-hidden="true">${SIGNS[stride][by < 0 ? 0 : 1]}</span>
        <span class="name" aria-hidden="true">${words().strideName[stride]}</span>
      </button>
    `;
  }

  #scopes({ scope }: Place) {
    const { arms } = this.playground;
    if (arms.length < 2) return nothing;
    const choices: { value: Scope; text: string }[] = [
      { value: 'all', text: words().both },
      ...arms.map(({ id }) => ({ value: id, text: words().run(id) })),
    ];
    return segmented(words().scope, 'scope', choices, scope, (value) =>
      this.stepper?.choose(value),
    );
  }

  #note(state: State): string {
    if (state.phase !== 'ready') return '';
    const changed = state.place.tracks
      .filter(({ id }) => (this.playground.$changes.get()[id]?.length ?? 0) > 0)
      .map(({ id }) => words().changed(id));
    const note = state.note === '' ? [] : [words().notes[state.note]];
    return [...note, ...changed].join(' ');
  }

  #press(event: KeyboardEvent): void {
    const stride = strideOf(event);
    if (!stride) return;
    event.preventDefault();
    void this.#go(...stride);
  }

  /** Nothing goes on before a reader has said what to expect. */
  async #go(stride: Stride, by: 1 | -1): Promise<void> {
    if (this.playground.$isHeld.get()) return;
    await this.stepper?.stride(stride, by);
    await this.#scrollToLit('nearest', 'auto');
  }
}

customElements.define('stepper-view', StepperView);
