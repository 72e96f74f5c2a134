import type { rewardStrings } from '../en/reward';
import type { Translated } from '../translated';

export const reward: Translated<typeof rewardStrings> = {
  label: 'Belohnung als Formel',
  apply: 'Anwenden',
  undo: 'Zurücknehmen',
  works: 'Eine Belohnung. Angewendet beginnt der Lauf mit ihr neu.',
  runs: (text) => (text === '' ? 'Es gibt die Belohnung der Aufgabe.' : 'Das ist, was es gibt.'),
  differ:
    'Die Läufe haben verschiedene Belohnungen; dies ist die erste. Angewendet gilt sie für alle.',
  names: 'Sie besteht aus:',
  rules:
    'Ein Name mit Strich ist nach dem Schritt, reward die Belohnung der Aufgabe. Leer: diese ' +
    'allein. Returns sind nach dieser Belohnung, Auswertungen nach beiden.',
};
