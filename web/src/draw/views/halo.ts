import type { Point } from '../shapes';

/** Dark around light. */
export const [HALO, BODY] = ['rgb(0 0 0 / 65%)', '#fff'];

/** Lines that are seen on every colour. */
export function stroked(
  context: CanvasRenderingContext2D,
  lines: readonly (readonly Point[])[],
  width = 1.5,
): void {
  for (const [color, more] of [
    [HALO, 2],
    [BODY, 0],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width + more;
    for (const corners of lines) {
      trace(context, corners);
      context.stroke();
    }
  }
}

export function trace(context: CanvasRenderingContext2D, corners: readonly Point[]): void {
  context.beginPath();
  corners.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
}
