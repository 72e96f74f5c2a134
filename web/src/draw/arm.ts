import type { Theme } from './theme';
import { dot, line, type Point } from './shapes';

/** Where the ends of an arm of two equal links are. */
export interface Arm {
  pivot: Point;
  elbow: Point;
  tip: Point;
  /** pixels per link */
  link: number;
}

/**
 * Two links from `pivot`, at angles that turn anticlockwise from `zero` (0 points to the right);
 * the second angle is relative to the first link.
 */
export function armAt(
  pivot: Point,
  link: number,
  zero: number,
  theta1: number,
  theta2: number,
): Arm {
  const elbow = ahead(pivot, link, zero + theta1);
  return { pivot, elbow, tip: ahead(elbow, link, zero + theta1 + theta2), link };
}

function ahead(from: Point, length: number, angle: number): Point {
  return { x: from.x + length * Math.cos(angle), y: from.y - length * Math.sin(angle) };
}

export function drawArm(
  context: CanvasRenderingContext2D,
  arm: Arm,
  color: string,
  theme: Theme,
): void {
  const { pivot, elbow, tip, link } = arm;
  line(context, pivot, elbow, 0.16 * link, color);
  line(context, elbow, tip, 0.13 * link, color);
  dot(context, tip, 0.11 * link, color);
  for (const joint of [pivot, elbow]) {
    dot(context, joint, 0.12 * link, theme.ink);
    dot(context, joint, 0.045 * link, theme.ground);
  }
}
