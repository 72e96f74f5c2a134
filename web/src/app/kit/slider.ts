import type { NumericParameter } from '../../protocol/catalog';

/** Positions of a parameter's slider. */
export const SLIDER_STEPS = 200;

const isLog = (parameter: NumericParameter) => parameter.scale === 'log' && parameter.min > 0;

/** Where on its slider a value stands, 0 to `SLIDER_STEPS`. */
export function sliderPosition(parameter: NumericParameter, value: number): number {
  const { min, max } = parameter;
  const inside = Math.min(max, Math.max(min, value));
  const share = isLog(parameter)
    ? Math.log(inside / min) / Math.log(max / min)
    : (inside - min) / (max - min);
  return Math.round(SLIDER_STEPS * share);
}

/** The value at a position, rounded to what a person would write: two digits. */
export function sliderValue(parameter: NumericParameter, position: number): number {
  const { min, max, type } = parameter;
  if (position <= 0) return min;
  if (position >= SLIDER_STEPS) return max;
  const share = position / SLIDER_STEPS;
  const value = isLog(parameter) ? min * (max / min) ** share : min + share * (max - min);
  const rounded = type === 'integer' ? Math.round(value) : Number(value.toPrecision(2));
  return Math.min(max, Math.max(min, rounded));
}
