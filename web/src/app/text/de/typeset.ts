import type { typesetStrings } from '../en/typeset';
import type { Translated } from '../translated';

export const typeset: Translated<typeof typesetStrings> = {
  label: 'Die Formeln, gesetzt',
  sections: {
    constants: 'Konstanten',
    state: 'Anfang',
    action: 'Aktion',
    next: 'Nächster Zustand',
    reward: 'Belohnung',
    terminate: 'Ende, wo',
    observe: 'Beobachtung',
  },
  when: 'falls',
  otherwise: 'sonst',
};
