import type { leads as english } from '../en/leads';
import type { Translated } from '../translated';

export const leads: Translated<typeof english> = {
  dimension:
    'Eine Wahl von 32 Zahlen, eine Belohnung, keine Zeit. Die Score-Funktion hat je ' +
    'Stichprobe eine Zahl für 32 Richtungen, also wächst ihre Varianz mit ihnen. Sieht man ' +
    'das auch mit einer Baseline und einem Batch, über den gemittelt wird? Start drücken.',
  deterministic:
    'Beide folgen der Steigung eines Critics. DDPG lernt eine Aktion je Zustand und erkundet ' +
    'mit Rauschen; Soft Actor-Critic lernt eine Verteilung und wird für ihre Entropie ' +
    'belohnt. Start drücken.',
  bootstrapping:
    'REINFORCE wartet das Ende einer Episode ab und verwendet ihren Return. A2C verwendet ' +
    'einige Belohnungen und für den Rest die Vermutung des Critics: weniger Rauschen, etwas ' +
    'Verzerrung. Start drücken und vergleichen.',
  'many-updates':
    'Beide steigen auf einem gelernten Q. Sechzehn Schritte auf einmal führen zunächst; dann ' +
    'läuft die Policy dem davon, was ihr Critic weiß. Start drücken und nach 5.000 Schritten ' +
    'wieder hinsehen.',
  'warm-up':
    'Bevor er lernt, handelt Soft Actor-Critic zufällig. Eine Kraft, die in jedem Schritt ' +
    'neu gezogen wird, mittelt sich weg; eine Weile gehalten, schaukelt sie das Auto bis zur ' +
    'Fahne. Start drücken.',
  minimum:
    'Der kleinere zweier Critics hält die Werte im Zaum. Bei diskreten Aktionen auf dem ' +
    'Acrobot kann dieser Pessimismus das Erkunden beenden. Start drücken und mehrere Seeds ' +
    'versuchen.',
  tables:
    'So wenige Zellen, dass man von beiden Agenten alles sieht. Actor-Critic lernt V der ' +
    'eigenen Policy, Q-Learning das Q der besten; darunter stehen die exakten Werte. Start ' +
    'drücken.',
};
