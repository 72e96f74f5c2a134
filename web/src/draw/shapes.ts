/** A place on the canvas, in CSS pixels; or in the coordinates of an environment, y upwards. */
export interface Point {
  x: number;
  y: number;
}

export function dot(
  context: CanvasRenderingContext2D,
  at: Point,
  radius: number,
  color: string,
): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  context.fill();
}

export function line(
  context: CanvasRenderingContext2D,
  from: Point,
  to: Point,
  width: number,
  color: string,
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Where something was, fading with age. */
export function drawPath(
  context: CanvasRenderingContext2D,
  places: readonly Point[],
  radius: number,
  color: string,
): void {
  places.forEach((place, i) => {
    context.globalAlpha = 0.3 * ((i + 1) / places.length) ** 2;
    dot(context, place, radius, color);
  });
  context.globalAlpha = 1;
}
