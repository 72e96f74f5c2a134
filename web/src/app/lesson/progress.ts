// How far readers are: kept in the browser, and told to whoever records it.
import type { Lesson } from '../../protocol/lesson';
import { embedding } from '../kit/embedding';
import { type LessonState, readState } from './answers';
import { Course } from './course';

/** What is told once every step of a lesson has been done. */
export interface Completion {
  lesson: string;
  title: string;
  /** from 0 to 1 */
  score: number;
  seconds: number;
  state: LessonState;
}

type Listener<T> = (told: T) => void;

const keyOf = (lesson: string) => `lesson.${lesson}`;
const completions = new Set<Listener<Completion>>();
const changes = new Set<Listener<LessonState>>();
/** by the lesson, what another place has kept */
const restored = new Map<string, unknown>();
let current: Course | null = null;
const openings = new Set<Listener<Course>>();

/** Calls back when a lesson is complete, once each time. Gives what ends it. */
export function onComplete(listener: Listener<Completion>): () => void {
  completions.add(listener);
  return () => completions.delete(listener);
}

/** Calls back when a reader has gone to another step or has answered. Gives what ends it. */
export function onProgress(listener: Listener<LessonState>): () => void {
  changes.add(listener);
  return () => changes.delete(listener);
}

/** How far the reader is in the lesson on display; `null`: there is none. */
export function stateOf(): LessonState | null {
  return current?.state ?? null;
}

/** Goes on from what `stateOf` gave, now if that lesson is on display, or when it is opened. */
export function restore(state: { lesson: string }): void {
  restored.set(state.lesson, state);
  if (current?.lesson.id !== state.lesson) return;
  const course = courseOf(current.lesson);
  for (const listener of openings) listener(course);
}

/** Calls back with another course for the lesson on display. */
export function onRestored(listener: Listener<Course>): () => void {
  openings.add(listener);
  return () => openings.delete(listener);
}

/** The course of a lesson, from where the reader has left it. */
export function courseOf(lesson: Lesson): Course {
  const kept = restored.get(lesson.id) ?? keptState(lesson.id);
  const course = new Course(lesson, readState(kept, lesson));
  current = course;
  let wasComplete = course.isComplete;
  const change = () => {
    const { state } = course;
    keep(state);
    for (const listener of changes) listener(state);
    if (course.isComplete && !wasComplete) tellCompletion(course);
    wasComplete = course.isComplete;
  };
  course.$answers.listen(change);
  course.$step.listen(change);
  return course;
}

function tellCompletion(course: Course): void {
  const { lesson, score, state } = course;
  const told = { lesson: lesson.id, title: lesson.title, score, seconds: state.seconds, state };
  for (const listener of completions) listener(told);
}

/** The part of a lesson that is done, from 0 to 1; `null` if it was never begun. */
export function shareDone(id: string): number | null {
  const state = keptState(id) as Partial<LessonState> | null;
  if (!Array.isArray(state?.answers) || state.answers.length === 0) return null;
  return state.answers.filter((answer) => answer?.isDone).length / state.answers.length;
}

/** A frame keeps nothing, and storage may be forbidden. */
function keep(state: LessonState): void {
  restored.set(state.lesson, state);
  if (embedding.isOn) return;
  try {
    localStorage.setItem(keyOf(state.lesson), JSON.stringify(state));
  } catch {
    // It lasts as long as the page.
  }
}

function keptState(id: string): unknown {
  if (restored.has(id)) return restored.get(id);
  if (embedding.isOn) return null;
  try {
    return JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null');
  } catch {
    return null;
  }
}
