import type { galleryWords } from '../en/gallery';
import type { Translated } from '../translated';

export const gallery: Translated<typeof galleryWords> = {
  title: 'Was soll es sein?',
  by: 'Ordnung',
  orders: { question: 'nach Frage', task: 'nach Aufgabe', algorithm: 'nach Algorithmus' },
  close: 'Schließen',
  compareTitle: (id) => `Lauf ${id} vergleichen mit …`,
  same: 'Noch einmal dasselbe',
  sameTeaches: 'Dann eine Einstellung ändern und sehen, was sie bewirkt.',
  recorded: 'Was 8 Seeds erreicht haben',
  notAdded: (reason) => `Kein Lauf kam dazu: ${reason}. Die anderen sind, wie sie waren.`,
};
