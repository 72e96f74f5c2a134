import { predictionsOf } from '../lesson/answered';
import { type LessonState, scoreOf } from '../lesson/answers';
import { formatLessonLink } from '../lesson/lesson-link';
import { onProgress, restore } from '../lesson/progress';
import { loadLesson } from '../lesson/shelf';
import type { Playground } from '../experiment/playground';
import { $playground } from '../playground/playground-page';
import { resultOf, tell } from './messages';
import { askForState, reportToCourse } from './splice';

/**
 * Tells the page around this one how far a reader is, and asks it how far that was before. `begun`
 * hears of the playground once a step has one.
 */
export function tellLesson(begun: (playground: Playground) => void): void {
  $playground.subscribe(() => {
    const playground = $playground.get();
    if (playground) begun(playground);
  });
  const complete = new Set<string>();
  onProgress((state) => void tellProgress(state, complete));
  askForState((state) => {
    if ('lesson' in state && typeof state.lesson === 'string')
      restore({ ...state, lesson: state.lesson });
  });
  tell({ type: 'ready' });
}

/** @param complete lessons of which it has been told that they are */
async function tellProgress(state: LessonState, complete: Set<string>): Promise<void> {
  const lesson = await loadLesson(state.lesson);
  const score = scoreOf(lesson, state.answers);
  const isComplete = state.answers.every((answer) => answer?.isDone);
  const result = resultOf(score, isComplete, state.seconds);
  const url = new URL('./', location.href);
  url.hash = formatLessonLink({ lesson: lesson.id, step: state.step + 1 });
  const told = { lesson: lesson.id, link: url.href, result };
  tell({ type: 'progress', ...told, predictions: predictionsOf(lesson, state), state });
  reportToCourse(score, state);
  if (isComplete && !complete.has(lesson.id)) tell({ type: 'complete', ...told, runs: [] });
  if (isComplete) complete.add(lesson.id);
  else complete.delete(lesson.id);
}
