import { part } from '../language';

/** What is said beside the runs about their link. */
export const linkNoteStrings = part('link-notes', {
  link: 'Link of this experiment',
  copied: 'Link copied.',
  embed: 'Put it into a page of your own',
  copyByHand: 'This browser does not let the page copy. The link, to copy by hand:',
  holds: {
    claim: 'Whoever opens it and presses Play sees whether the runs come to the same bits.',
    start: 'It holds every setting and the seed.',
    training:
      'It holds every setting and the seed. Pause first for one that also says what the runs ' +
      'come to.',
    changed:
      'It starts with the settings as they are now; what the runs have come to depends on what ' +
      'they were before, so it does not say.',
    broken: 'It holds every setting and the seed, but not what the runs come to.',
  },
  pending: (steps: string) =>
    `This link says what the runs come to at step ${steps}. Press Play: they stop there and ` +
    'are compared, bit for bit.',
  met: (steps: string) =>
    `✓ Reproduced: at step ${steps} every fingerprint is that of the link, bit for bit.`,
  missed: (steps: string, runs: string) =>
    `✗ Not reproduced: at step ${steps} the fingerprint of run ${runs} is not that of the ` +
    'link. The link was changed, or made with another version of this page.',
  passed: (steps: string, runs: string) =>
    `Not compared: run ${runs} went on past step ${steps} before it could be. Reset and press ` +
    'Play to compare.',
} as const);
