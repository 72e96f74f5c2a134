import type { curveStrings } from '../en/curves';
import type { Translated } from '../translated';

export const curves: Translated<typeof curveStrings> = {
  title: 'Lernkurven',
  yLabel: 'Return',
  yLabelWritten: 'Return nach der eigenen Belohnung',
  written: (values) =>
    'Returns sind nach der eigenen Belohnung. Nach der der Aufgabe, in der letzten Auswertung: ' +
    `${values}.`,
  against: 'Über',
  abscissa: { steps: 'Schritten', updates: 'Updates', seconds: 'Sekunden' },
  xLabel: {
    steps: 'Umgebungsschritte',
    updates: 'Gradientenschritte',
    seconds: 'Sekunden Training',
  },
  episodes: 'Episoden',
  raw: 'roh',
  smoothed: (window) => `Mittel von ${window}`,
  optimum: (value) => `Optimum ${value}`,
  threshold: (value) => `gelöst ${value}`,
  random: (value) => `Zufallspolicy ${value}`,
  legend: (id, title, seed) => `${id} · ${title} · Seed ${seed}`,
  readOut: (x, axis, values) => `Bei ${x} (${axis}): ${values}`,
  readOutRun: (id, value) => `Lauf ${id} ${value}`,
  seedOf: (id, seed) => `${id}: ${seed}`,
  caption: (seeds) =>
    `Ein Seed je Lauf (${seeds}); ein Lauf ist ein Einzelfall, also andere versuchen. Linien mit ` +
    'Punkten: Auswertungen, der mittlere Return der deterministischen Policy aus denselben ' +
    'festen Startzuständen.',
  captionRaw: 'Blasse Linien: Returns einzelner Trainingsepisoden, nicht geglättet.',
  captionSmoothed: (window) =>
    `Blasse Linien: Trainingsepisoden, gleitendes Mittel der letzten ${window}.`,
  captionEvaluations: (count) =>
    `Es sind viele: jeder Punkt ist das Mittel von bis zu ${count} Auswertungen.`,
  captionBins: (count) =>
    `Blasse Linien: Trainingsepisoden, jeder Punkt das Mittel von bis zu ${count}; Band: von der ` +
    'niedrigsten bis zur höchsten.',
  captionBinsSmoothed: (window) => `Die Linie ist ein gleitendes Mittel über mindestens ${window}.`,
  captionReferences: (names) => `Gepunktet, für diese Startzustände: ${names}.`,
  referenceNames: {
    optimum: 'das Optimum',
    threshold: 'der Return, der als gelöst gilt',
    random: 'der mittlere Return zufälliger Aktionen',
  },
  captionMixed: 'Die Läufe haben verschiedene Umgebungen: ihre Returns sind nicht vergleichbar.',
  keys:
    'Die Pfeiltasten links und rechts bewegen den Cursor entlang der Kurven. Eingabe oder ein ' +
    'Klick öffnet das Update dort, Zeile für Zeile.',
  empty: 'Start drücken: Returns kommen mit der ersten Auswertung.',
  table: 'Datentabelle der Auswertungen',
  tableRun: (id) => `Lauf ${id}`,
  tableSpread: (mean, deviation) => `${mean} ± ${deviation}`,
  tableBins: { rows: 'Auswertungen', lowest: 'niedrigste', highest: 'höchste' },
  tableNote: (states) => `Mittel ± Standardabweichung über ${states} Startzustände.`,
  tableNoteBins: (states) =>
    'Jede Zeile steht für mehrere Auswertungen: ihr Mittel ± ihre mittlere Standardabweichung ' +
    `über ${states} Startzustände, ihre Anzahl, und das niedrigste und das höchste ihrer Mittel.`,
  anecdote: (seeds) => `Je ein Seed (${seeds}): ein Einzelfall. Andere versuchen.`,

  outcome: {
    only: (winner, goal, step, others) =>
      `Lauf ${winner} hat ${goal} bei Schritt ${step} erreicht; ${others} noch nicht.`,
    alone: (id, goal, step) => `Lauf ${id} hat ${goal} bei Schritt ${step} erreicht.`,
    others: (ids) => `Lauf ${ids}`,
    several: (ids) => `die Läufe ${ids}`,
    all: (goal, list) => `Alle haben ${goal} erreicht: ${list}.`,
    at: (id, step) => `${id} bei Schritt ${step}`,
    next: 'Nächste Frage:',
  },
};
