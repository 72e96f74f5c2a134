import type { CurveGuess, Guess, NumberGuess } from '../../protocol/lesson';
import type { Expected, ExpectedCurve } from '../experiment/expected';
import { ARM_IDS } from '../settings/arms';
import { formatReturn } from '../text/format';
import { lessonStrings as words } from '../text/en/lesson';
import { knotsOf, middleOf } from './answers';
import type { Course } from './course';

/** A return, and not what two of them come to. */
const RETURN = /^[a-d]\.(evaluation|return)\./;

const NOTHING: Expected = { returns: [], curve: null };

/** What was predicted of the curves on display: in this step, or since they were set up. */
export function expectedOf(course: Course): Expected {
  const { steps } = course.lesson;
  const answers = course.$answers.get();
  for (let at = Math.min(course.$step.get(), steps.length - 1); at >= 0; at--) {
    const { task, experiment } = steps[at]!;
    const said = answers[at]?.predicted;
    const isHere = at === course.$step.get();
    if (task.kind === 'predict' && isOfCurves(task.guess)) {
      if (said !== undefined || isHere) return drawn(course, task.guess, said, isHere);
    }
    if (experiment !== '') return NOTHING;
  }
  return NOTHING;
}

function isOfCurves(guess: Guess): guess is NumberGuess | CurveGuess {
  if (guess.kind !== 'number') return guess.kind === 'curve';
  const { first, operator } = guess.measure;
  return operator === undefined && RETURN.test(String(first));
}

function drawn(
  course: Course,
  guess: NumberGuess | CurveGuess,
  said: number | number[] | undefined,
  isHere: boolean,
): Expected {
  if (guess.kind === 'number') {
    if (typeof said !== 'number') return NOTHING;
    const label = words().predict.onChart(formatReturn(said));
    return { returns: [{ value: said, label, side: 'above' }], curve: null };
  }
  const isOpen = isHere && said === undefined;
  const values = isOpen ? (course.$draft.get() ?? middleOf(guess)) : [said ?? []].flat();
  return { returns: [], curve: curveOf(course, guess, values, isOpen) };
}

function curveOf(
  course: Course,
  guess: CurveGuess,
  values: readonly number[],
  isOpen: boolean,
): ExpectedCurve {
  const { arm, steps, low, high } = guess;
  const knots = knotsOf(guess);
  const draw = (x: number, y: number) => {
    const knot = Math.round((x / steps) * (knots.length - 1));
    if (knot < 0 || knot >= knots.length) return;
    const current = course.$draft.get() ?? middleOf(guess);
    course.$draft.set(current.with(knot, Math.round(Math.min(high, Math.max(low, y)))));
  };
  return {
    arm: ARM_IDS['abcd'.indexOf(arm)]!,
    points: knots.map((x, i) => [x, values[i] ?? NaN] as const),
    ...{ steps, low, high, draw: isOpen ? draw : null },
  };
}
