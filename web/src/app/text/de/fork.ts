import type { runStrings } from '../en/fork';
import type { Translated } from '../translated';

export const fork: Translated<typeof runStrings> = {
  fork: 'Abzweigen',
  forkHint: (id) =>
    `Pause, und dazu eine Kopie von Lauf ${id}, wie er jetzt ist, mit Gewichten, Puffer und ` +
    'Zufallszahlen',
  noMore: 'Mehr als vier Läufe gehen nicht',
  forked: (id, steps) => `Abgezweigt von Lauf ${id} bei Schritt ${steps}`,
  notForked: (reason) => `Dieser Lauf ließ sich nicht kopieren: ${reason}`,
  leads: {
    look: {
      title: 'Wie weit schauen?',
      hint: 'Diesen Lauf, früh und jetzt, im Bootstrapping-Labor öffnen',
    },
    examine: {
      title: 'Surrogatlabor',
      hint: 'Die jetzige Policy im Surrogatlabor öffnen, als die, die handelt',
    },
  },
  notOpened: (reason) => `Dieser Lauf ließ sich dort nicht öffnen: ${reason}`,
  remove: 'Entfernen',
  removeHint: (id) => `Lauf ${id} entfernen`,
};
