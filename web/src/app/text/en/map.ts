import { part } from '../language';

/** The words about a map that is edited. */
export const mapStrings = part('map', {
  label: 'Map',
  cell: (row: number, column: number, kind: string) => `Row ${row}, column ${column}: ${kind}`,
  cells: {
    '.': 'floor',
    x: 'wall',
    g: 'goal',
    p: 'pit',
    s: 'start',
    c: 'cliff',
  },
  help: 'A press turns floor into wall, goal, pit, cliff, and floor again.',
});
