import type { PolicyKind } from '../../../protocol/field';
import { written } from '../../../draw/language';
import type { Quantity, Shown, viewStrings } from '../en/views';
import type { Translated } from '../translated';

const QUANTITIES: Readonly<Record<Quantity, string>> = {
  v: 'V(s)',
  policy: 'Q(s, π(s))',
  action: 'Q(s, a)',
  best: 'max Q(s, ·)',
  mean: 'Σ π(a|s) Q(s, a)',
  none: 'Policy',
};
const UNIT = 'künftige Belohnung, diskontiert';
const SHOWN: Readonly<Record<Shown, string>> = {
  learned: 'gelernt',
  policy: 'exaktes V dieser Policy',
  best: 'exaktes V der besten Policy',
  difference: 'gelernt − exakt',
};

const POLICIES: Readonly<Record<PolicyKind, string>> = {
  greedy: 'Sie nimmt die Möglichkeit mit dem höchsten Q und zum Erkunden ab und zu eine andere.',
  deterministic: 'Sie ist deterministisch: eine Aktion je Zustand, Rauschen nur zum Erkunden.',
  gaussian: 'Eine Gauß-Verteilung, deren Stichproben an den größten Aktionen abgeschnitten werden.',
  squashed: 'Eine Gauß-Verteilung durch tanh, so dass keine Stichprobe den Bereich verlässt.',
  categorical: 'Eine Wahrscheinlichkeit für jede Möglichkeit.',
};

export const views: Translated<typeof viewStrings> = {
  waiting: 'Sieht nach …',

  across: 'Waagrecht',
  up: 'Senkrecht',
  dimension: 'Dichte von',
  axisOf: (label, id) => `${label}, Lauf ${id}`,

  quantity: (quantity) => QUANTITIES[quantity],
  valueLabel: (quantity) => `${QUANTITIES[quantity]}, ${UNIT}`,
  choice: 'Wahl der Policy',
  policyOf: (action) => `Policy: ${action}`,
  below: (action) => `${action}, eine Abweichung darunter`,
  above: (action) => `${action}, eine Abweichung darüber`,

  map: {
    title: (id, quantity) =>
      quantity === 'none' ? `Lauf ${id}: Policy` : `Lauf ${id}: Critic, ${QUANTITIES[quantity]}`,
    table: (id) => `Datentabelle der Zellen, Lauf ${id}`,
    file: (id) => `critic-${id.toLowerCase()}`,
    over: (across, up) => `über ${across} und ${up}`,
    lowest: (value, at) => `am niedrigsten ${value} bei ${at}`,
    highest: (value, at) => `am höchsten ${value} bei ${at}`,
    at: (across, x, up, y) => `${across} ${x}, ${up} ${y}`,
    flat: (value) => `überall ${value}`,
    held: (names) => `Festgehalten im jetzigen Zustand: ${names}.`,
    heldActions: 'Andere Dimensionen der Aktion sind die der Policy.',
    now: 'Der Punkt ist der jetzige Zustand.',
    nowLine: 'Die gepunktete Linie ist der jetzige Zustand.',
    bonus: 'Der Bonus für Entropie steckt in diesen Werten.',
    scaled: (scale) => `Belohnungen zählen mal ${scale}.`,
    noCritic: (algorithm) =>
      `${algorithm} hat so, wie eingestellt, keinen Critic: er wartet ganze Returns ab und sagt ` +
      'sie nie vorher. Darum gibt es keine Farben, nur die Policy.',
    noCriticHint: 'Mit einem gelernten Wert als Baseline ist V(s) zu sehen.',
  },
  table: {
    shown: 'Werte',
    option: (shown) => SHOWN[shown],
    label: (shown) => `${SHOWN[shown]}, ${UNIT}`,
    title: (id, shown) => `Lauf ${id}: ${SHOWN[shown]}`,
    judged: (isByBest) =>
      isByBest
        ? 'Dieser Critic lernt von der besten nächsten Wahl: für ihn sind die Werte der besten ' +
          'Policy exakt.'
        : 'Dieser Critic lernt von seiner eigenen Policy: für ihn sind deren Werte exakt.',
    error: (value) =>
      `Gelernt und exakt weichen um ${value} ab, im quadratischen Mittel über die Zellen.`,
    waiting: 'Exakte Werte: noch nicht, oder keine endlichen.',
    probability: (choice) => `Wahrscheinlichkeit von ${choice}`,
  },
  marks: {
    table: 'Pfeile: die Wahrscheinlichkeit jeder Möglichkeit, durch Länge und Deckkraft.',
    arrows: (action) => `Pfeile: ${action}, nach rechts, wenn positiv; ein Punkt für keine.`,
    vectors: (right, up) => `Pfeile: ${right} nach rechts, ${up} nach oben.`,
    compass: 'Pfeile: die Wahl der Policy.',
    choices: (names) => `Pfeile: die Wahl der Policy, von links nach rechts: ${names}.`,
    band:
      'Weiße Linie: mittlere Aktion der Policy; gestrichelt, eine Standardabweichung nach beiden ' +
      'Seiten.',
    line: 'Weiße Linie: die Aktion der Policy.',
    cross: 'Weißes Kreuz: die Aktion der Policy, eine Standardabweichung nach jeder Seite.',
    dots: 'Weiße Punkte: die Wahrscheinlichkeit jeder Möglichkeit, als Fläche.',
  },

  now: {
    title: (id) => `Lauf ${id}: Policy im jetzigen Zustand`,
    table: (id) => `Datentabelle der Policy, Lauf ${id}`,
    file: (id) => `policy-${id.toLowerCase()}`,
    state: (text) => `Bei ${text}.`,
    policy: (kind) => POLICIES[kind],
    choice: 'Möglichkeit',
    probability: 'Wahrscheinlichkeit',
    chance: (probability, value) => (value ? `${probability} · Q ${value}` : probability),
    percent: (share) => `${written((100 * share).toFixed(1))} %`,
    density: 'Wahrscheinlichkeitsdichte',
    densityLabel: (unit) => (unit ? `Dichte, je ${unit}` : 'Dichte'),
    valueLabel: 'Q(s, a) des Critics',
    mean: (action, value) => `Gestrichelt: ${action} ${value}, die Aktion ohne Rauschen`,
    sure: (action, value) => `Gestrichelt: ${action} ${value}, immer`,
    beyond: (percent) =>
      `${percent} liegt jenseits der größten Aktionen und wird dort abgeschnitten.`,
  },

  about: (id, config, steps) => `Lauf ${id}: ${config}, bei Schritt ${steps}`,
};
