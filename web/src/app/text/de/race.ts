import type { raceStrings } from '../en/race';
import { formatCount, formatValue } from '../format';
import type { Translated } from '../translated';

const count = (value: number, one: string, many: string) =>
  `${formatCount(value)} ${value === 1 ? one : many}`;

export const race: Translated<typeof raceStrings> = {
  title: 'Das Rennen: was Varianz kostet',
  headline:
    'In einer Dimension nahe dem Optimum hat die Score-Funktion mit perfekter Baseline nur die ' +
    '2,5-fache Varianz der Reparametrisierung. Der Abstand wächst mit der Dimension der Aktion, ' +
    'und das Lernen wird entsprechend langsamer.',
  task:
    'Ein Zustand, die Zielfunktion −|a − a*|² / 2, eine Gauß-Policy fester Breite, einfacher ' +
    'Gradient nach ihrem Mittel. Jeder Schätzer bekommt die Schrittweite, die ihm am besten liegt.',
  dimensions: 'Aktionsdimensionen',
  start: 'Rennen starten',
  again: 'Noch ein Rennen',
  stop: 'Anhalten',
  failed: (reason) => `Das Rennen hat gestoppt: ${reason}`,
  chart: 'Abstand zum Optimum je Aktionsdimension über Iterationen, beide Achsen logarithmisch.',
  figure: 'Abstand über Iterationen',
  table: 'Datentabelle des Rennens',
  xLabel: 'Iterationen',
  yLabel: 'Abstand je Dimension',
  target: (value) => `Ziel ${formatValue(value)}`,
  columns: {
    estimator: 'Schätzer',
    step: 'beste Schrittweite',
    iterations: 'Iterationen',
    seeds: 'einzelner Seeds',
    slowest: 'langsamster Seed',
    evaluations: 'Auswertungen des Critics',
  },
  dataColumns: [
    'Schätzer',
    'Schrittweite',
    'Iteration',
    'mittlerer Abstand je Dimension',
    'Standardfehler',
    'nach Theorie erwartet',
    'unteres Quartil',
    'oberes Quartil',
  ],
  seeds: ({ lower, median, upper }) =>
    `${formatCount(median)} (${formatCount(lower)} bis ${formatCount(upper)})`,
  evaluations: ({ forward, backward }) =>
    `${formatCount(forward + backward)} (${formatCount(forward)} + ${formatCount(backward)})`,
  trying: (step) => `versucht ${formatValue(step)}`,
  waiting: 'wartet',
  never: (iterations) => `nicht in ${formatCount(iterations)}`,
  tableNote:
    'Iterationen: bis das Mittel über die Seeds am Ziel ist. Einzelner Seeds: der Median, in ' +
    'Klammern die Quartile. Auswertungen des Critics: was jeder Seed gebraucht hat, bis das ' +
    'Mittel dort ist, in Klammern vorwärts + rückwärts.',
  caption:
    'Linien: Mittel über die Seeds; Bänder: Quartile. Feine Punkte: die Erwartung nach der ' +
    'Theorie, exakt bei Reparametrisierung und Leave-one-out, ohne Baseline eine untere Schranke.',
  about: (race) =>
    `${formatCount(race.seeds)} Seeds (Zufallsstrom ${race.seed}), ` +
    `${count(race.dimensions, 'Dimension', 'Dimensionen')}, ` +
    `${count(race.batch, 'Stichprobe', 'Stichproben')} der Aktion je Iteration, ` +
    `σ = ${formatValue(race.sigma)}; jeder Seed beginnt in jeder Dimension ` +
    `${formatValue(race.start)} neben dem Optimum. Schrittweiten: ` +
    `${formatValue(race.largest_step)} / √2ᵏ; die beste ist die, mit der das Mittel zuerst ` +
    'ankommt und am Ende jeder Seed. Größere fehlen: mit exaktem Gradienten käme man hier mit ' +
    'Schrittweite 1 sofort an.',
  ratio: {
    title: 'Was die Theorie sagt',
    before:
      'Varianz der Score-Funktion mit perfekter Baseline durch die der Reparametrisierung, für ' +
      'eine quadratische Zielfunktion mit Gradient g und Hesse-Matrix H:',
    after: (race) =>
      `In ${count(race.dimensions, 'Dimension', 'Dimensionen')}: ` +
      `${formatValue(race.ratio_at_optimum)} im Optimum, ${formatValue(race.ratio_at_start)} am ` +
      'Start des Rennens.',
  },
};
