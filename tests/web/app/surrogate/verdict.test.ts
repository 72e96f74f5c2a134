import { describe, expect, test } from 'vitest';
import { bestPlace, verdictOf } from '../../../../web/src/app/surrogate/verdict';
import { aheadFrom, speedVerdict } from '../../../../web/src/app/surrogate/speed-figure';
import { rowsAt } from './fake-surrogate';

const rows = rowsAt([0, 1, 2, 3, 4, 5, 6, 7, 8]);
const said = (place: number, guess: number | null = null, of = rows) => {
  const { headline, sentences } = verdictOf(of, place, guess)!;
  return [headline, ...sentences].join(' ');
};

describe('the verdict', () => {
  test('waits for the first numbers', () => expect(verdictOf([], 0, null)).toBe(null));
  test('finds the largest J, and the first of equals', () => {
    expect(bestPlace(rows, 'j')).toBe(4);
    expect(bestPlace([...rows, ...rows], 'surrogate')).toBe(8);
  });
  test('follows the cursor from the start over the top and below the start', () => {
    expect(said(0)).toContain('agree, in value and slope: 1.');
    expect(said(2)).toContain('At η = 2 both climb; the promise of 3 is kept up to 2.5.');
    expect(said(6)).toContain('has fallen to 2.5; it was largest, 3, at η = 4.');
    const worse = rows.map((row) => (row.eta === 8 ? { ...row, j: -1 } : row));
    expect(said(8, null, worse)).toContain('worse than at the start, −1 instead of 1');
  });
  test('says what was promised and what was kept', () => {
    expect(said(6)).toContain(
      'Promised +6, kept +1.5. Of all steps shown, the promise likes η = 8',
    );
  });
  test('says what the bound certifies, if anything', () => {
    expect(said(1)).toContain('from η = 1 on: it certifies nothing');
    const certain = rows.map((row) => ({ ...row, bound: row.eta === 2 ? 1.5 : row.bound }));
    expect(said(1, null, certain)).toContain('up to η = 2, of at most +0.5');
    const none = rows.map((row) => ({ ...row, bound: NaN }));
    expect(said(1, null, none)).toContain('Without discounting there is no bound.');
  });
  test('says where a guess was', () => {
    expect(said(2, 4)).toContain('You said η = 4, and that is it.');
    expect(said(2, 7)).toContain(
      'You said η = 7, where the return is 1.88; it is largest at η = 4',
    );
  });
  test('says where data is of another policy', () => {
    const apart = rows.map((row) => ({ ...row, surrogate: row.surrogate - 0.5 }));
    expect(said(2, null, apart)).toContain('begin apart, 0.5 and 1');
  });
});

describe('the verdict on speed', () => {
  const path = (...js: number[]) => js.map((j) => ({ j, excursion: j }));
  test('says from when on the natural gradient stays ahead, if ever', () => {
    expect(aheadFrom([path(0, 3, 4, 4), path(0, 1, 5, 6)])).toBe(2);
    expect(aheadFrom([path(0, 1, 2), path(0, 2, 1)])).toBe(null);
    expect(aheadFrom([path(0, 1), path(0, NaN)])).toBe(null);
    const said = speedVerdict({ paths: [path(0, 3, 4), path(0, 1, 5)] });
    expect(said).toContain('4 by the gradient, 5 by the natural gradient');
    expect(said).toContain('From step 2 on');
  });
});
