/** What a click makes of each cell: floor, wall, goal, pit, cliff, floor; a start becomes floor. */
const NEXT: Readonly<Record<string, string>> = {
  ...{ '.': 'x', x: 'g', g: 'p', p: 'c', c: '.' },
  s: '.',
};
/** Kinds of which every map needs one. */
const NEEDED = 'sg';

/**
 * The map, rows of cells separated by `-`, with the next kind of cell at a place; `null` if the
 * cell must stay, or is none.
 */
export function cycleCell(map: string, row: number, column: number): string | null {
  const rows = map.split('-');
  const cell = rows[row]?.[column];
  const next = cell === undefined ? undefined : NEXT[cell];
  if (cell === undefined || next === undefined) return null;
  if (NEEDED.includes(cell) && map.split(cell).length === 2) return null;
  const line = rows[row]!;
  rows[row] = line.slice(0, column) + next + line.slice(column + 1);
  return rows.join('-');
}
