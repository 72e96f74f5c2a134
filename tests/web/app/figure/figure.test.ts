import { afterEach, describe, expect, test, vi } from 'vitest';
import { kindsOf, sourceOf } from '../../../../web/src/app/figure/export';
import { cellText, type Figure, readableRows } from '../../../../web/src/app/figure/figure';

const table: Figure = {
  title: 'Numbers',
  caption: 'One seed per run (A: 1).',
  about: 'Run A: seed=1',
  link: null,
  build: '0.1.0',
  file: 'numbers',
  rows: () => [['step'], [1], [2], [3]],
};

test.each([
  [null, '–'],
  ['A', 'A'],
  [1_234_567, '1234567'],
  [-1234.5678, '−1234.6'],
  [0.000123456, '0.00012346'],
  [-1.2e-7, '−1.2e−7'],
])('the cell %s is read as %s', (cell, text) => {
  expect(cellText(cell)).toBe(text);
});

describe('a figure', () => {
  test('shows all of its rows, unless there are too many to read', () => {
    expect(readableRows(table)).toHaveLength(4);
    expect(readableRows({ ...table, readable: () => [['step'], [3]] })).toEqual([['step'], [3]]);
  });

  test('has pictures to take away if it has one', () => {
    const picture = { label: '', height: () => 100, draw: () => undefined };
    expect(kindsOf(table)).toEqual(['csv', 'json']);
    expect(kindsOf({ ...table, picture })).toEqual(['csv', 'json', 'png', 'svg']);
  });
});

describe('what a file says of where it comes from', () => {
  afterEach(() => vi.unstubAllGlobals());

  test.each([
    [{ link: '#v=2&seed=2' }, 'Actor-Critic Playground 0.1.0, https://example.org/acp/#v=2&seed=2'],
    [{ link: null }, 'Actor-Critic Playground 0.1.0'],
  ])('is its own link, if it has one: %o', (own, source) => {
    vi.stubGlobal('location', new URL('https://example.org/acp/embed.html#v=2&seed=1'));
    expect(sourceOf({ ...table, ...own })).toBe(source);
  });
});
