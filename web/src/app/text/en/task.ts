import { part } from '../language';

/** The words about presets, environments and algorithms to choose. */
export const words = part('task', {
  preset: 'Preset',
  noPreset: 'none: changed by hand',
  presetTitle: ({ title, learns }: { title: string; learns: boolean }) =>
    learns ? title : `${title} (shows a failure)`,
  environment: 'Environment',
  ownTask: 'Formulas',
  algorithm: 'Algorithm',
  several: 'several',
  suited: (environment: string) => `Learn on ${environment}`,
  unsuited: 'Do not: choose one to see why',
  refused: (algorithm: string, environment: string, reason: string) =>
    `${algorithm} cannot learn on ${environment}: ${reason}.`,
  instead: (environment: string) => `On ${environment}, use instead:`,
  elsewhere: (algorithm: string) => `Or see ${algorithm} where it works:`,
  replaced: (from: string, to: string, environment: string) =>
    `${from} does not work on ${environment}; ${to} takes its place.`,
} as const);
