import { html, LitElement } from 'lit';
import type { HandedExperiment } from '../files/hand-in';
import { loaded } from '../kit/loaded';
import { base, buttons } from '../kit/styles';
import { lessonStrings as words } from '../text/en/lesson';
import { answersOf } from './answered';
import type { Course } from './course';

/** Hands in what was answered in a lesson, and what its runs came to. */
class LessonHandIn extends LitElement {
  declare course: Course;
  declare experiments: () => readonly HandedExperiment[];
  static override styles = [base, buttons];

  override render() {
    return html`
      <button @click=${() => this.#open()}>${words().handIn}</button>
      <hand-in-dialog .collect=${() => this.#collect()}></hand-in-dialog>
    `;
  }

  async #open(): Promise<void> {
    await loaded(() => import('../files/hand-in-dialog'));
    await this.renderRoot.querySelector('hand-in-dialog')!.open();
  }

  #collect() {
    const { lesson, state } = this.course;
    return {
      lesson: lesson.id,
      answers: answersOf(lesson, state),
      experiments: this.experiments(),
    };
  }
}

customElements.define('lesson-hand-in', LessonHandIn);
