import type { formulaStrings } from '../en/formula';
import type { Translated } from '../translated';

export const formula: Translated<typeof formulaStrings> = {
  label: 'Aufgabe als Formeln',
  start: 'Ausgehen von',
  own: 'Ihr Text',
  titles: {
    pendulum: 'Pendel',
    cartPole: 'Wagen mit Stab',
    integrator: 'Masse auf einer Schiene',
    drone: 'Drohne in einer Ebene',
    tanks: 'Zwei Tanks',
    hunting: 'Räuber und Beute',
    trap: 'Bandit mit Falle',
  },
  helps: {
    pendulum: 'Die Aufgabe dieses Projekts, auf das Bit. Was lernt es mit einer anderen Belohnung?',
    cartPole: 'Ebenso, mit zwei Wahlmöglichkeiten: DQN hält den Stab oben.',
    integrator:
      'Eine Kraft bewegt eine Masse; SAC bringt sie bei 0 zur Ruhe, etwa −9 nach 3.000 Schritten.',
    drone: 'Mit zwei Rotoren an einem Punkt schweben. SAC: 184 von 200 nach 6.000 Schritten.',
    tanks: 'Ein Tank läuft in einen anderen, auf dessen Stand es ankommt. SAC: −0,4 nach 3.000.',
    hunting: 'Wie viel jagen, damit beide in gleicher Zahl leben? SAC: −15 nach 6.000 Schritten.',
    trap: 'Ein Schritt: ein breiter Hügel für 1, ein schmaler für 1,5. SAC bleibt auf dem breiten.',
  },
  alone: 'In einem eigenen Tab öffnen',
  apply: 'Anwenden',
  undo: 'Zurücknehmen',
  works: 'Eine Aufgabe. Angewendet beginnt der Lauf mit ihr neu.',
  runs: 'Das ist, was läuft.',
  differ: 'Die Läufe haben verschiedene Texte; dies ist der erste. Angewendet gilt er für alle.',
  rules:
    'Abschnitte: constants, state, action, next, reward, terminate, observe, limit, seconds, ' +
    'draw.',
};
