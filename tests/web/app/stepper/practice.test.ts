import { describe, expect, test } from 'vitest';
import { numbersOf } from '../../../../web/src/app/stepper/numbers';
import { pathOf } from '../../../../web/src/app/stepper/gradient-path';
import {
  agrees,
  blankOf,
  brokenIn,
  choicesAfter,
  rowAfter,
  typedNumber,
} from '../../../../web/src/app/stepper/practice';
import { firstRow } from '../../../../web/src/app/stepper/stepper';
import { catalog, linesOf, placeOf, traceOf } from './recorded';

const SAC = 'preset=pendulum-sac&seed=3';

describe('a typed number', () => {
  test.each([
    ['−1.5', -1.5],
    ['-1,5', -1.5],
    [' .25 ', 0.25],
    ['2.5e-4', 2.5e-4],
    ['+3', 3],
  ])('%s is read', (text, value) => expect(typedNumber(text)).toBe(value));

  test.each(['', 'y', '1.2.3', '1e', '0x10', 'Infinity', '--1'])('%s is none', (text) => {
    expect(typedNumber(text)).toBeNull();
  });

  test('is right to the digits that are shown, and no further', () => {
    expect(agrees(-4.063, -4.0634)).toBe(true);
    expect(agrees(-4.0634, -4.0634)).toBe(true);
    expect(agrees(-4.066, -4.0634)).toBe(false);
    expect(agrees(4.063, -4.0634)).toBe(false);
    expect(agrees(0, 0)).toBe(true);
    expect(agrees(0.0002713, 0.00027134)).toBe(true);
    expect(agrees(0.000272, 0.00027134)).toBe(false);
  });
});

describe('what is asked', () => {
  test('of a line is a single number, and never a weight', () => {
    const { rows, tracks } = placeOf([SAC]);
    const blanks = rows.map(({ lines }) =>
      blankOf(numbersOf(lines[0]!, tracks[0]!.recorded.trace, 0)),
    );
    const named = Object.fromEntries(rows.map(({ id }, i) => [id, blanks[i]?.name]));
    expect(named).toMatchObject({ target: 'y', initialise: undefined });
    for (const blank of blanks) expect(blank?.values.length ?? 1).toBe(1);
  });

  test('of the order is the next line, between others', () => {
    const { rows } = placeOf([SAC]);
    const first = firstRow(rows);
    expect(rows[first]!.id).toBe('act');
    for (let row = first; row < rows.length; row++) {
      for (let salt = 0; salt < 9; salt++) {
        const choices = choicesAfter(row, first, rows.length, salt);
        expect(choices).toContain(rowAfter(row, first, rows.length));
        expect(choices).not.toContain(row);
        expect(new Set(choices).size).toBe(3);
      }
    }
    expect(rowAfter(rows.length - 1, first, rows.length)).toBe(first);
  });

  test('of a slip is in a line with numbers, and each is had in turn', () => {
    const place = placeOf([SAC]);
    const all = Array.from({ length: 40 }, (_, salt) => brokenIn(place, salt)!);
    for (const { row, slip } of all) {
      const line = place.rows[row]!.lines[0]!;
      expect(line.slips).toContain(slip);
      expect(numbersOf(line, place.tracks[0]!.recorded.trace, 0)).not.toEqual([]);
    }
    expect(new Set(all.map(({ row, slip }) => `${row} ${slip.kind}`)).size).toBeGreaterThan(4);
    expect(brokenIn(place, 0)).toEqual(brokenIn(place, 0));
  });
});

describe('the path of the gradient', () => {
  /** What the numbers of the actor tell of. */
  function pathIn(config: string) {
    const lines = linesOf(config).filter(({ phase }) => phase === 'actor');
    const { entries } = traceOf(config);
    const ofActor = entries.filter(({ line }) => lines.some(({ id }) => id === line));
    return pathOf(new Set(ofActor.map(({ name }) => name)));
  }

  test.each([
    ['preset=pendulum-sac', 'pathwise'],
    ['preset=pendulum-sac&sac.estimator=score_function', 'score'],
    ['environment=pendulum&algorithm=dpg', 'deterministic'],
    ['environment=cart_pole&algorithm=sac_discrete', 'sum'],
    ['environment=cart_pole&algorithm=sac_discrete&sac_discrete.estimator=score_function', 'score'],
    [
      'environment=cart_pole&algorithm=sac_discrete&sac_discrete.estimator=gumbel_softmax',
      'relaxed',
    ],
    ['environment=cart_pole&algorithm=a2c', 'advantage'],
    ['environment=pendulum&algorithm=a2c', 'advantage'],
    ['environment=cart_pole&algorithm=reinforce', 'advantage'],
    ['environment=cart_pole&algorithm=dqn', null],
  ])('of %s is %s', (config, path) => expect(pathIn(config)).toBe(path));

  const estimators = catalog.algorithms.flatMap(({ id, environments, parameters }) =>
    parameters.flatMap((parameter) =>
      parameter.type === 'choice' && parameter.key === `${id}.estimator`
        ? parameter.options.map(
            (option) =>
              `environment=${environments[0]}&algorithm=${id}&${parameter.key}=${option.id}`,
          )
        : [],
    ),
  );

  test('can be chosen', () => expect(estimators.length).toBeGreaterThan(4));
  test.each(estimators)('is known of %s', (config) => expect(pathIn(config)).not.toBeNull());
});
