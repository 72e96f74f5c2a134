import { part } from '../language';

/** The words that are read aloud while runs train. */
export const words = part('narration', {
  run: (id: string, steps: string, tail: string) => `Run ${id}, ${steps} steps, ${tail}`,
  mean: (value: string, trend: string) => `mean return ${value}, ${trend}`,
  noEpisode: 'no finished episode yet',
  rising: 'rising',
  falling: 'falling',
  steady: 'steady',
  paused: 'Paused.',
  playing: 'Training.',
  finished: 'All runs have reached their last step.',
} as const);
