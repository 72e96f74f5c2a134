import { highest } from '../extent';
import { type Area, type Axis, drawAxes, inside, plotArea, xAt, yAt } from '../lab/axes';
import { runDash } from '../line-style';
import { dot, type Point } from '../shapes';
import type { Size, Theme } from '../theme';

/** An episode, as it is drawn. */
export interface Walk {
  name: string;
  /** what it returns */
  result: string;
  color: string;
  /** number of its dashes */
  dash: number;
  /** one after the other */
  states: readonly number[];
}

export interface RolloutsFigure {
  xLabel: string;
  yLabel: string;
  states: readonly string[];
  walks: readonly Walk[];
  /** where states are cells: rows of them, a wall as `x` */
  map: readonly string[] | null;
  /** what each action in the first state is worth */
  values: { label: string; actions: readonly ActionValue[] };
}

export interface ActionValue {
  name: string;
  value: string;
  isTaken: boolean;
}

const [TITLE, GAP, STRIP] = [42, 24, 74];
/** CSS pixels between the names of two states. */
const ROOM = 22;
/** CSS pixels between two walks in one state. */
const APART = 5;
/** Of a cell, how far a walk drifts, so that a cell that it comes back to is left elsewhere. */
const DRIFT = 0.5;

/** Two episodes, through a map or against time, and what their first actions are worth. */
export function drawRollouts(
  context: CanvasRenderingContext2D,
  figure: RolloutsFigure,
  size: Size,
  theme: Theme,
): void {
  const above = { width: size.width, height: size.height - STRIP };
  if (figure.map) drawMaps(context, figure, figure.map, above, theme);
  else drawTimes(context, figure, above, theme);
  drawValues(context, figure.values, size, theme);
}

/** In CSS pixels. */
export function rolloutsHeight({ map }: RolloutsFigure, width: number): number {
  if (!map) return STRIP + Math.min(260, Math.max(200, 0.4 * width));
  const columns = highest(map.map(({ length }) => length));
  return STRIP + TITLE + Math.min(72, (width - GAP) / 2 / columns) * map.length;
}

/** States against time; the names of walks are in the legend. */
function drawTimes(
  context: CanvasRenderingContext2D,
  { xLabel, yLabel, states, walks }: RolloutsFigure,
  size: Size,
  theme: Theme,
): void {
  const area = plotArea(size);
  const every = Math.ceil((states.length * ROOM) / (area.bottom - area.top));
  const last = Math.max(1, highest(walks.map((walk) => walk.states.length - 1)));
  const x: Axis = { scale: { low: 0, high: last, kind: 'linear' }, label: xLabel };
  const y: Axis = {
    scale: { low: -0.5, high: states.length - 0.5, kind: 'linear' },
    label: yLabel,
    ticks: states.flatMap((label, value) => (value % every === 0 ? [{ value, label }] : [])),
  };
  drawAxes(context, area, x, y, theme);
  walks.forEach((walk, i) => {
    const points = walk.states.map((state, time) => ({
      x: xAt(area, x, time),
      y: yAt(area, y, state) + (i - (walks.length - 1) / 2) * APART,
    }));
    drawWalk(context, walk, points, theme);
  });
}

/** Each on a map of its own, under its name. */
function drawMaps(
  context: CanvasRenderingContext2D,
  { walks }: RolloutsFigure,
  map: readonly string[],
  size: Size,
  theme: Theme,
): void {
  const columns = highest(map.map(({ length }) => length));
  const width = (size.width - GAP * (walks.length - 1)) / walks.length;
  const cell = Math.min(width / columns, (size.height - TITLE) / map.length);
  walks.forEach((walk, i) => {
    const left = i * (width + GAP) + (width - cell * columns) / 2;
    const area = { left, top: TITLE, right: left + cell * columns, bottom: size.height };
    drawTitle(context, walk, left, theme);
    drawCells(context, map, area, cell, theme);
    const points = walk.states.map((state, time) => {
      const drift = DRIFT * ((time + 0.5) / walk.states.length - 0.5);
      return {
        x: left + cell * ((state % columns) + 0.5 + drift),
        y: TITLE + cell * (Math.floor(state / columns) + 0.5 + drift),
      };
    });
    inside(context, area, () => drawWalk(context, walk, points, theme));
  });
}

function drawTitle(
  context: CanvasRenderingContext2D,
  { name, result }: Walk,
  left: number,
  theme: Theme,
): void {
  context.textBaseline = 'top';
  context.textAlign = 'left';
  context.fillStyle = theme.ink;
  context.font = `600 13px ${theme.font}`;
  context.fillText(name, left, 2);
  context.font = `13px ${theme.font}`;
  context.fillText(result, left, 20);
}

function drawCells(
  context: CanvasRenderingContext2D,
  map: readonly string[],
  { left, top }: Area,
  cell: number,
  theme: Theme,
): void {
  const signs: Readonly<Record<string, string>> = { g: '★', p: '✕', s: 'S', c: '▼' };
  context.font = `600 ${Math.min(18, 0.4 * cell)}px ${theme.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  map.forEach((kinds, row) =>
    Array.from(kinds).forEach((kind, column) => {
      const [x, y] = [left + column * cell, top + row * cell];
      context.strokeStyle = context.fillStyle = theme.line;
      context.lineWidth = 1;
      if (kind === 'x') context.fillRect(x + 1, y + 1, cell - 2, cell - 2);
      else context.strokeRect(x + 1, y + 1, cell - 2, cell - 2);
      context.fillStyle = theme.muted;
      context.fillText(signs[kind] ?? '', x + cell / 2, y + cell / 2);
    }),
  );
}

/** From a large dot to a small one. */
function drawWalk(
  context: CanvasRenderingContext2D,
  { color, dash }: Walk,
  points: readonly Point[],
  theme: Theme,
): void {
  const casing = { style: theme.ground, width: 5, dashes: [] };
  const core = { style: color, width: 2.5, dashes: runDash(dash) };
  for (const { style, width, dashes } of [casing, core]) {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.lineJoin = 'round';
    context.setLineDash([...dashes]);
    context.beginPath();
    points.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.stroke();
  }
  context.setLineDash([]);
  const [start, end] = [points[0], points.at(-1)];
  if (!start || !end) return;
  dot(context, end, 5, theme.ground);
  dot(context, end, 4, color);
  dot(context, start, 7, theme.ground);
  dot(context, start, 6, theme.ink);
}

/** Below everything; the action that is taken is underlined. */
function drawValues(
  context: CanvasRenderingContext2D,
  { label, actions }: RolloutsFigure['values'],
  size: Size,
  theme: Theme,
): void {
  const top = size.height - STRIP + 14;
  const width = size.width / Math.max(1, actions.length);
  context.textBaseline = 'top';
  context.textAlign = 'left';
  context.font = `12px ${theme.font}`;
  context.fillStyle = theme.muted;
  context.fillText(label, 4, top);
  actions.forEach(({ name, value, isTaken }, i) => {
    context.font = `${isTaken ? '650 ' : ''}13px ${theme.font}`;
    context.fillStyle = isTaken ? theme.ink : theme.muted;
    [name, value].forEach((text, row) =>
      context.fillText(text, 4 + i * width, top + 18 + 17 * row),
    );
    if (isTaken) context.fillRect(4 + i * width, top + 53, Math.min(64, 0.8 * width), 2);
  });
}
