import type { Theme } from './theme';
import { clamp, type Point } from './shapes';

const SMALLEST_SHARE = 0.02;

/**
 * A straight arrow from `from` along `direction` (a unit vector on the canvas) for a force: as long
 * as `share` (-1 to 1 of the largest) of `reach` pixels, against `direction` if negative.
 */
export function drawForceArrow(
  context: CanvasRenderingContext2D,
  from: Point,
  direction: Point,
  share: number,
  reach: number,
  theme: Theme,
): void {
  const strength = Math.abs(clamp(share, -1, 1));
  if (!(strength > SMALLEST_SHARE)) return;
  const sign = Math.sign(share);
  const [along, width] = [{ x: sign * direction.x, y: sign * direction.y }, 1.5 + 2.5 * strength];
  const head = 3 + 2.4 * width;
  const length = Math.max(head, strength * reach);
  const at = (forward: number, aside: number): [number, number] => [
    from.x + forward * along.x - aside * along.y,
    from.y + forward * along.y + aside * along.x,
  ];
  const trace = () => {
    context.beginPath();
    context.moveTo(...at(0, 0));
    context.lineTo(...at(length - head / 2, 0));
    context.stroke();
    context.beginPath();
    context.moveTo(...at(length, 0));
    context.lineTo(...at(length - head, head / 2));
    context.lineTo(...at(length - head, -head / 2));
    context.closePath();
  };
  context.strokeStyle = theme.ground;
  context.lineWidth = width + 4;
  trace();
  context.stroke();
  context.strokeStyle = theme.ink;
  context.fillStyle = theme.ink;
  context.lineWidth = width;
  trace();
  context.fill();
}
