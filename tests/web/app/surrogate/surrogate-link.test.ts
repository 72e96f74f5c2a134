import { expect, test } from 'vitest';
import {
  formatSurrogateLink,
  readSurrogateLink,
} from '../../../../web/src/app/surrogate/surrogate-link';
import { catalog } from './fake-surrogate';

const read = (hash: string) => readSurrogateLink(hash, catalog);
const again = (hash: string) => formatSurrogateLink(read(hash).settings);

test('what is as it opens need not be said', () => {
  expect(again('#surrogate=')).toBe('#v=1&surrogate=two_states:slip=0&eta=2');
});

test('everything that can be chosen is in the link', () => {
  const hash =
    '#v=1&surrogate=grid:map=s.x-..g&direction=natural&weighting=emphatic&span=5&eta=1.25' +
    '&predict=1&step=0.01&window=0&mixture=step';
  expect(read(hash).ignored).toEqual([]);
  expect(again(hash)).toBe(hash);
});

test('what is drawn is in the link of its direction alone', () => {
  const hash = '#v=1&surrogate=two_states:slip=0&direction=drawn&drawn=0.5,-1&eta=2';
  expect(read(hash)).toMatchObject({ ignored: [], settings: { drawn: [0.5, -1] } });
  expect(again(hash)).toBe(hash);
  expect(again(hash.replace('=drawn&', '=natural&'))).not.toContain('drawn');
});

test.each([
  ['#surrogate=&drawn=1,2', 'drawn=1,2: not numbers from -1 to 1 between commas'],
  [`#surrogate=&drawn=${'0.11'.repeat(5000)}x`, 'not numbers from -1 to 1'],
  ['#surrogate=none', 'surrogate=none: not one of two_states, chain, grid'],
  ['#surrogate=chain:length=99', 'surrogate=chain:length=99: chain: length: not a number from 2'],
  [`#surrogate=grid:map=${'s'.repeat(41)}`, 'longer than 40 characters'],
  ['#surrogate=&direction=up', 'direction=up: not one of gradient, natural, policy_iteration'],
  ['#surrogate=&eta=1e9', 'eta=1e9: not a number from 0 to 100'],
  ['#surrogate=&span=3', 'span=3: not one of 1, 2, 5'],
  ['#surrogate=&predict=yes', 'predict=yes: not 0 or 1'],
  ['#surrogate=&x=1', 'x: unknown'],
])('%s is named with what is allowed', (hash, note) => {
  const { settings, ignored } = read(hash);
  expect(ignored.join()).toContain(note);
  expect(settings.span).toBe(20);
});
