import { part } from '../language';

/** The words of every figure's tools, and of what is handed out of it. */
export const figureWords = part('figure', {
  tools: (title: string): string => `Tools: ${title}`,
  panels: { table: 'Data table', formula: 'Formula', files: 'Download' },
  formulaOf: (title: string): string => `Formula: ${title}`,
  filesOf: (title: string): string => `Download: ${title}`,
  enlarge: 'Enlarge',
  enlargeOf: (title: string): string => `Enlarge: ${title}`,
  close: 'Close (Escape)',
  closeOf: (title: string): string => `Close: ${title}`,
  kinds: { csv: 'CSV', json: 'JSON', png: 'PNG', svg: 'SVG' },
  download: (kind: string, title: string): string => `Download ${title} as ${kind}`,
  source: (build: string, ...link: string[]): string =>
    [`Actor-Critic Playground ${build}`, ...link].join(', '),
  keys: (title: string): string => `${title}; arrow keys move through its data`,
  row: (row: number, count: number, cells: string): string => `${row} of ${count}: ${cells}`,
} as const);
