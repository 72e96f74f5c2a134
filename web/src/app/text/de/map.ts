import type { mapStrings } from '../en/map';
import type { Translated } from '../translated';

export const map: Translated<typeof mapStrings> = {
  label: 'Karte',
  cell: (row, column, kind) => `Zeile ${row}, Spalte ${column}: ${kind}`,
  cells: { '.': 'Boden', x: 'Wand', g: 'Ziel', p: 'Grube', s: 'Start', c: 'Klippe' },
  help: 'Ein Druck macht aus Boden Wand, Ziel, Grube, Klippe und wieder Boden.',
};
