import type { seedWords } from '../en/seeds';
import type { Translated } from '../translated';

export const seeds: Translated<typeof seedWords> = {
  more: '+ Seeds',
  count: (count) => `${count} Seeds`,
  hint: 'Weitere Seeds jedes Laufs trainieren',
  title: 'Seeds jedes Laufs',
  why: 'Ein Seed ist ein Einzelfall. Weitere trainieren auf den Prozessoren, die frei sind.',
  field: 'Beliebig viele, 1 bis 64',
  error: 'Eine ganze Zahl von 1 bis 64.',
  another: (count) => `Weitere ${count} Seeds`,
};
