import { part } from '../language';

/** The words of the gallery; loaded with it. */
export const galleryWords = part('gallery', {
  title: 'What would you like to see?',
  by: 'Order',
  orders: { question: 'by question', task: 'by task', algorithm: 'by algorithm' },
  close: 'Close',
  compareTitle: (id: string) => `Compare run ${id} with …`,
  same: 'The same again',
  sameTeaches: 'Then change one setting of one of them, and see what it does.',
  recorded: 'What 8 seeds came to',
  notAdded: (reason: string) => `No run was added: ${reason}. The others are as they were.`,
} as const);
