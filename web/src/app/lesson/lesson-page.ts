import { html, LitElement, nothing } from 'lit';
import { atom, type ReadableAtom, type Store } from 'nanostores';
import type { Lesson } from '../../protocol/lesson';
import { $expected } from '../experiment/expected';
import { Following, WhileConnected } from '../kit/controllers';
import { $folded, embedding, PARTS } from '../kit/embedding';
import { afterPicture, onAnimationFrame } from '../kit/frames';
import { loaded } from '../kit/loaded';
import type { Page } from '../kit/page';
import { base, surface } from '../kit/styles';
import { type PageId, pageOf } from '../link/page-of';
import { lessonStrings as words } from '../text/en/lesson';
import { Bench, type BenchId, benchOf } from './bench';
import type { Course } from './course';
import { expectedOf } from './expected';
import { Experiments } from './experiments';
import { setupOf } from './setup';
import { formatLessonLink, readLessonLink } from './lesson-link';
import './lesson-panel';
import { pageStyles } from './page-styles';
import { courseOf, onRestored } from './progress';
import { findControl, place } from './ring';
import { loadLesson } from './shelf';

/** Milliseconds between two looks at what has been done. */
const EVERY = 200;
/** What a lesson shows of the page without being asked. */
const ALWAYS = ['header', 'footer'];

/** The page of a lesson, or of the list of all. */
export function openLesson(hash: string): Page {
  const element = new LessonPage();
  const { lesson, step, ignored } = readLessonLink(hash);
  element.ignored = ignored;
  if (lesson === '') void loaded(() => import('./lesson-list'));
  else void element.open(lesson, step);
  return {
    element,
    $address: element.$address,
    setShown: (isShown) => (isShown ? undefined : element.leave()),
  };
}

/** A lesson beside the page that it is about. */
class LessonPage extends LitElement {
  static override properties = { course: { state: true }, isOpening: { state: true } };
  static override styles = [base, surface, pageStyles];
  declare private course: Course | null;
  declare private isOpening: boolean;
  /** parts of the link that were not usable */
  ignored: readonly string[] = [];
  readonly #address = atom<string | null>(formatLessonLink({ lesson: '', step: 0 }));
  readonly #bench = new Bench(this);
  #experiments: Experiments | null = null;
  /** the step whose experiment is on display */
  #begun = -1;
  #looked = -Infinity;
  /** experiments that are being set up */
  #settling = 0;
  #isLeft = false;
  #stop: () => void = () => undefined;

  constructor() {
    super();
    this.course = null;
    this.isOpening = false;
    new Following(this, () => [this.#bench.$shown, this.#bench.$refusal, ...this.#stores()]);
    new WhileConnected(this, () => onAnimationFrame((now) => this.#turn(now)));
    new WhileConnected(this, () => onRestored((course) => this.#adopt(course)));
    this.addEventListener('visit', (event) => this.#stay(event as CustomEvent<PageId>));
  }

  get $address(): ReadableAtom<string | null> {
    return this.#address;
  }

  #stores(): readonly Store[] {
    return this.course ? [this.course.$step, this.course.$answers] : [];
  }

  /** Goes to a step, counted from 1, or to where the reader was. */
  async open(id: string, step: number | null): Promise<void> {
    this.isOpening = true;
    const lesson: Lesson = await loadLesson(id);
    if (this.#isLeft) return;
    this.#experiments = new Experiments(id);
    const course = courseOf(lesson);
    if (step !== null) course.go(step - 1);
    this.#adopt(course);
  }

  #adopt(course: Course): void {
    this.#stop();
    this.course = course;
    course.setShown(true);
    void afterPicture().then(() => loaded(() => import('./worksheet')));
    const stops = [
      course.$step.subscribe(() => void this.#enter()),
      course.$answers.listen(() => this.#hold()),
      course.$draft.listen(() => $expected.set(expectedOf(course))),
    ];
    this.#stop = () => stops.forEach((stop) => stop());
    this.isOpening = false;
  }

  /** Gives everything back as it was, but for the experiment. */
  leave(): void {
    this.#isLeft = true;
    this.#stop();
    this.course?.setShown(false);
    this.#bench.playground?.$isHeld.set(false);
    $folded.set([]);
    $expected.set({ returns: [], curve: null });
    this.#bench.release();
  }

  async #enter(): Promise<void> {
    const course = this.course!;
    const at = course.$step.get();
    this.#tellAddress();
    this.#fold();
    const setup = setupOf(course, at, this.#begun);
    if (setup) {
      this.#begun = setup.step;
      await this.#begin(setup.experiment);
    }
    if (course.$step.get() === at && !this.#isLeft) this.#pace();
    this.#hold();
  }

  /** What is seen meanwhile is of what was there before. */
  async #begin(link: string): Promise<void> {
    this.#settling++;
    try {
      await this.#bench.begin(link);
    } finally {
      this.#settling--;
    }
  }

  async #try(link: string): Promise<void> {
    await this.#begin(link);
    this.#pace();
    this.course!.tried();
  }

  #tellAddress(): void {
    const { lesson, $step } = this.course!;
    this.#address.set(formatLessonLink({ lesson: lesson.id, step: $step.get() + 1 }));
  }

  /** Only what the step needs is on display. */
  #fold(): void {
    const shown = this.course!.step?.show ?? PARTS;
    $folded.set(PARTS.filter((part) => !shown.includes(part) && !ALWAYS.includes(part)));
  }

  #hold(): void {
    this.#bench.playground?.$isHeld.set(this.course!.isHeld);
    $expected.set(expectedOf(this.course!));
  }

  /** How far and how fast runs go. */
  #pace(): void {
    const { step } = this.course!;
    const { playground } = this.#bench;
    if (!step || !playground) return;
    if (step.stop !== null) playground.setStopAt(step.stop);
    playground.setSpeed(step.speed);
  }

  /** Looks at what has been done, and keeps the ring where its control is. */
  #turn(now: number): void {
    const { course } = this;
    if (!course || this.offsetParent === null) return;
    const ring = this.renderRoot.querySelector<HTMLElement>('.ring');
    const control = course.answer.isDone || course.isHeld ? '' : (course.step?.control ?? '');
    if (ring) place(ring, control === '' ? null : findControl(this, control));
    if (now - this.#looked < EVERY || this.#settling > 0) return;
    this.#looked = now;
    course.look(this.#bench);
    if (this.#bench.playground) this.#experiments?.look(this.#bench.playground);
  }

  /** What leads to another page leads there within the lesson. */
  #stay(event: CustomEvent<PageId>): void {
    event.stopPropagation();
    void this.#bench.show(benchOf(event.detail));
  }

  /** What the step is about, where something else is on display. */
  #elsewhere(): BenchId | null {
    const shown = this.#bench.$shown.get();
    const { course } = this;
    if (!course?.step || shown === null) return null;
    const { experiment } = setupOf(course, course.$step.get(), -1)!;
    const own = benchOf(pageOf(experiment));
    return own === shown ? null : own;
  }

  override render() {
    const { course } = this;
    if (!course) {
      return html`
        ${this.#ignored()}
        ${
          this.isOpening
            ? html`<p class="muted">${words().loading}</p>`
            : html`<lesson-list></lesson-list>`
        }
      `;
    }
    const elsewhere = this.#elsewhere();
    const refusal = this.#bench.$refusal.get();
    return html`
      ${this.#ignored()}
      <div class="lesson" ?data-embed=${embedding.isOn}>
        <lesson-panel
          .course=${course}
          .facts=${this.#bench.facts}
          @again=${() => this.#again()}
          @trial=${({ detail }: CustomEvent<string>) => void this.#try(detail)}
        >
          ${course.step ? nothing : this.#handIn(course)}
          ${refusal === '' ? nothing : html`<p role="alert">${words().refused(refusal)}</p>`}
          ${
            elsewhere
              ? html`<button @click=${() => void this.#bench.show(elsewhere)}>
                  ${words().toStep}
                </button>`
              : nothing
          }
        </lesson-panel>
        <div class="bench"><slot></slot></div>
      </div>
      <div class="ring" hidden aria-hidden="true"></div>
      <lesson-worksheet .lesson=${course.lesson}></lesson-worksheet>
    `;
  }

  #handIn(course: Course) {
    void loaded(() => import('./lesson-hand-in'));
    const experiments = () => this.#experiments?.latest ?? [];
    return html`<lesson-hand-in .course=${course} .experiments=${experiments}></lesson-hand-in>`;
  }

  #again(): void {
    this.course!.again();
    this.#begun = -1;
    void this.#enter();
  }

  #ignored() {
    if (this.ignored.length === 0) return nothing;
    return html`
      <div class="notice surface" role="status">
        ${words().ignored}
        <ul>
          ${this.ignored.map((item) => html`<li>${item}</li>`)}
        </ul>
      </div>
    `;
  }
}

customElements.define('lesson-page', LessonPage);
