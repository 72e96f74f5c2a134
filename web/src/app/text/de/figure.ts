import type { figureWords } from '../en/figure';
import type { Translated } from '../translated';

export const figure: Translated<typeof figureWords> = {
  tools: (title) => `Werkzeuge: ${title}`,
  panels: { table: 'Datentabelle', formula: 'Formel', files: 'Herunterladen' },
  formulaOf: (title) => `Formel: ${title}`,
  filesOf: (title) => `Herunterladen: ${title}`,
  enlarge: 'Vergrößern',
  enlargeOf: (title) => `Vergrößern: ${title}`,
  close: 'Schließen (Esc)',
  closeOf: (title) => `Schließen: ${title}`,
  kinds: { csv: 'CSV', json: 'JSON', png: 'PNG', svg: 'SVG' },
  download: (kind, title) => `${title} als ${kind} herunterladen`,
  source: (build, ...link) => [`Actor-Critic Playground ${build}`, ...link].join(', '),
  keys: (title) => `${title}; Pfeiltasten gehen durch die Daten`,
  row: (row, count, cells) => `${row} von ${count}: ${cells}`,
};
