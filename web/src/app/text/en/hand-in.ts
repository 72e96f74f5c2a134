import { part } from '../language';

/** The words of what is handed in; loaded with it. */
export const handInStrings = part('hand-in', {
  title: 'Hand in',
  about:
    'A small file for your instructor: your name, your answer, the link of the experiment and ' +
    'what its runs came to. Nothing is sent.',
  name: 'Your name',
  question: 'What did you find?',
  save: 'Save file',
  close: 'Close',
  saved: (file: string) =>
    `Saved as ${file}. Whoever gets it can run the experiment again, to the same bits.`,
  silence: {
    start: 'The runs have not gone anywhere yet: press Play first.',
    training: 'Pause the runs first: what they come to has to be one number.',
    changed:
      'A setting was changed while the runs trained, or they came from a file, so nobody could ' +
      'run them again from a link. Reset, and press Play.',
    broken: 'A run has ended with an error. Restart it first.',
  },
} as const);
