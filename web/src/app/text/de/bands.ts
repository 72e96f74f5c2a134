import type { bandWords } from '../en/bands';
import type { Translated } from '../translated';

export const bands: Translated<typeof bandWords> = {
  middle: 'Mitte',
  locations: { iqm: 'IQM', mean: 'Mittel', median: 'Median' },
  locationNames: { iqm: 'Interquartilmittel', mean: 'Mittel', median: 'Median' },
  yLabel: 'mittlerer Return',
  xLabel: (of, seeds) => `${of}; je n = ${seeds} Seeds`,
  seedsOf: (id, seeds) => `${id}: ${seeds}`,
  legend: (id, title, seeds) => [id, title, seeds].filter(Boolean).join(' · '),
  seedRange: (count, first, last) => `${count} Seeds, ${first} bis ${last}`,
  seedList: (count, list) => `${count} Seeds, ${list}`,

  progress: (whole, seeds, left) => `${whole} von ${seeds} ganz${left}`,
  left: (time) => `, noch etwa ${time}`,
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} min`,
  progressLabel: 'Training aller Seeds',
  another: (count) => `Weitere ${count} Seeds`,
  anotherHint: 'Bei 3 Seeds springt das Band mit jedem weiteren; bei 30 ist es zur Ruhe gekommen.',

  readOut: (steps, values) => `Bei ${steps} Umgebungsschritten: ${values}`,
  readOutRun: (id, middle, interval) => `${id} ${middle}${interval}`,
  interval: (low, high) => ` (95 %: ${low} bis ${high})`,
  waiting: 'Das Band beginnt, wo jeder Seed seine erste Auswertung hat.',
  unanswered: (reason) => `Was die Seeds ergeben, ließ sich nicht berechnen: ${reason}.`,
  keys: 'Die Pfeiltasten links und rechts bewegen den Cursor entlang der Kurven.',

  alone: (step, middle, low, high, location, seeds, worst, best) =>
    `Bei Schritt ${step}: ${location} von ${seeds} Seeds ${middle} (95 %: ${low} bis ${high}); ` +
    `schlechtester ${worst}, bester ${best}.`,
  at: (step) => `Bei Schritt ${step}: `,
  tells: (ours, others) => `${ours} endet über ${others}`,
  tellsNot: (ours, others) => `${ours} und ${others} sind so nicht zu unterscheiden: darüber`,
  compared: (hits, seeds, low, high) =>
    ` bei ${hits} von ${seeds} Seeds, also bei ${low} bis ${high} % aller (95 %, exakt)`,
  ties: (count) => `, gleich bei ${count}`,
  uncompared: (ours, others) =>
    `${ours} und ${others} sind so nicht zu unterscheiden: weniger als zwei Seeds von beiden ` +
    'sind ausgewertet.',
  improvement: (probability, low, high) =>
    `; Wahrscheinlichkeit der Verbesserung ${probability} (95 %: ${low} bis ${high})`,
  difference: (middle, low, high) =>
    `, Unterschied Seed für Seed ${middle} (95 %: ${low} bis ${high}).`,
  reached: (goal, list) => `${goal} erreicht: ${list}.`,
  reachedBy: (id, hits, seeds) => `${id} ${hits} von ${seeds}`,
  reachedAt: (step) => `, die Hälfte aller Seeds bis Schritt ${step}`,

  caption: (location, seeds) =>
    `Dicke Linien: ${location} der Auswertungen von n Seeds (${seeds}), jede der mittlere Return ` +
    'der deterministischen Policy aus denselben festen Startzuständen. Bänder: dessen ' +
    '95-%-Bootstrap-Intervall (Perzentile, 2.000 Wiederholungen). Blass: jeder Seed. Nichts ist ' +
    'geglättet.',
  iqm: 'An beiden Enden fällt ein Viertel der Seeds weg, abgerundet.',
  covers: (n, normal, failing, measured) =>
    `n = ${n}: gemessen enthält ein solches Intervall die Wahrheit in ${normal} % der Fälle, ` +
    `wenn Returns normalverteilt sind, und in ${failing} %, wenn ein Fünftel der Läufe ` +
    `scheitert${measured}.`,
  coverMeasured: (measured) => ` (mit ${measured} Seeds)`,
  coversNothing: (n) => `n = ${n}: zu wenige Seeds für ein Intervall, das etwas sagt.`,
  range: (share) =>
    `Ohne jede Annahme und mit 95 % Sicherheit: mindestens ${share} % aller Läufe liegen ` +
    'zwischen dem schlechtesten und dem besten Seed.',
  rangeHalf: 'Die Hälfte aller Läufe ist es ab 8 Seeds.',
  progressCaption: (at, furthest) =>
    `Die Seeds sind verschieden weit: Zahlen gelten für Schritt ${at}, und Bänder enden, wo ` +
    `nicht alle Seeds eines Laufs eine Auswertung haben; der weiteste ist bei ${furthest}.`,
  binned: (most) => `Es sind viele: jeder Punkt ist das Mittel von bis zu ${most} Auswertungen.`,
  diverged: (list) =>
    `Divergiert und mit der letzten Auswertung gezählt; das Band endet mit ihnen: ${list}.`,
  leftOut: (list) => `Nicht gezählt, ohne Auswertung oder Worker: ${list}.`,
  seedOf: (id, seed) => `${id} Seed ${seed}`,

  lines: {
    caption: (seeds) =>
      `Linien: Interquartilmittel von n Seeds (${seeds}), wo alle einen Wert haben. Bänder: ` +
      'dessen 95-%-Bootstrap-Intervall (Perzentile, 2.000 Wiederholungen). Blass: jeder Seed. ' +
      'Sonst ist nichts geglättet.',
    uneven: 'Solange die Seeds verschieden weit sind, enden die Linien vor den blassen.',
    binned: (most) => `Bei vielen Messungen ist jeder Punkt das Mittel von bis zu ${most}.`,
    thinned: (most) => `Bei mehr Stellen stehen Bänder an ${most}.`,
    every: (every) => `Jede Messung ist das Mittel über ${every} Umgebungsschritte.`,
    label: (title, lines) => `${title} über Umgebungsschritten. ${lines.join('; ')}.`,
    last: (name, value, low, high, steps) =>
      `${name}: ${value} (95 %: ${low} bis ${high}) bei Schritt ${steps}`,
    table: (title) => `Datentabelle aller Seeds: ${title}`,
    columns: {
      line: 'Linie',
      row: 'Zeile',
      seed: 'Seed',
      steps: 'Umgebungsschritte',
      low: '95 % von',
      high: 'bis',
    },
    ofSeed: 'Seed',
    ofAll: (count) => `Interquartilmittel von ${count} Seeds`,
  },
  gradient: {
    title: 'Gradientenvarianz aller Seeds',
    caption: (states, repeats) =>
      `Jede Messung: ${repeats} Schätzungen in jedem von ${states} wiederholten Zuständen. Dick: ` +
      'der Schätzer, der trainiert; dünn: was andere bei gleicher Policy und gleichem Critic ' +
      'ergeben hätten. Wo die Schätzung null oder kleiner ist, hat ein Seed keinen Wert.',
    file: (quantity) => `gradient-${quantity}-seeds`,
  },

  table: 'Datentabelle aller Seeds',
  columns: {
    run: 'Lauf',
    seeds: 'Seeds',
    step: 'Umgebungsschritt',
    iqm: 'Interquartilmittel',
    low: '95 % von',
    high: 'bis',
    mean: 'Mittel',
    median: 'Median',
    worst: 'schlechtester',
    best: 'bester',
    reached: 'hat das Ziel erreicht',
    first: 'erster Treffer, Median der Schritte',
  },
  tableNote: (threshold) =>
    'Von der letzten Auswertung, zu der alle Seeds gekommen sind, mittlere Returns.' +
    (threshold && ` Ziel: ${threshold}. Ein Seed, der es nicht erreicht hat, zählt als nie.`),
  file: 'lernkurven-seeds',
  csv: {
    run: 'Lauf',
    row: 'Zeile',
    seed: 'Seed',
    seeds: 'Seeds',
    steps: 'Umgebungsschritte',
    updates: 'Gradientenschritte',
    seconds: 'Sekunden Training',
    rows: 'Auswertungen',
    value: 'mittlerer Return',
    low: '95 % von',
    high: 'bis',
  },
  csvEvaluation: 'Auswertung',
  csvMiddle: (location) => `${location} aller Seeds`,
  csvLast: (location) => `letzte Auswertung: ${location}`,
  csvFirst: 'Schritt des ersten Treffers',
  about: (id, settings, seeds) => `Lauf ${id}: ${settings.replaceAll('&', ', ')}; ${seeds}`,
};
