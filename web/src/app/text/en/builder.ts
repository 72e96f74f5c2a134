import type { Part } from '../../kit/embedding';
import { part } from '../language';

const parts: Readonly<Record<Part, string>> = {
  header: 'title bar',
  intro: 'headline',
  pairs: 'choice of experiment',
  transport: 'all controls',
  settings: 'settings',
  curves: 'learning curves',
  gradients: 'gradient curves',
  views: 'critic and policy',
  diagnostics: 'losses and diagnostics',
  stepper: 'line by line',
  runs: 'fork and remove runs',
  story: 'explanation',
  footer: 'last line',
};

/** The words of the embed builder. */
export const builderStrings = part('builder', {
  title: 'Put an experiment into a page of your own',
  lead:
    'Choose what readers see and what they may change, try it below, and copy the snippet. It ' +
    'works on any static host, learning platform or slide that takes HTML.',
  back: 'Back to the playground',
  experiment: 'Link of the experiment',
  experimentHelp: 'As “Copy link” gives it, or the part of it from # on.',
  show: 'Show',
  showHelp: 'Beside Play and the agents.',
  parts,
  lock: 'Lock',
  lockHelp: 'Locked settings are shown but cannot be changed; nor can the preset then.',
  lockAll: 'every setting',
  lockSome: 'Or single ones',
  theme: 'Theme',
  themes: { auto: 'reader’s own', light: 'light', dark: 'dark' },
  name: 'Name of the frame, for those who listen',
  poster: 'Address of an image to show first, if any',
  snippets: 'Snippet',
  element: 'Custom element: sets its own height and is made when it comes into view.',
  frame: 'Plain frame, where scripts are not allowed: at the height it has below now.',
  copy: { element: 'Copy element', frame: 'Copy frame' },
  copied: 'Copied.',
  copyByHand: 'This browser does not let the page copy: select the text and copy it by hand.',
  preview: 'Preview',
  width: 'Width',
  widths: { full: 'full', tablet: '768 px', phone: '360 px' },
  loading: 'Starting…',
} as const);
