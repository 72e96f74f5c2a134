import { clamp } from './shapes';
import type { Theme } from './theme';

const LARGEST_SWEEP = 1.5 * Math.PI;
const SMALLEST_SHARE = 0.02;
/** CSS pixels of radius below which the arrow is thinner. */
const ROOMY = 24;

/**
 * A curved arrow around `center` for a turning force: anticlockwise if `share` (-1 to 1 of the
 * largest force) is positive, longer and thicker the stronger it is.
 */
export function drawTurnArrow(
  context: CanvasRenderingContext2D,
  center: { x: number; y: number },
  radius: number,
  share: number,
  theme: Theme,
): void {
  const strength = Math.min(1, Math.abs(share));
  if (!(strength > SMALLEST_SHARE)) return;
  const sign = -Math.sign(share);
  const sweep = LARGEST_SWEEP * strength;
  const start = -Math.PI / 2 - (sign * sweep) / 2;
  const end = start + sign * sweep;
  const width = (1.5 + 2.5 * strength) * clamp(radius / ROOMY, 0.5, 1);
  context.beginPath();
  context.arc(center.x, center.y, radius, start, end, sign < 0);
  context.strokeStyle = theme.ground;
  context.lineWidth = width + 4;
  context.stroke();
  context.strokeStyle = theme.ink;
  context.fillStyle = theme.ink;
  context.lineWidth = width;
  context.stroke();

  const head = 3 + 2.4 * width;
  const [x, y] = [center.x + radius * Math.cos(end), center.y + radius * Math.sin(end)];
  const heading = end + sign * (Math.PI / 2 + head / radius / 2);
  const point = (distance: number, angle: number): [number, number] => [
    x + distance * Math.cos(heading + angle),
    y + distance * Math.sin(heading + angle),
  ];
  context.beginPath();
  context.moveTo(...point(head, 0));
  context.lineTo(...point(head * 0.75, 2.2));
  context.lineTo(...point(head * 0.75, -2.2));
  context.closePath();
  context.fill();
}
