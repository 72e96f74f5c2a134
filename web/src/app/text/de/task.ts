import type { words } from '../en/task';
import type { Translated } from '../translated';

export const task: Translated<typeof words> = {
  preset: 'Vorlage',
  noPreset: 'keine: von Hand geändert',
  presetTitle: ({ title, learns }) => (learns ? title : `${title} (zeigt ein Scheitern)`),
  environment: 'Umgebung',
  ownTask: 'Formeln',
  algorithm: 'Algorithmus',
  several: 'verschieden',
  suited: (environment) => `Lernen auf ${environment}`,
  unsuited: 'Lernen nicht: auswählen, um zu sehen, warum',
  refused: (algorithm, environment, reason) =>
    `${algorithm} kann auf ${environment} nicht lernen: ${reason}.`,
  instead: (environment) => `Auf ${environment} stattdessen:`,
  elsewhere: (algorithm) => `Oder ${algorithm} dort sehen, wo es geht:`,
  replaced: (from, to, environment) =>
    `${from} geht auf ${environment} nicht; ${to} tritt an die Stelle.`,
};
