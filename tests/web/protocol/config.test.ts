import { expect, test } from 'vitest';
import {
  formatConfig,
  isPlainValue,
  parseConfig,
  parseProblems,
} from '../../../web/src/protocol/config';

test('configuration text survives a round trip, separated either way', () => {
  const settings = parseConfig('preset=pendulum-sac&seed=7 sac.tau=1e-3\n');
  expect([...settings]).toEqual([
    ['preset', 'pendulum-sac'],
    ['seed', '7'],
    ['sac.tau', '1e-3'],
  ]);
  expect(parseConfig(formatConfig(settings))).toEqual(settings);
});

test('a later pair replaces an earlier one', () => {
  expect(parseConfig('seed=1&seed=2').get('seed')).toBe('2');
});

test.each(['seed', '=1', 'Seed=1', 'a=b=c', 'x='])('refuses "%s"', (text) => {
  expect(() => parseConfig(text)).toThrow(`"${text}"`);
});

test('no value can smuggle in another pair', () => {
  for (const value of ['1&seed=2', '1 seed=2', '1\nseed=2', 'a=b', '']) {
    expect(isPlainValue(value)).toBe(false);
    expect(() => formatConfig(new Map([['sac.tau', value]]))).toThrow('sac.tau');
  }
});

test('reads the error lines of the core', () => {
  expect(parseProblems('sac.tau: 1.5 is outside [0, 1]\n\nout of memory')).toEqual([
    { key: 'sac.tau', message: '1.5 is outside [0, 1]' },
    { key: '', message: 'out of memory' },
  ]);
});
