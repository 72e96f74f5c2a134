import { highest, lowest } from './extent';
import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from './lab/axes';
import type { Size, Theme } from './theme';

/** What the policies of some iterations have left in the replay of a run. */
export interface Layer {
  first: number;
  last: number;
  /** transitions per iteration */
  density: number;
}

export interface Mixture {
  color: string;
  dash: readonly number[];
  layers: readonly Layer[];
}

export interface MixtureFigure {
  xLabel: string;
  yLabel: string;
  /** with a logarithm what is below every layer that is not empty is at the bottom */
  yScale: 'linear' | 'log';
  mixtures: readonly Mixture[];
}

/** How much of a mixture covers what is under it. */
const OPACITY = 0.16;

/** Over the iterations, how many transitions of each are replayed: a staircase for each run. */
export function drawMixtures(
  context: CanvasRenderingContext2D,
  figure: MixtureFigure,
  size: Size,
  theme: Theme,
): void {
  const area = plotArea(size);
  const { x, y } = axesOf(figure);
  drawAxes(context, area, x, y, theme);
  inside(context, area, () => {
    for (const mixture of figure.mixtures) drawMixture(context, mixture, area, x, y);
  });
}

/** An iteration is as wide as one, around its number. */
function axesOf({ xLabel, yLabel, yScale, mixtures }: MixtureFigure): { x: Axis; y: Axis } {
  const layers = mixtures.flatMap((mixture) => mixture.layers);
  const [low, high] =
    layers.length > 0
      ? [lowest(layers.map(({ first }) => first)), highest(layers.map(({ last }) => last))]
      : [0, 1];
  const densities = layers.map(({ density }) => density).filter((density) => density > 0);
  const [least, most] = densities.length > 0 ? [lowest(densities), highest(densities)] : [1, 1];
  const [bottom, top] = yScale === 'log' ? [least / 2, 2 * most] : [0, 1.06 * most];
  return {
    x: { scale: { low: low - 0.5, high: high + 0.5, kind: 'linear' }, label: xLabel },
    y: { scale: { low: bottom, high: top, kind: yScale }, label: yLabel },
  };
}

function drawMixture(
  context: CanvasRenderingContext2D,
  { color, dash, layers }: Mixture,
  area: Area,
  x: Axis,
  y: Axis,
): void {
  if (layers.length === 0) return;
  const corners = layers.flatMap(({ first, last, density }): [number, number][] => {
    const height = yAt(area, y, Math.max(density, y.scale.low));
    return [
      [xAt(area, x, first - 0.5), height],
      [xAt(area, x, last + 0.5), height],
    ];
  });
  context.beginPath();
  context.moveTo(corners[0]![0], area.bottom);
  for (const [left, top] of corners) context.lineTo(left, top);
  context.lineTo(corners.at(-1)![0], area.bottom);
  context.globalAlpha = OPACITY;
  context.fillStyle = color;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.setLineDash([...dash]);
  context.stroke();
  context.setLineDash([]);
}
