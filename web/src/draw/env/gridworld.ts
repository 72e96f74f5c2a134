import { highest, lowest } from '../extent';
import type { EnvironmentDrawing, Scene } from '../environment';
import { type Reading, read } from '../columns';
import { ABOVE, BELOW, drawFigures, drawReward, signed } from '../figures';
import { nameOf } from '../language';
import { moving } from '../motion';
import { distance, dot, line, type Point } from '../shapes';
import type { Size, Theme } from '../theme';

const FLOOR = 0;
const WALL = 1;
const GOAL = 2;
const PIT = 3;
const START = 4;
const CLIFF = 5;
const MARKS: Readonly<Record<number, string>> = {
  ...{ [GOAL]: '★', [PIT]: '✕', [START]: 'S' },
  [CLIFF]: '▼',
};
/** Where an agent acts, and so the cells whose values are worth a figure. */
const OPEN: readonly number[] = [FLOOR, START];
const ACTIONS = ['up', 'right', 'down', 'left'];
/** CSS pixels of a cell from which there is room for its value. */
const ROOMY = 34;

/** Cells coloured by the exact value of the best policy, and the agent on one of them. */
export const gridworld: EnvironmentDrawing = {
  telling: [1, 0],
  editor: { key: 'gridworld.map', load: () => import('./gridworld-map') },
  draw(context, scene, size, theme) {
    const at = read(scene.columns, scene.state);
    const grid = gridOf(scene, size);
    drawCells(context, grid, at, scene.color, theme);
    const { x, y } = grid.center(at('column'), at('row'));
    const agent = { x, y: grid.cell < ROOMY ? y : y - 0.12 * grid.cell };
    drawAgent(context, agent, grid.cell, at('action'), scene.color, theme);
    drawReward(context, at('reward'), [-1, 1], size, theme);
    const action = ACTIONS[at('action')];
    drawFigures(
      context,
      at('reward'),
      action ? `${nameOf('action')} ${nameOf(action)}` : '',
      size,
      theme,
    );
  },
  interpolate: moving({
    row: { kind: 'line', jump: 1 },
    column: { kind: 'line', jump: 1 },
  }),
  pointAt(pixel, scene, size) {
    const { left, top, cell } = gridOf(scene, size);
    return { x: (pixel.x - left) / cell - 0.5, y: (pixel.y - top) / cell - 0.5 };
  },
  holds(pixel, scene, size) {
    const at = read(scene.columns, scene.state);
    const { center, cell } = gridOf(scene, size);
    return distance(pixel, center(at('column'), at('row'))) <= 0.5 * cell;
  },
  cellAt(pixel, scene, size) {
    const { left, top, cell, rows, columns } = gridOf(scene, size);
    const row = Math.floor((pixel.y - top) / cell);
    const column = Math.floor((pixel.x - left) / cell);
    const isInside = row >= 0 && row < rows && column >= 0 && column < columns;
    return isInside ? { row, column } : null;
  },
  push: 'none',
  still: {
    ...{ rows: 3, columns: 4, row: 2, column: 1, action: 1 },
    ...{ cell_3: GOAL, cell_5: WALL, cell_7: PIT, cell_8: START },
  },
};

interface Grid {
  left: number;
  top: number;
  /** pixels, the side of a cell */
  cell: number;
  rows: number;
  columns: number;
  center: (column: number, row: number) => Point;
}

function gridOf(scene: Scene, size: Size): Grid {
  const at = read(scene.columns, scene.state);
  const [rows, columns] = [Math.max(1, at('rows')), Math.max(1, at('columns'))];
  const height = size.height - ABOVE - BELOW;
  const cell = Math.min((size.width - 16) / columns, height / rows);
  const [left, top] = [(size.width - cell * columns) / 2, ABOVE + (height - cell * rows) / 2];
  const center = (column: number, row: number) => ({
    x: left + (column + 0.5) * cell,
    y: top + (row + 0.5) * cell,
  });
  return { left, top, cell, rows, columns, center };
}

function drawCells(
  context: CanvasRenderingContext2D,
  grid: Grid,
  at: Reading,
  color: string,
  theme: Theme,
): void {
  const cells = Array.from({ length: grid.rows * grid.columns }, (_, i) => ({
    kind: at(`cell_${i}`),
    value: at(`value_${i}`),
  }));
  const values = cells
    .filter(({ kind }) => kind !== WALL && kind !== CLIFF)
    .map(({ value }) => value);
  const [low, high] = [lowest(values), highest(values)];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  cells.forEach(({ kind, value }, i) => {
    const place = grid.center(i % grid.columns, Math.floor(i / grid.columns));
    const side = grid.cell - 2;
    const corner = [place.x - side / 2, place.y - side / 2, side, side] as const;
    context.fillStyle = kind === WALL ? theme.muted : theme.ground;
    context.fillRect(...corner);
    if (kind === WALL) return;
    const share = kind === CLIFF ? 0 : (value - low) / (high - low || 1);
    context.globalAlpha = 0.06 + 0.34 * share;
    context.fillStyle = color;
    context.fillRect(...corner);
    context.globalAlpha = 1;
    context.strokeStyle = theme.line;
    context.lineWidth = 1;
    context.strokeRect(...corner);
    drawInscription(context, place, grid.cell, kind, value, theme);
  });
}

function drawInscription(
  context: CanvasRenderingContext2D,
  place: Point,
  cell: number,
  kind: number,
  value: number,
  theme: Theme,
): void {
  context.fillStyle = theme.ink;
  const mark = MARKS[kind];
  const isRoomy = cell >= ROOMY;
  if (mark) {
    context.font = `600 ${Math.round(0.42 * cell)}px ${theme.font}`;
    context.fillText(mark, place.x, place.y - (isRoomy && kind === START ? 0.14 * cell : 0));
  }
  if (!isRoomy || !OPEN.includes(kind)) return;
  context.font = `${Math.min(12, Math.round(0.32 * cell))}px ${theme.font}`;
  context.fillText(signed(value, 2), place.x, place.y + 0.32 * cell);
}

function drawAgent(
  context: CanvasRenderingContext2D,
  place: Point,
  cell: number,
  action: number,
  color: string,
  theme: Theme,
): void {
  const radius = 0.26 * cell;
  dot(context, place, radius + 2, theme.ground);
  dot(context, place, radius, color);
  if (!(action in ACTIONS)) return;
  const angle = (action - 1) * (Math.PI / 2);
  const ahead = (forward: number, aside: number): Point => ({
    x: place.x + radius * (forward * Math.cos(angle) - aside * Math.sin(angle)),
    y: place.y + radius * (forward * Math.sin(angle) + aside * Math.cos(angle)),
  });
  context.lineCap = 'round';
  const width = Math.max(1.5, 0.16 * radius);
  line(context, ahead(-0.55, 0), ahead(0.55, 0), width, theme.ground);
  line(context, ahead(0.55, 0), ahead(0.1, 0.42), width, theme.ground);
  line(context, ahead(0.55, 0), ahead(0.1, -0.42), width, theme.ground);
}
