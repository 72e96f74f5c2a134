import type { diagnosticStrings } from '../en/diagnostics';
import type { Translated } from '../translated';

export const diagnostics: Translated<typeof diagnosticStrings> = {
  waiting: 'Start drücken: die ersten Zahlen kommen nach einigen hundert Schritten.',
  xLabel: 'Umgebungsschritte',
  yLabel: (title, unit, isLog) =>
    [title, unit && `(${unit})`, isLog && '· logarithmisch'].filter(Boolean).join(' '),
  line: (id, title) => `${id} · ${title}`,
  label: (title, lines) => `${title} über Umgebungsschritten. ${lines.join('; ')}.`,
  last: (id, value, steps) => `Lauf ${id}: ${value} bei Schritt ${steps}`,
  caption: (every, seeds) =>
    `Jeder Punkt ist das Mittel über ${every} Umgebungsschritte; sonst ist nichts geglättet. ` +
    `Ein Seed je Lauf (${seeds}).`,
  bins: (most) => `Bei vielen Messungen ist jeder Punkt das Mittel von bis zu ${most}.`,
  without: (runs) => `Nicht gemessen von ${runs}.`,
  runName: (id, algorithm) => `Lauf ${id} (${algorithm})`,
  seedOf: (id, seed) => `${id}: ${seed}`,
  about: (id, config) => `Lauf ${id}: ${config}`,
  table: (title) => `Datentabelle: ${title}`,
  thinned: (shown, all) => `Die Tabelle hat ${shown} von ${all} Zeilen; CSV hat alle.`,
  replay: {
    title: 'Policies im Puffer',
    xLabel: 'Iteration',
    yLabel: 'Übergänge je Iteration',
    label: (runs) => `Übergänge je Iteration. ${runs.join('; ')}.`,
    of: (id, transitions, first, last) =>
      `Lauf ${id}: ${transitions} Übergänge der Iterationen ${first} bis ${last}`,
    caption: (seeds, without) =>
      'Woraus Updates ziehen, nach der Iteration, deren Policy gehandelt hat; zufällige Aktionen ' +
      `der Aufwärmphase gehören zu Iteration 0. Stand von jetzt. Ein Seed je Lauf (${seeds}).` +
      (without && ` Lauf ${without} wiederholt nichts.`),
    formula:
      'Policy π^i handelt zwischen zwei Runden von Updates und hinterlässt die Übergänge D_i. ' +
      'Ein Update zieht aus allem, was der Puffer noch hat, oder aus den letzten M Iterationen.',
    table: 'Datentabelle der Policies im Puffer',
    columns: {
      run: 'Lauf',
      first: 'erste Iteration',
      last: 'letzte Iteration',
      transitions: 'Übergänge',
      share: 'Anteil',
    },
  },
  columns: {
    run: 'Lauf',
    updates: 'Gradientenschritte',
    seconds: 'Sekunden Training',
    rows: 'Messungen',
  },
};
