import type { startStrings } from '../en/start';
import type { Translated } from '../translated';

export const start: Translated<typeof startStrings> = {
  title: 'Womit anfangen?',
  ways: {
    lesson: {
      title: 'Eine Lektion',
      text:
        'Eine Frage und einige Minuten: sagen, was zu erwarten ist, laufen lassen, herausfinden, ' +
        'warum.',
      next: (question) => `Als Nächstes: ${question}`,
      all: 'Alle Lektionen',
    },
    experiment: {
      title: 'Ein Experiment',
      text: 'Agenten nebeneinander auf einer Aufgabe. Alles lässt sich ändern, und man sieht zu.',
      open: 'Den Playground öffnen',
    },
    laboratory: {
      title: 'Ein Labor',
      text: 'Ein Gedanke allein, mit der exakten Antwort neben jeder Schätzung.',
      lab: 'Gradientenlabor: wie Schätzungen eines Gradienten streuen',
      bootstrap: 'Bootstrapping: wie weit vorausschauen',
      surrogate: 'Surrogat: wie weit alten Daten zu trauen ist',
    },
  },
  map: {
    title: 'Die Vorlesung als Karte',
    lead: 'Jeder Algorithmus, und das Eine, was aus ihm den nächsten macht.',
    lesson: 'Lektion',
    experiment: 'Experiment',
    code: 'Zeile für Zeile',
    of: (link, title) => `${link}: ${title}`,
    from: (title) => `Von ${title}:`,
    families: { value: 'wertbasiert', policy: 'policybasiert', both: 'Actor und Critic' },
    nodes: {
      maximum: { title: 'Deep Q-Learning', text: 'Lernt Q und handelt nach dessen Maximum.' },
      returns: {
        title: 'REINFORCE',
        text: 'Steigt auf dem Return, anhand der Returns ganzer Episoden.',
      },
      advantage: {
        title: 'A2C',
        text: 'Einige Belohnungen, und für den Rest die Vermutung des Critics.',
      },
      values: { title: 'Q-Actor-Critic', text: 'Lernt Q der Policy und steigt darauf.' },
      slope: {
        title: 'DPG',
        text: 'Eine Aktion je Zustand, bewegt entlang der Steigung von Q.',
      },
      soft: {
        title: 'SAC',
        text: 'Eine Verteilung, bewegt entlang der Steigung von Q, für Entropie belohnt.',
      },
      choices: { title: 'SAC, diskrete Aktionen', text: 'Die Summe über alle Aktionen, exakt.' },
    },
    edges: {
      returns_advantage: 'derselbe Gradient; ein Critic V kürzt den Return ab',
      advantage_values: 'derselbe Actor; ein Critic der Aktionen, darum dienen alte Daten wieder',
      maximum_values: 'derselbe Critic; ein Actor anstelle des Maximums',
      values_slope: 'derselbe Critic; kein Rauschen in der Aktion, der Gradient geht durch Q',
      slope_soft: 'dieselben elf Zeilen; eine gezogene Aktion, reparametrisiert, und Entropie',
      soft_choices: 'dieselbe Zielfunktion; nichts wird gezogen, wo sich alles summieren lässt',
    },
  },
};
