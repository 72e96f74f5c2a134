import type { Field } from '../../protocol/field';

/** One number for each cell of a rectangle, row by row from the low end of `y`. */
export interface Plane {
  columns: number;
  rows: number;
  values: Float32Array;
  x: Span;
  y: Span;
  /** the least and the greatest value; `null` where there are none */
  range: Span | null;
}

export interface Span {
  low: number;
  high: number;
}

/** A critic over two axes, and the policy on it. */
export interface HeatMap {
  field: Field;
  plane: Plane;
  xLabel: string;
  yLabel: string;
  valueLabel: string;
  /** whether the vertical axis grows downwards, as the rows of a map */
  isDownward: boolean;
  /** whether there is nothing between whole numbers */
  isWhole: boolean;
  /** names of the choices; none where actions are continuous */
  choices: readonly string[];
  /** whether the choices are the vertical axis */
  isByChoice: boolean;
  /** the numbers in the cells, where each is a state of a map; else none */
  labels?: readonly string[] | undefined;
  /** of the dimensions of a continuous action */
  bounds: readonly Span[];
  /** colours run between these */
  range: Span | null;
  /** of the run */
  color: string;
}

/**
 * The values of a field: of the best choice where there are several, or with one row for each
 * choice if the choice is the axis that goes up.
 */
export function planeOf(field: Field, choices: number): Plane {
  const { across, up, values } = field;
  const rows = choices > 0 ? choices : up.cells;
  const plane = Float32Array.from({ length: across.cells * rows }, (_, cell) => {
    const [column, row] = [cell % across.cells, Math.floor(cell / across.cells)];
    return choices > 0 ? valueOf(field, column, row) : bestOf(field, cell);
  });
  return {
    columns: across.cells,
    rows,
    values: plane,
    x: across,
    y: choices > 0 ? { low: -0.5, high: choices - 0.5 } : up,
    range: values.rows > 0 ? rangeOf(plane) : null,
  };
}

/** The same cells with other values. */
export function planeWith(plane: Plane, values: Float32Array): Plane {
  return { ...plane, values, range: rangeOf(values) };
}

/** The value of one choice in a cell; V(s) where there is only that. */
function valueOf({ values }: Field, cell: number, choice: number): number {
  return values.data[cell * values.columns + Math.min(choice, values.columns - 1)] ?? NaN;
}

function bestOf({ values: { columns, data } }: Field, cell: number): number {
  let best = data[cell * columns] ?? NaN;
  for (let i = 1; i < columns; i++) best = Math.max(best, data[cell * columns + i]!);
  return best;
}

function rangeOf(values: Float32Array): Span | null {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? { low, high } : null;
}

/** The cell in which the lowest or the highest value lies; -1 if there is none. */
export function cellOf(plane: Plane, end: 'low' | 'high'): number {
  return plane.range ? plane.values.indexOf(plane.range[end]) : -1;
}

/** The middle of a cell in the units of the axes. */
export function middleOf(plane: Plane, cell: number): { x: number; y: number } {
  const at = ({ low, high }: Span, i: number, n: number) => low + ((high - low) * (i + 0.5)) / n;
  return {
    x: at(plane.x, cell % plane.columns, plane.columns),
    y: at(plane.y, Math.floor(cell / plane.columns), plane.rows),
  };
}

/** Cells that are evenly spaced from end to end, at most so many along each axis. */
export function evenCells(
  { columns, rows }: Plane,
  mostColumns: number,
  mostRows = mostColumns,
): number[] {
  const across = evenly(columns, mostColumns);
  return evenly(rows, mostRows).flatMap((row) => across.map((column) => row * columns + column));
}

function evenly(cells: number, most: number): number[] {
  const every = Math.max(1, Math.ceil(cells / most));
  const count = Math.floor(cells / every);
  const first = (cells - 1 - (count - 1) * every) >> 1;
  return Array.from({ length: count }, (_, i) => first + i * every);
}

/** A value where its axis has it: angles of a full turn come around. */
export function onAxis(value: number, { low, high }: Span): number {
  const turn = high - low;
  if (Math.abs(turn - 2 * Math.PI) > 1e-4) return Math.min(high, Math.max(low, value));
  return value - turn * Math.floor((value - low) / turn);
}
