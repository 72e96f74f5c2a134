import * as v from 'valibot';
import type { CurveGuess, Guess, Lesson, NumberGuess, Step } from '../../protocol/lesson';
import type { Bin } from '../../protocol/bins';
import { holds, type Facts, measure } from './measuring';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(finite, v.integer(), v.minValue(0));

const answer = v.object({
  isDone: v.boolean(),
  /** what was predicted: the number of a choice, a number, or heights of a curve */
  predicted: v.optional(v.union([finite, v.array(finite)])),
  /** what it has come to: the number of a choice, a number with its error, or heights */
  measured: v.optional(v.object({ values: v.array(finite), error: v.nullable(finite) })),
  /** reasons that were chosen, in this order */
  chosen: v.optional(v.array(count), []),
});

const state = v.object({
  version: v.literal(1),
  lesson: v.string(),
  /** on display, counted from 0 */
  step: count,
  seconds: v.pipe(finite, v.minValue(0)),
  answers: v.array(v.nullable(answer)),
});

/** What a reader has done in a step. */
export type Answer = v.InferOutput<typeof answer>;
/** How far a reader is in a lesson: plain JSON. */
export type LessonState = v.InferOutput<typeof state>;

export const NO_ANSWER: Answer = { isDone: false, chosen: [] };

/** Whether something is the state of a lesson with so many steps; else `null`. */
export function readState(value: unknown, { id, steps }: Lesson): LessonState | null {
  const read = v.safeParse(state, value);
  if (!read.success || read.output.lesson !== id) return null;
  const { answers, step } = read.output;
  const fits = answers.every((each, i) => each === null || isOf(each, steps[i]));
  return fits && step <= steps.length ? read.output : null;
}

/** Whether an answer could be one to a step. */
function isOf({ predicted, measured, chosen }: Answer, step: Step | undefined): boolean {
  if (!step) return false;
  const { task } = step;
  if (task.kind === 'explain') return chosen.every((choice) => choice < task.reasons.length);
  if (task.kind !== 'predict') return true;
  const [said, found] = [[predicted ?? []].flat(), measured?.values ?? []];
  const { guess } = task;
  if (guess.kind !== 'choice') return guess.kind !== 'curve' || said.length % KNOTS === 0;
  return [...said, ...found].every((choice) => guess.choices[choice] !== undefined);
}

/** Places of a sketched curve, evenly spaced. */
export const KNOTS = 6;

/** Environment steps at which a curve is sketched. */
export function knotsOf({ steps }: CurveGuess): number[] {
  return Array.from({ length: KNOTS }, (_, i) => (steps * i) / (KNOTS - 1));
}

/** A curve that says nothing yet. */
export function middleOf({ low, high }: CurveGuess): number[] {
  return Array.from({ length: KNOTS }, () => Math.round((low + high) / 2));
}

/** What a prediction has come to; `null` while that is not known. */
export function outcomeOf(
  guess: Guess,
  facts: Facts,
  evaluations: (arm: string) => readonly Bin[],
): Answer['measured'] | null {
  switch (guess.kind) {
    case 'choice': {
      const true_ = guess.choices.findIndex(({ when }) => when !== null && holds(when, facts));
      const other = guess.choices.findIndex(({ when }) => when === null);
      const found = true_ < 0 ? other : true_;
      return found < 0 ? null : { values: [found], error: null };
    }
    case 'number': {
      const found = measure(guess.measure, facts);
      return found && Number.isFinite(found.value)
        ? { values: [found.value], error: found.error }
        : null;
    }
    case 'curve':
      return curveOf(guess, evaluations(guess.arm));
  }
}

const MEAN = 0;

/** The heights of the evaluations nearest to each knot. */
function curveOf(guess: CurveGuess, bins: readonly Bin[]): Answer['measured'] | null {
  if (bins.length === 0) return null;
  const nearest = (steps: number) =>
    bins.reduce((a, b) => (Math.abs(b.steps - steps) < Math.abs(a.steps - steps) ? b : a));
  return { values: knotsOf(guess).map((at) => nearest(at).values[MEAN]!), error: null };
}

/** Shares of the range, or of a factor of ten, within which a prediction is called close. */
const CLOSE = 0.1;
const CLOSE_DECADES = 0.3;

/** Whether a prediction was close to what was measured, or right. */
export function isClose(guess: Guess, { predicted, measured }: Answer): boolean {
  if (predicted === undefined || !measured) return false;
  const [said, found] = [[predicted].flat(), measured.values];
  if (guess.kind === 'choice') return said[0] === found[0];
  if (guess.kind === 'number') return isNear(guess, said[0]!, found[0]!, measured.error ?? 0);
  return offBy(said, found) <= CLOSE * (guess.high - guess.low);
}

function isNear({ isLog, low, high }: NumberGuess, said: number, found: number, error: number) {
  if (Math.abs(said - found) <= 2 * error) return true;
  if (!isLog) return Math.abs(said - found) <= CLOSE * (high - low);
  return found > 0 && Math.abs(Math.log10(said / found)) <= CLOSE_DECADES;
}

/** How far a curve is from another, on average. */
export function offBy(said: readonly number[], found: readonly number[]): number {
  return said.reduce((sum, each, i) => sum + Math.abs(each - found[i]!), 0) / said.length;
}

/** From 0 to 1: a reason that was not found at once is worth half, a prediction is never wrong. */
export function scoreOf({ steps }: Lesson, answers: readonly (Answer | null)[]): number {
  const points = steps.map((_, i) => {
    const given = answers[i];
    if (!given?.isDone) return 0;
    return given.chosen.length > 1 ? 0.5 : 1;
  });
  return points.reduce<number>((sum, point) => sum + point, 0) / steps.length;
}
