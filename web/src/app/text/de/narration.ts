import type { words } from '../en/narration';
import type { Translated } from '../translated';

export const narration: Translated<typeof words> = {
  run: (id, steps, tail) => `Lauf ${id}, ${steps} Schritte, ${tail}`,
  mean: (value, trend) => `mittlerer Return ${value}, ${trend}`,
  noEpisode: 'noch keine Episode zu Ende',
  rising: 'steigend',
  falling: 'fallend',
  steady: 'gleichbleibend',
  paused: 'Pause.',
  playing: 'Training.',
  finished: 'Alle Läufe haben ihren letzten Schritt erreicht.',
};
