import type { afterwardsStrings } from '../en/afterwards';
import type { Translated } from '../translated';

export const afterwards: Translated<typeof afterwardsStrings> = {
  newVersion: 'Es gibt eine neue Version dieser Seite.',
  reload: 'Neu laden',
  later: 'Jetzt nicht',
  language: 'Sprache',
};
