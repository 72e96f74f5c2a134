import type { robotStrings } from '../en/robots';
import type { Translated } from '../translated';

export const robots: Translated<typeof robotStrings> = {
  group: 'Roboter (laden 2,6 MB)',
  titles: {
    half_cheetah: 'Halber Gepard',
    hopper: 'Hüpfer',
    walker: 'Läufer',
    quadruped: 'Vierbeiner',
  },
  pair: {
    question: 'Gilt es auch mit sechs Gelenken?',
    lead:
      'Beide bewegen sechs Gelenke nach einem Critic derselben Art. Die Steigung sagt jedem ' +
      'Gelenk, wohin; die Score-Funktion hat für alle sechs eine Zahl. 60.000 Schritte dauern ' +
      'bei vollem Tempo zwei Minuten.',
  },
  pairTitle: 'Ein Roboter, der rennt: Score-Funktion oder Reparametrisierung (lädt 2,6 MB)',
  recorded:
    'Mittlerer Return des halben Geparden unter vier Schätzern des Gradienten, je 8 Seeds: ' +
    'mit Baseline lernt auch die Score-Funktion zu rennen, ohne sie nie.',
  fetching: (megabytes, of) => `MuJoCo, das die Roboter bewegt, kommt: ${megabytes} von ${of} MB`,
};
