import { afterEach, expect, test } from 'vitest';
import { speak } from '../../../../web/src/app/text/language';
import { fieldText, typedDigits } from '../../../../web/src/app/text/typed';

afterEach(() => speak({}));

test('numbers are read as they are shown', () => {
  expect(['0.5', '-1e-3', '12,000', '1,234,567.5'].map(typedDigits)).toEqual([
    '0.5',
    '-1e-3',
    '12000',
    '1234567.5',
  ]);
  expect(fieldText('0.001')).toBe('0.001');
  speak({}, 'de');
  expect(['0,5', '−1,5', '12.000', '1.234.567,5', '3e-4'].map(typedDigits)).toEqual([
    '0.5',
    '-1.5',
    '12000',
    '1234567.5',
    '3e-4',
  ]);
  expect(['0.001', '10.0', '-1.5e-3'].map(fieldText)).toEqual(['0,001', '10,0', '-1,5e-3']);
});

test('a point is a decimal sign where it is not between thousands, and the rest is left', () => {
  speak({}, 'de');
  expect(['0.001', '0.25', '1.5', '1.2345'].map(typedDigits)).toEqual([
    '0.001',
    '0.25',
    '1.5',
    '1.2345',
  ]);
  expect(['', 'viel', '1,2,3', '1.2.3'].map((text) => Number(typedDigits(text)))).toEqual([
    0,
    NaN,
    NaN,
    NaN,
  ]);
  expect(fieldText('1.2.3')).toBe('1.2.3');
});
