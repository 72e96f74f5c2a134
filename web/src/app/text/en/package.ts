import { part } from '../language';

/** The words of what makes packages for learning platforms. */
export const packageStrings = part('package', {
  heading: 'For a learning platform',
  about:
    'A package (SCORM 1.2) with all files, for Moodle, Canvas, Open edX, ILIAS and others: it ' +
    'records completion, score and time, and goes on where a student has left.',
  title: 'Title of the course',
  course: 'Actor-Critic Playground',
  experiment: 'Experiment',
  part: (number: number) => `Part ${number}`,
  parts: 'Parts of the course',
  partsHelp:
    'A link of an experiment or of a lesson on each line, after a title if it is to have one. ' +
    'Without any, the experiment here.',
  save: 'Save package',
  packing: 'Packing…',
  saved: (file: string, parts: number, megabytes: string) =>
    `Saved as ${file}: ${parts === 1 ? 'one part' : `${parts} parts`}, ${megabytes} MB.`,
  failed: (reason: string) => `No package was made: ${reason}`,
  tooMany: (most: number) => `No package was made: it may have ${most} parts.`,
  noLink: (line: number, text: string) =>
    `No package was made: line ${line}, “${text}”, is not a link with a #.`,
} as const);
