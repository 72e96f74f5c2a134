import { part } from '../language';

/** The words of what is saved, loaded and kept; loaded with it. */
export const fileStrings = part('files', {
  save: 'Save checkpoint',
  saveHint: 'Everything of this run, to go on from here, bit for bit',
  furtherSeed: 'Further seed',
  saveSeed: 'Save its checkpoint',
  saveSeedHint: 'Everything of this seed, as acp train writes it',
  sweepOfPage: 'Save as sweep',
  sweepOfPageHint: 'Every whole run of the page in a folder of acp sweep, for acp report',
  load: 'Load checkpoint',
  loadHint: 'Puts the run of a file in the place of this one',
  weights: 'Policy weights',
  weightsHint: 'The policy network as plain JSON, for other programs',
  handIn: 'Hand in…',
  handInHint: 'What all runs came to, as a small file that can be checked',
  sweep: 'Open sweep',
  folder: 'Open sweep folder',
  sweepHint: 'Shows what acp sweep wrote beside the runs: results, archive or folder',
  drop: 'Or drop a checkpoint, or what acp sweep wrote, on this card.',
  saved: (name: string, steps: string) => `Saved at step ${steps}: ${name}`,
  continued: (source: string, steps: string) => `Goes on from ${source}, step ${steps}`,
  file: (name: string) => `“${name}”`,
  notLoaded: (name: string, reason: string, id: string) =>
    `“${name}” was not loaded: ${reason} Run ${id} is as it was.`,
  notSaved: (reason: string) => `Nothing was saved: ${reason}`,
  unreadable: 'the browser could not read it; a folder, or a file that has moved?',
  tooLarge: (most: string) => `it has more than ${most} MB, and no checkpoint does.`,
  badSettings: (problems: string) => `its settings are not valid here (${problems}).`,
  reason: (text: string) => `${text}.`,

  keeping: {
    starting: '',
    asking: 'Nothing is kept in this browser until you have decided about the earlier runs.',
    on: 'Kept in this browser every 10 seconds, in case the page closes.',
    unavailable: 'Not kept in this browser: it does not let this page store anything.',
    full: 'No longer kept in this browser: there is no room. Save a checkpoint instead.',
    large: 'Not all kept in this browser: a run is too large. Save a checkpoint instead.',
    elsewhere: 'Not kept in this browser: another tab of the playground is.',
  },
  offer: {
    title: 'Runs from an earlier visit',
    text: 'This browser has kept runs from an earlier visit.',
    run: (id: string, about: string, steps: string, when: string) =>
      `Run ${id}: ${about}, step ${steps}, ${when}`,
    consequence: 'Restore puts them in the place of the runs here. Their curves start anew.',
    restore: 'Restore',
    discard: 'Discard',
    source: 'an earlier visit',
    revived: (reason: string) =>
      `the last checkpoint kept in this browser, because its worker ended (${reason})`,
    failed: (id: string, reason: string) => `Run ${id} could not be restored: ${reason}`,
  },

  learning: {
    file: 'learning-curves',
    columns: {
      run: 'run',
      row: 'row',
      steps: 'environment steps',
      updates: 'gradient updates',
      seconds: 'seconds of training',
      rows: 'episodes or evaluations',
      value: 'mean return',
      lowest: 'lowest',
      highest: 'highest',
      deviation: 'standard deviation over start states',
    },
    line: (isDashed: boolean) => (isDashed ? 'dashed' : 'solid'),
    evaluation: 'evaluation',
    episode: 'training episode',
    run: (id: string, settings: string, changes: readonly string[]) =>
      [`Run ${id}: ${settings.replaceAll('&', ', ')}`, ...changes].join('; '),
  },
} as const);
