/** The shape of an estimator's points; estimators differ by it as well as by colour and line. */
export type Marker =
  'circle' | 'triangle' | 'diamond' | 'square' | 'plus' | 'cross' | 'down' | 'bar';

/** How one estimator looks on every figure. */
export interface EstimatorStyle {
  name: string;
  color: string;
  dash: readonly number[];
  marker: Marker;
}

const CORNERS: Readonly<Record<Exclude<Marker, 'circle'>, readonly (readonly number[])[]>> = {
  triangle: [[0, -1.15, 1, 0.75, -1, 0.75]],
  down: [[0, 1.15, 1, -0.75, -1, -0.75]],
  diamond: [[0, -1.25, 1, 0, 0, 1.25, -1, 0]],
  square: [[-0.88, -0.88, 0.88, -0.88, 0.88, 0.88, -0.88, 0.88]],
  bar: [[-1.2, -0.4, 1.2, -0.4, 1.2, 0.4, -1.2, 0.4]],
  plus: [
    [-0.35, -1.2, 0.35, -1.2, 0.35, 1.2, -0.35, 1.2],
    [-1.2, -0.35, 1.2, -0.35, 1.2, 0.35, -1.2, 0.35],
  ],
  cross: [
    [-1.1, -0.75, -0.75, -1.1, 1.1, 0.75, 0.75, 1.1],
    [0.75, -1.1, 1.1, -0.75, -0.75, 1.1, -1.1, 0.75],
  ],
};

/** Adds a marker's outline to a path. */
export function traceMarker(
  path: Pick<CanvasPath, 'moveTo' | 'lineTo' | 'arc' | 'closePath'>,
  marker: Marker,
  x: number,
  y: number,
  radius: number,
): void {
  if (marker === 'circle') {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  for (const shape of CORNERS[marker]) {
    for (let i = 0; i < shape.length; i += 2) {
      const [cornerX, cornerY] = [x + radius * shape[i]!, y + radius * shape[i + 1]!];
      if (i === 0) path.moveTo(cornerX, cornerY);
      else path.lineTo(cornerX, cornerY);
    }
    path.closePath();
  }
}

/** A marker that stands out from what lies under it. */
export function drawMarker(
  context: CanvasRenderingContext2D,
  style: EstimatorStyle,
  x: number,
  y: number,
  radius: number,
  ground: string,
): void {
  context.beginPath();
  traceMarker(context, style.marker, x, y, radius);
  context.strokeStyle = ground;
  context.lineWidth = 3;
  context.stroke();
  context.fillStyle = style.color;
  context.fill();
}
