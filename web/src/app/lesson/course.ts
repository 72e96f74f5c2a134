import { atom } from 'nanostores';
import type { Bin } from '../../protocol/bins';
import type { Lesson, Step, Trial } from '../../protocol/lesson';
import { type Answer, type LessonState, NO_ANSWER, outcomeOf, scoreOf } from './answers';
import { type Facts, holds } from './measuring';

/** Where numbers come from. */
export interface Source {
  facts: Facts;
  evaluations: (arm: string) => readonly Bin[];
}

/** A reader's way through a lesson: which step is on display, and what was answered in each. */
export class Course {
  readonly lesson: Lesson;
  /** counted from 0; as many as there are steps: the end */
  readonly $step = atom(0);
  /** one per step; `null`: nothing yet */
  readonly $answers = atom<readonly (Answer | null)[]>([]);
  /** what shows that the reason chosen last in this step is wrong, and how far that is */
  readonly $trial = atom<{ trial: Trial; is: 'offered' | 'begun' | 'told' } | null>(null);
  /** a prediction that is not sealed yet */
  readonly $draft = atom<readonly number[] | null>(null);
  #seconds: number;
  #isShown = false;
  #since = performance.now();

  constructor(lesson: Lesson, state: LessonState | null) {
    this.lesson = lesson;
    this.#seconds = state?.seconds ?? 0;
    this.$answers.set(lesson.steps.map((_, i) => state?.answers[i] ?? null));
    this.$step.set(state?.step ?? 0);
  }

  /** The step on display; `undefined` at the end. */
  get step(): Step | undefined {
    return this.lesson.steps[this.$step.get()];
  }

  /** What was answered in the step on display. */
  get answer(): Answer {
    return this.$answers.get()[this.$step.get()] ?? NO_ANSWER;
  }

  /** Whether nothing may run before there is a prediction. */
  get isHeld(): boolean {
    return this.step?.task.kind === 'predict' && this.answer.predicted === undefined;
  }

  get isComplete(): boolean {
    return this.$answers.get().every((answer) => answer?.isDone);
  }

  /** From 0 to 1. */
  get score(): number {
    return scoreOf(this.lesson, this.$answers.get());
  }

  /** Seconds for which it was on display. */
  get seconds(): number {
    return this.#seconds + (this.#isShown ? (performance.now() - this.#since) / 1000 : 0);
  }

  get state(): LessonState {
    return {
      version: 1,
      lesson: this.lesson.id,
      step: this.$step.get(),
      seconds: Math.round(this.seconds),
      answers: [...this.$answers.get()],
    };
  }

  setShown(isShown: boolean): void {
    this.#seconds = this.seconds;
    this.#since = performance.now();
    this.#isShown = isShown;
  }

  go(step: number): void {
    this.$trial.set(null);
    this.$draft.set(null);
    this.$step.set(Math.min(this.lesson.steps.length, Math.max(0, step)));
  }

  /** Forgets what was answered in the step on display. */
  again(): void {
    this.$trial.set(null);
    this.$draft.set(null);
    this.#answer(null);
  }

  /** Seals a prediction: it stays what it is until the step is begun again. */
  predict(predicted: number | number[]): void {
    if (this.isHeld) this.#answer({ ...NO_ANSWER, predicted });
  }

  /** Chooses a reason; a wrong one has something to try. */
  choose(reason: number): void {
    const { step, answer } = this;
    if (step?.task.kind !== 'explain' || answer.isDone) return;
    const chosen = [...answer.chosen.filter((each) => each !== reason), reason];
    const trial = step.task.reasons[reason]?.trial ?? null;
    this.$trial.set(trial && { trial, is: 'offered' });
    this.#answer({ ...answer, chosen, isDone: reason === step.task.right });
  }

  /** What was offered has been set up. */
  tried(): void {
    const trial = this.$trial.get();
    if (trial) this.$trial.set({ ...trial, is: 'begun' });
  }

  /** Looks whether something has been done or measured; to be called a few times a second. */
  look({ facts, evaluations }: Source): void {
    const { step, answer } = this;
    const trial = this.$trial.get();
    if (trial?.is === 'begun' && holds(trial.trial.until, facts)) {
      this.$trial.set({ ...trial, is: 'told' });
    }
    if (!step || answer.isDone || step.task.kind === 'explain' || this.isHeld) return;
    if (!holds(step.until, facts)) return;
    if (step.task.kind !== 'predict') return this.#answer({ ...answer, isDone: true });
    const measured = outcomeOf(step.task.guess, facts, evaluations);
    if (measured) this.#answer({ ...answer, measured, isDone: true });
  }

  #answer(answer: Answer | null): void {
    this.$answers.set(this.$answers.get().with(this.$step.get(), answer));
  }
}
