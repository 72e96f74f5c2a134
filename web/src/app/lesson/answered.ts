import type { Guess, Lesson, Task } from '../../protocol/lesson';
import type { Prediction } from '../../protocol/embedding';
import { type Answer, isClose, type LessonState } from './answers';
import { plainText } from './measured-text';

/** What a reader has said in a step, in words. */
export interface Answered {
  question: string;
  answer: string;
  measured?: string;
}

/** What was said to a lesson, step by step; steps that are not begun are left out. */
export function answersOf({ steps }: Lesson, { answers }: LessonState): Answered[] {
  return steps.flatMap(({ title, task }, i) => {
    const answer = answers[i];
    return answer ? [{ question: title, ...inWords(task, answer) }] : [];
  });
}

/** What was predicted of what has been measured since. */
export function predictionsOf({ id, steps }: Lesson, { answers }: LessonState): Prediction[] {
  return steps.flatMap(({ task }, i) => {
    const answer = answers[i];
    if (task.kind !== 'predict' || !answer?.measured) return [];
    const { answer: said, measured = '' } = inWords(task, answer);
    const isRight = isClose(task.guess, answer);
    return [{ id: `${id}-${i + 1}`, said, measured, isRight }];
  });
}

function inWords(task: Task, answer: Answer): { answer: string; measured?: string } {
  if (task.kind === 'predict') {
    const { predicted, measured } = answer;
    const said = predicted === undefined ? '' : guessText(task.guess, [predicted].flat());
    if (!measured) return { answer: said };
    return { answer: said, measured: guessText(task.guess, measured.values) };
  }
  if (task.kind === 'explain') {
    const chosen = answer.chosen.map((reason) => plain(task.reasons[reason]?.text ?? ''));
    return { answer: chosen.join('\n') };
  }
  return { answer: answer.isDone ? '✓' : '' };
}

function guessText(guess: Guess, values: readonly number[]): string {
  if (guess.kind === 'choice') return plain(guess.choices[values[0]!]?.text ?? '');
  const numbers = values.map(plainText).join('; ');
  return guess.kind === 'number' && guess.unit !== '' ? `${numbers} ${guess.unit}` : numbers;
}

/** The text of HTML, formulas by what they show. */
function plain(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const source of body.querySelectorAll('annotation')) source.remove();
  return body.textContent.trim();
}
