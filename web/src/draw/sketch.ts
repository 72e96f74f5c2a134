import uPlot from 'uplot';

/** A curve that a reader has drawn, within the limits of its chart. */
export interface Sketch {
  /** environment steps and returns */
  points: readonly (readonly [number, number])[];
  steps: number;
  low: number;
  high: number;
  color: string;
}

/** CSS pixels */
const [WIDTH, POINT] = [5, 5];
const ALPHA = 0.45;

/** A broad line behind what is measured. */
export function drawSketch(plot: uPlot, { points, color }: Sketch): void {
  const { ctx: context } = plot;
  const ratio = uPlot.pxRatio;
  const at = ([x, y]: readonly [number, number]) =>
    [plot.valToPos(x, 'x', true), plot.valToPos(y, 'y', true)] as const;
  context.save();
  context.globalAlpha = ALPHA;
  context.strokeStyle = context.fillStyle = color;
  context.lineWidth = WIDTH * ratio;
  context.lineJoin = context.lineCap = 'round';
  context.beginPath();
  for (const point of points) context.lineTo(...at(point));
  context.stroke();
  for (const point of points) {
    context.beginPath();
    context.arc(...at(point), POINT * ratio, 0, 2 * Math.PI);
    context.fill();
  }
  context.restore();
}
