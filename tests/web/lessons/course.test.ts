import { describe, expect, test } from 'vitest';
import { isClose, knotsOf, outcomeOf, readState } from '../../../web/src/app/lesson/answers';
import { Course, type Source } from '../../../web/src/app/lesson/course';
import { type Facts, holds, measure } from '../../../web/src/app/lesson/measuring';
import { setupOf } from '../../../web/src/app/lesson/setup';
import type { Comparison, Lesson, Step, Task } from '../../../web/src/protocol/lesson';

const factsOf =
  (known: Readonly<Record<string, number | string | [number, number]>>): Facts =>
  (name) => {
    const fact = known[name];
    if (fact === undefined || typeof fact === 'string') return fact ?? null;
    return Array.isArray(fact) ? { value: fact[0], error: fact[1] } : { value: fact, error: null };
  };
const sourceOf = (known: Parameters<typeof factsOf>[0]): Source => ({
  facts: factsOf(known),
  evaluations: () => [],
});
const atLeast = (first: string, value: number): Comparison => ({
  ...{ left: { first }, is: '>=', right: { first: value } },
});

describe('conditions', () => {
  const facts = factsOf({ x: 2, y: 3, s: 'on' });
  const compare = (is: Comparison['is'], value: number) =>
    holds([{ left: { first: 'x' }, is, right: { first: value } }], facts);

  test('compare numbers', () => {
    expect((['>=', '<=', '=', '>', '<', '!='] as const).map((is) => compare(is, 2))).toEqual([
      ...[true, true, true, false, false, false],
    ]);
    expect((['>=', '<=', '=', '>', '<', '!='] as const).map((is) => compare(is, 3))).toEqual([
      ...[false, true, false, false, true, true],
    ]);
  });

  test('compare what settings say', () => {
    const says = (is: '=' | '!=', text: string) =>
      holds([{ left: { first: 's' }, is, right: { text } }], facts);
    expect([says('=', 'on'), says('=', 'off'), says('!=', 'off')]).toEqual([true, false, true]);
  });

  test('hold when all of them do, and never of what is unknown', () => {
    expect(holds([atLeast('x', 1), atLeast('y', 1)], facts)).toBe(true);
    expect(holds([atLeast('x', 1), atLeast('y', 4)], facts)).toBe(false);
    expect(holds([atLeast('z', 1)], facts)).toBe(false);
    const unknown: Comparison = { left: { first: 'z' }, is: '!=', right: { text: 'on' } };
    expect(holds([unknown], facts)).toBe(false);
  });
});

describe('measurements', () => {
  const facts = factsOf({ x: [12, 3], y: [4, 0.5], n: 5, zero: 0 });

  test('have the error of a ratio, by the sum of the relative ones, and of a difference', () => {
    const ratio = measure({ first: 'x', operator: '/', second: 'y' }, facts)!;
    expect(ratio.value).toBe(3);
    expect(ratio.error).toBeCloseTo(3 * Math.hypot(3 / 12, 0.5 / 4), 12);
    const difference = measure({ first: 'x', operator: '-', second: 'y' }, facts)!;
    expect(difference.error).toBeCloseTo(Math.hypot(3, 0.5), 12);
  });

  test('are exact where both are, and unknown where one is', () => {
    const exact = { value: 4, error: null };
    expect(measure({ first: 'n', operator: '-', second: 1 }, facts)).toEqual(exact);
    expect(measure({ first: 'x', operator: '/', second: 'nothing' }, facts)).toBeNull();
    expect(measure({ first: 'x', operator: '/', second: 'zero' }, facts)).toBeNull();
  });
});

const plain: Omit<Step, 'title' | 'task'> = {
  ...{ text: '', after: '', control: '', until: [atLeast('a.steps', 10)] },
  ...{ experiment: '', show: [], stop: null, speed: null },
};
const trial = { experiment: 'a.seed=2', reply: '', until: [atLeast('a.steps', 5)] };
const number = { kind: 'number', low: 1, high: 1000, isLog: true, unit: '' } as const;
const tasks: readonly Task[] = [
  { kind: 'predict', guess: { ...number, measure: { first: 'x' } } },
  {
    kind: 'explain',
    right: 1,
    reasons: [
      { text: '', trial },
      { text: '', trial: null },
    ],
  },
  { kind: 'free' },
];
const lesson: Lesson = {
  ...{ id: 'x', title: 'X', question: '?', minutes: 5, order: 1 },
  steps: tasks.map((task, i) => ({
    ...{ ...plain, task, title: String(i), experiment: ['#one', '', '#three'][i]! },
  })),
};

describe('the way through a lesson', () => {
  test('a prediction holds Play, is sealed, and is compared once it is measured', () => {
    const course = new Course(lesson, null);
    course.look(sourceOf({ 'a.steps': 10, x: [300, 10] }));
    expect(course.isHeld).toBe(true);
    expect(course.answer.isDone).toBe(false);
    course.predict(5);
    course.predict(300);
    expect(course.isHeld).toBe(false);
    expect(course.answer.predicted).toBe(5);
    course.look(sourceOf({ 'a.steps': 9, x: [300, 10] }));
    expect(course.answer.isDone).toBe(false);
    course.look(sourceOf({ 'a.steps': 10 }));
    expect(course.answer.isDone).toBe(false);
    course.look(sourceOf({ 'a.steps': 10, x: [300, 10] }));
    expect(course.answer).toMatchObject({
      isDone: true,
      measured: { values: [300], error: 10 },
    });
    course.again();
    expect(course.isHeld).toBe(true);
  });

  test('a wrong reason is shown to be wrong once its trial has been set up and run', () => {
    const course = new Course(lesson, null);
    course.go(1);
    course.choose(0);
    course.look(sourceOf({ 'a.steps': 9 }));
    expect(course.$trial.get()?.is).toBe('offered');
    course.tried();
    course.look(sourceOf({ 'a.steps': 4 }));
    expect(course.$trial.get()?.is).toBe('begun');
    course.look(sourceOf({ 'a.steps': 5 }));
    expect(course.$trial.get()?.is).toBe('told');
    expect(course.answer.isDone).toBe(false);
    course.choose(1);
    expect(course.answer).toMatchObject({ isDone: true, chosen: [0, 1] });
  });

  test('has a score: what was not found at once is worth half', () => {
    const course = new Course(lesson, null);
    course.predict(5);
    course.look(sourceOf({ 'a.steps': 10, x: 5 }));
    course.go(1);
    course.choose(0);
    course.choose(1);
    expect(course.isComplete).toBe(false);
    course.go(2);
    course.look(sourceOf({ 'a.steps': 10 }));
    expect(course.isComplete).toBe(true);
    expect(course.score).toBeCloseTo(2.5 / 3, 12);
  });

  test('goes on from its state, and from nothing else', () => {
    const course = new Course(lesson, null);
    course.predict(5);
    course.go(1);
    course.choose(0);
    const kept: unknown = JSON.parse(JSON.stringify(course.state));
    expect(new Course(lesson, readState(kept, lesson)).state).toEqual(course.state);
    const { state } = course;
    const reason = { isDone: false, chosen: [7] };
    for (const other of [
      ...[
        null,
        'x',
        {},
        { ...state, version: 2 },
        { ...state, lesson: 'y' },
        { ...state, step: 9 },
      ],
      ...[
        { ...state, answers: [null, reason] },
        { ...state, answers: [null, null, null, reason] },
      ],
    ]) {
      expect(readState(other, lesson)).toBeNull();
    }
  });

  test('sets up what a step begins with, and leaves what a reader comes back to', () => {
    const course = new Course(lesson, null);
    expect(setupOf(course, 0, -1)).toEqual({ step: 0, experiment: '#one' });
    expect(setupOf(course, 1, 0)).toBeNull();
    course.go(2);
    expect(setupOf(course, 2, 0)).toEqual({ step: 2, experiment: '#three' });
    expect(setupOf(course, 1, 2)).toBeNull();
    expect(setupOf(course, 1, -1)).toEqual({ step: 0, experiment: '#one' });
    course.look(sourceOf({ 'a.steps': 10 }));
    expect(setupOf(course, 2, 0)).toBeNull();
  });
});

describe('what predictions come to', () => {
  test('a choice: the first that is true, else the one without a condition', () => {
    const choices = [
      { text: '', when: [atLeast('x', 5)] },
      { text: '', when: null },
      { text: '', when: [atLeast('x', 3)] },
    ];
    const found = (x: number) =>
      outcomeOf({ kind: 'choice', choices }, factsOf({ x }), () => [])?.values[0];
    expect([found(6), found(4), found(1)]).toEqual([0, 2, 1]);
  });

  test('a curve: the evaluations nearest to its places', () => {
    const guess = { kind: 'curve', arm: 'a', steps: 1000, low: -10, high: 0 } as const;
    expect(knotsOf(guess)).toEqual([0, 200, 400, 600, 800, 1000]);
    const bins = [250, 500, 1000].map((steps) => ({
      ...{ steps, updates: 0, seconds: 0, rows: 1, values: [-steps] },
    }));
    const measured = outcomeOf(guess, factsOf({}), () => bins);
    expect(measured?.values).toEqual([-250, -250, -500, -500, -1000, -1000]);
    expect(outcomeOf(guess, factsOf({}), () => [])).toBeNull();
  });

  test('close is within two standard errors, or a factor of two on a logarithmic slider', () => {
    const guess = { ...number, measure: { first: 'x' } };
    const close = (said: number, found: number, error: number) =>
      isClose(guess, {
        ...{ isDone: true, chosen: [], predicted: said },
        measured: { values: [found], error },
      });
    expect([close(10, 19, 0), close(10, 21, 0), close(10, 30, 10), close(10, 30, 9)]).toEqual([
      ...[true, false, true, false],
    ]);
  });
});
