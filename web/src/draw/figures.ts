import type { Size, Theme } from './theme';
import { nameOf, written } from './language';
import { clamp, line } from './shapes';

/** CSS pixels from which there is room for both figures. */
const WIDE = 240;
/** Heights that a drawing leaves to the figures above it and to the reward below it. */
export const ABOVE = 34;
export const BELOW = 28;

/** A bar along the bottom: full at the best reward, empty at the worst. */
export function drawReward(
  context: CanvasRenderingContext2D,
  reward: number,
  [worst, best]: readonly [number, number],
  size: Size,
  theme: Theme,
): void {
  const share = clamp((reward - worst) / (best - worst), 0, 1);
  const [left, right, y] = [16, size.width - 16, size.height - 14];
  line(context, { x: left, y }, { x: right, y }, 4, theme.line);
  line(context, { x: left, y }, { x: left + share * (right - left), y }, 4, theme.muted);
}

/** The reward and the action in figures, where there is room. */
export function drawFigures(
  context: CanvasRenderingContext2D,
  reward: number,
  action: string,
  size: Size,
  theme: Theme,
): void {
  if (size.width < WIDE) return;
  context.fillStyle = theme.muted;
  context.font = `12px ${theme.font}`;
  context.textBaseline = 'top';
  context.textAlign = 'left';
  context.fillText(
    `${nameOf('reward')} ${signed(reward, Math.abs(reward) < 0.095 ? 3 : 2)}`,
    14,
    12,
  );
  context.textAlign = 'right';
  context.fillText(action, size.width - 14, 12);
}

/** A number with a minus sign, and never a negative zero. */
export function signed(value: number, digits = 1): string {
  const text = value.toFixed(digits);
  return written(Number(text) === 0 ? text.replace('-', '') : text);
}
