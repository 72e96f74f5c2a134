import type { panelStrings } from '../en/panels';
import type { Translated } from '../translated';

export const panels: Translated<typeof panelStrings> = {
  views: {
    title: 'Critic und Policy',
    hint: 'Was jeder Lauf erwartet und tun würde, über zwei Achsen und im jetzigen Zustand',
  },
  diagnostics: {
    title: 'Verluste und Diagnose',
    hint: 'Was jeder Algorithmus beim Lernen misst, jeweils mit seiner Formel',
  },
  stepper: {
    title: 'Zeile für Zeile',
    hint: 'Der Algorithmus bei der Arbeit: ein Update mit seinen Zahlen, vor und zurück',
  },
};
