import type { GradientPath, Phase, stepperStrings, WeightPart } from '../en/stepper';
import type { Translated } from '../translated';

const PHASES: Readonly<Record<Phase, string>> = {
  act: 'Handeln',
  critic: 'Critic',
  actor: 'Actor',
  temperature: 'Temperatur',
  targets: 'Zielnetze',
};

const PARTS: Readonly<Record<WeightPart, string>> = {
  step: 'Schritt',
  gradient: 'Gradient',
  m: 'm',
  v: 'v',
  rate: 'Rate',
  before: 'vorher',
  after: 'nachher',
};

const PATHS: Readonly<Record<GradientPath, string>> = {
  pathwise:
    'Die Aktion ist eine Funktion von θ und Rauschen, also geht der Gradient durch die Aktion ' +
    'und nimmt die Steigung von Q.',
  deterministic:
    'Es gibt kein Rauschen: der Gradient geht durch die eine Aktion jedes Zustands und nimmt die ' +
    'Steigung von Q.',
  relaxed:
    'Die Wahl wird weich: eine Funktion von θ und Rauschen, durch die der Gradient geht. Q jeder ' +
    'Möglichkeit ist ihre Steigung.',
  score:
    'Der Gradient geht allein durch log π. Q ist eine Zahl, die ihn gewichtet; nach der Steigung ' +
    'fragt niemand.',
  advantage:
    'Der Gradient geht allein durch log π. Der Advantage A dessen, was getan wurde, ist eine ' +
    'Zahl, die ihn gewichtet; kein Q wird abgeleitet.',
  sum:
    'Jede Möglichkeit ist ein Zweig: der Gradient geht durch ihre Wahrscheinlichkeit, und ihr Q ' +
    'ist eine Zahl, die ihn gewichtet.',
};

export const stepper: Translated<typeof stepperStrings> = {
  region: 'Zeile für Zeile',
  working: 'Zeichnet ein Update auf …',
  replaying: (steps) => `Trainiert eine Kopie des Laufs … Schritt ${steps}`,
  failed: (message) => `Es ließ sich kein Update aufzeichnen: ${message}`,
  again: 'Noch einmal',

  notes: {
    first: 'Das ist das erste Update: davor gibt es keins.',
    line: 'Eine solche Zeile läuft hier nicht: dies ist die erste.',
    sample: 'Der Batch hat nicht mehr Übergänge: dies ist der letzte.',
  },
  changed: (id) =>
    `Einstellungen von Lauf ${id} wurden während des Trainings geändert: was von davor ` +
    'wiederholt wird, weiß davon nichts.',

  strides: {
    line: { back: 'Zeile zurück', on: 'Nächste Zeile', keys: 'Pfeiltasten links und rechts' },
    phase: { back: 'Phase zurück', on: 'Nächste Phase', keys: 'Pfeiltasten auf und ab' },
    iteration: { back: 'Update zurück', on: 'Nächstes Update', keys: 'Bild auf und Bild ab' },
  },
  strideName: { line: 'Zeile', phase: 'Phase', iteration: 'Update' },
  steps: 'Durchgehen nach',
  keys:
    'Zeilen des Algorithmus. Links und rechts: eine Zeile zurück und vor; auf und ab: eine ' +
    'Phase; Bild auf und Bild ab: ein Update.',

  scope: 'Ansehen',
  both: 'alle Läufe',
  run: (id) => `Lauf ${id}`,
  sample: 'Übergang',
  sampleOf: (count) => `von ${count}`,
  step: 'Umgebungsschritt',
  latest: 'Was als Nächstes kommt',
  latestHint: 'Das Update, das der Lauf gleich macht',
  where: (id, update, step) => `Lauf ${id}: Update ${update}, bei Umgebungsschritt ${step}`,

  phase: (phase) => PHASES[phase],
  lineNumber: (number) => `Zeile ${number}`,
  differs: 'anders',
  missing: 'Keine solche Zeile.',
  weight: (index) => `Gewicht ${index}`,
  part: (name) => PARTS[name],
  spoken: (number, text, numbers) => `Zeile ${number}: ${text}. ${numbers || 'Keine Zahlen.'}`,
  spokenOf: (id, text) => `Lauf ${id}, ${text}`,
  equals: (name, value) => `${name} = ${value}`,

  mode: 'Aufgabe',
  modes: { watch: 'zusehen', answer: 'vorhersagen', repair: 'den Fehler finden' },
  practice: {
    number: 'Welche Zahl gehört hierher?',
    check: 'Prüfen',
    noNumber: (text) => `„${text}“ ist keine Zahl; zu schreiben wie −1,234 oder 2,5e-4.`,
    next: 'Welche Zeile kommt als Nächstes?',
    right: 'Richtig.',
    wrong: 'Nein.',
    itIs: (text) => `Es ist ${text}.`,
    repair: 'Eine Formel ist falsch. Ihre Zahlen verraten sie: die Nummer dieser Zeile drücken.',
    accuse: 'falsch?',
    slip: (line) => `Es war Zeile ${line}, richtig lautet sie:`,
    agreeing: (line) => `Zeile ${line} stimmt mit ihren Zahlen überein.`,
    nothingBroken: 'Keine dieser Zeilen lässt sich falsch zeigen.',
    another: 'Noch eine',
    score: (right, asked) => `${right} von ${asked} richtig`,
  },

  path: {
    title: (id) => `Lauf ${id}: der Weg des Gradienten`,
    text: (path) => PATHS[path],
  },

  picture: {
    title: (id) => `Lauf ${id}: Q und π im Zustand dieses Übergangs`,
    table: (id) => `Datentabelle von Q und π, Lauf ${id}`,
    file: (id) => `update-${id.toLowerCase()}`,
    caption:
      'Gestrichelt: vor diesem Update; durchgezogen: danach. Schattiert: die Dichte von π, in ' +
      'eigener Höhe.',
    choices:
      'Zu jeder Möglichkeit ihre Wahrscheinlichkeit und darunter ihr Q. Balken: nach diesem ' +
      'Update; der Strich: davor.',
    held: 'Andere Dimensionen der Aktion sind die der Policy.',
    chance: (probability, value) => (value ? `${probability} · Q ${value}` : probability),
    fitted: (action, from, to) =>
      `Bei der wiederholten Aktion ${action} war Q ${from}; das Ziel, der Ring, ist ${to}.`,
    waiting: 'Sieht nach …',
    dimension: 'Entlang',
    ascends: (action, slope) =>
      `Die Aktion des Actors ${action}: dort ist die Steigung von Q ${slope}.`,
    noCritic: 'Dieser Algorithmus hat kein Q zu zeichnen.',
    about: (id, config, step, sample) =>
      `Lauf ${id}: ${config}, Update bei Schritt ${step}, Übergang ${sample}`,
    columns: {
      choice: 'Möglichkeit',
      valueBefore: 'Q vorher',
      value: 'Q nachher',
      densityBefore: 'π vorher',
      density: 'π nachher',
    },
    value: 'Q(s, ·)',
  },
};
