import { highest } from '../extent';
import { type Axis, drawAxes, plotArea, xAt, yAt } from '../lab/axes';
import type { Tick } from '../lab/scale';
import { written } from '../language';
import type { Size, Theme } from '../theme';
import { colorAt } from '../views/color-map';

/** How often one policy is in each state. */
export interface Visits {
  label: string;
  color: string;
  values: readonly number[];
}

export interface VisitsFigure {
  yLabel: string;
  states: readonly string[];
  policies: readonly Visits[];
  /** where states are cells: rows of them, a wall as `x` */
  map: readonly string[] | null;
}

/** CSS pixels that a name needs under its bars. */
const ROOM = 54;
const TITLE = 24;
const GAP = 24;
/** CSS pixels of a cell from which there is room for its number. */
const ROOMY = 38;

/** Visits of each policy: bars side by side, or maps where the states are cells. */
export function drawVisits(
  context: CanvasRenderingContext2D,
  figure: VisitsFigure,
  size: Size,
  theme: Theme,
): void {
  if (figure.map) drawMaps(context, figure, figure.map, size, theme);
  else drawBars(context, figure, size, theme);
}

const most = ({ policies }: VisitsFigure) =>
  Math.max(1e-12, highest(policies.flatMap(({ values }) => values)));

function drawBars(
  context: CanvasRenderingContext2D,
  figure: VisitsFigure,
  size: Size,
  theme: Theme,
): void {
  const { states, policies } = figure;
  const area = plotArea(size);
  const every = Math.ceil((states.length * ROOM) / (area.right - area.left));
  const ticks = states.flatMap((label, value): Tick[] =>
    value % every === 0 ? [{ value, label }] : [],
  );
  const x: Axis = {
    scale: { low: -0.5, high: states.length - 0.5, kind: 'linear' },
    label: '',
    ticks,
  };
  const y: Axis = {
    scale: { low: 0, high: 1.05 * most(figure), kind: 'linear' },
    label: figure.yLabel,
  };
  drawAxes(context, area, x, y, theme);
  const width = (0.8 * (area.right - area.left)) / states.length / policies.length;
  policies.forEach(({ color, values }, i) => {
    context.fillStyle = color;
    values.forEach((value, state) => {
      const left = xAt(area, x, state) + (i - policies.length / 2) * width;
      const top = yAt(area, y, value);
      context.fillRect(left, top, Math.max(1, width - 1), area.bottom - top);
    });
  });
}

/** One scale of colours for all maps, so that they can be compared. */
function drawMaps(
  context: CanvasRenderingContext2D,
  figure: VisitsFigure,
  map: readonly string[],
  size: Size,
  theme: Theme,
): void {
  const columns = highest(map.map(({ length }) => length));
  const width = (size.width - GAP * (figure.policies.length - 1)) / figure.policies.length;
  const cell = Math.min(width / columns, (size.height - TITLE) / map.length);
  const limit = most(figure);
  context.textBaseline = 'middle';
  figure.policies.forEach(({ label, values }, i) => {
    const left = i * (width + GAP) + (width - cell * columns) / 2;
    context.font = `600 13px ${theme.font}`;
    context.textAlign = 'left';
    context.fillStyle = theme.ink;
    context.fillText(label, left, TITLE / 2);
    context.font = `${Math.min(14, 0.28 * cell)}px ${theme.font}`;
    context.textAlign = 'center';
    map.forEach((kinds, row) => {
      Array.from(kinds).forEach((kind, column) => {
        const [x, y] = [left + column * cell, TITLE + row * cell];
        const value = values[row * columns + column] ?? 0;
        const share = Math.sqrt(value / limit);
        context.fillStyle = kind === 'x' ? theme.line : colorAt(share);
        context.fillRect(x + 1, y + 1, cell - 2, cell - 2);
        if (kind === 'x' || cell < ROOMY) return;
        context.fillStyle = share > 0.6 ? '#111' : '#fff';
        context.fillText(written(value.toFixed(2)), x + cell / 2, y + cell / 2);
      });
    });
  });
}

/** In CSS pixels: maps are as tall as their cells. */
export function visitsHeight({ map }: VisitsFigure, width: number): number {
  if (!map) return Math.min(280, Math.max(220, 0.5 * width));
  const columns = highest(map.map(({ length }) => length));
  const cell = Math.min(72, (width - GAP) / 2 / columns);
  return TITLE + cell * map.length;
}
