import type { Course } from './course';

/** What a step begins with, and the step that says so. */
export interface Setup {
  step: number;
  experiment: string;
}

/**
 * What has to be set up when a reader comes to a step, `begun` being the one whose experiment is on
 * display, or -1; `null`: nothing, so that who goes back and forth finds what was left.
 */
export function setupOf(course: Course, at: number, begun: number): Setup | null {
  const { steps } = course.lesson;
  const from = steps.slice(0, at + 1).findLastIndex(({ experiment }) => experiment !== '');
  if (from < 0 || from === begun) return null;
  const isNew = begun < 0 || (from === at && !course.answer.isDone);
  return isNew ? { step: from, experiment: steps[from]!.experiment } : null;
}
