import type { about as aboutWords, story as storyWords } from '../en/story';
import type { Translated } from '../translated';
import { exactVarianceRatio } from '../variance-ratio';

const dimensions = [1, 2, 4, 8, 16, 32] as const;

export const about: Translated<typeof aboutWords> = {
  title: 'Was hier läuft',
  source: (source) => `Nach: ${source}.`,
};

export const story: Translated<typeof storyWords> = {
  of: { environment: 'pendulum', algorithm: 'sac' },
  title: 'Warum Baseline und Dimension der Aktion entscheiden',
  opening: [
    'Beide Läufe stellen demselben Critic dieselbe Frage: in welche Richtung soll sich die ' +
      'Policy bewegen, damit ihre Aktionen mehr wert sind? Beide Antworten stimmen im Mittel und ' +
      'teilen jede Verzerrung des Critics. Verschieden ist ihr Rauschen.',
    'Die Score-Funktion probiert zufällige Aktionen und macht die wahrscheinlicher, deren Wert ' +
      'hoch war. Die Reparametrisierung folgt der Steigung des Critics nach der Aktion.',
  ],
  outcome: {
    title: 'Beim Pendel entscheidet die Baseline',
    text:
      'Ohne Baseline lernt die Score-Funktion hier nie: Werte weit von null ertränken die ' +
      'kleinen Unterschiede zwischen Aktionen. Zieht man ab, was eine andere Stichprobe ' +
      'desselben Zustands erreicht hat, die Leave-one-out-Baseline, lernt sie so gut wie die ' +
      'Reparametrisierung.',
    caption:
      'Return der Auswertung nach 10.000 Schritten aus 100 festen Startzuständen: ' +
      'Interquartilmittel der Seeds 101 bis 120, in Klammern schlechtester bis bester Seed. Das ' +
      'Optimum ist −134,9.',
    rows: [
      { label: 'Reparametrisierung', value: -143.1, worst: -147.5, best: -141.0 },
      { label: 'Score-Funktion, Leave-one-out von 2', value: -143.3, worst: -145.9, best: -140.5 },
      { label: 'Score-Funktion, ohne Baseline', value: -1493, worst: -1735, best: -1165 },
    ],
  },
  dimension: {
    title: 'Anderswo die Zahl der Aktionsdimensionen',
    before:
      'Das Pendel hat eine Aktion, ein Drehmoment. Bei einer quadratischen Zielfunktion mit ' +
      'Gradient g und Hesse-Matrix H und perfekter Baseline übersteigt die Varianz der ' +
      'Score-Funktion die der Reparametrisierung um den Faktor',
    after:
      'Nahe dem Optimum, wo g verschwindet, ist das 2,5 in einer Dimension; es wächst mit der ' +
      'Dimension d.',
    caption:
      'Der Faktor, exakt, wo alle Krümmungen gleich sind: im Optimum, und wo jede Komponente der ' +
      'Aktion eine Standardabweichung davon entfernt ist.',
    header: 'Aktionsdimensionen d',
    dimensions,
    rows: [
      { label: 'im Optimum', values: dimensions.map((d) => exactVarianceRatio(d, 0)) },
      { label: 'ein σ entfernt', values: dimensions.map((d) => exactVarianceRatio(d, 1)) },
    ],
  },
  caveat:
    'Auch Reparametrisierung gibt es nicht umsonst: sie braucht einen differenzierbaren Critic. ' +
    'Wo der sich schnell kräuselt, ist es verrauschter, seiner Steigung zu folgen, und auf einer ' +
    'Stufe ist die Steigung null und schlicht falsch.',
};
