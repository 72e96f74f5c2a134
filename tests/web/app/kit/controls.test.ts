import { describe, expect, test } from 'vitest';
import {
  formatCount,
  formatReturn,
  formatValue,
  NOTHING,
} from '../../../../web/src/app/text/format';
import { SLIDER_STEPS, sliderPosition, sliderValue } from '../../../../web/src/app/kit/slider';
import { speeds, stepsPerSecond } from '../../../../web/src/app/experiment/speeds';
import type { NumericParameter } from '../../../../web/src/protocol/catalog';

const parameter: NumericParameter = {
  type: 'number',
  key: 'sac.tau',
  title: 'target smoothing',
  unit: '',
  symbol: '',
  help: '',
  group: '',
  live: true,
  when: '',
  default: 0.01,
  min: 0.0001,
  max: 1,
  scale: 'log',
};

describe('sliders', () => {
  test('reach both ends exactly', () => {
    for (const scale of ['log', 'linear'] as const) {
      const scaled = { ...parameter, scale };
      expect(sliderValue(scaled, 0)).toBe(0.0001);
      expect(sliderValue(scaled, SLIDER_STEPS)).toBe(1);
    }
  });

  test('run in equal ratios on a logarithmic scale', () => {
    expect(sliderValue(parameter, SLIDER_STEPS / 2)).toBeCloseTo(0.01);
    expect(sliderPosition(parameter, 0.01)).toBe(SLIDER_STEPS / 2);
    expect(sliderPosition({ ...parameter, scale: 'linear' }, 0.5)).toBe(SLIDER_STEPS / 2);
  });

  test('cope with a logarithmic scale that starts at zero, and with values outside', () => {
    const fromZero = { ...parameter, min: 0 };
    expect(sliderPosition(fromZero, 0.5)).toBe(SLIDER_STEPS / 2);
    expect(sliderPosition(parameter, 7)).toBe(SLIDER_STEPS);
    expect(sliderPosition(parameter, -7)).toBe(0);
  });

  test('give whole numbers for integers, within the range, never falling', () => {
    const integer = { ...parameter, type: 'integer' as const, min: 1, max: 64 };
    let before = 0;
    for (let position = 0; position <= SLIDER_STEPS; position++) {
      const value = sliderValue(integer, position);
      expect(Number.isInteger(value)).toBe(true);
      expect(value).toBeGreaterThanOrEqual(before);
      expect(value).toBeLessThanOrEqual(64);
      before = value;
    }
  });
});

test('speeds go from real time to the maximum', () => {
  const offered = speeds([0.05, 0.05]);
  expect(offered[0]).toEqual({ factor: 1, label: 'real time, 20 steps/s' });
  expect(offered[1]!.label).toBe('2 × real time, 40 steps/s');
  expect(offered.at(-1)).toEqual({ factor: null, label: 'maximum' });
  expect(speeds([0.05, 0.02])[1]!.label).toBe('2 × real time');
  expect(stepsPerSecond(5, 0.02)).toBe(250);
});

test('numbers are written for people', () => {
  expect(formatCount(12345)).toBe('12,345');
  expect(formatReturn(-1462.04)).toBe('−1,462.0');
  expect(formatReturn(-1.774)).toBe('−1.77');
  expect(formatCount(NaN)).toBe(NOTHING);
  expect(formatReturn(-Infinity)).toBe(NOTHING);
  expect(formatValue(0.001)).toBe('0.001');
  expect(formatValue(1e-6)).toBe('1e−6');
  expect(formatValue(-1)).toBe('−1');
  expect(formatValue(1000000)).toBe('1,000,000');
});
