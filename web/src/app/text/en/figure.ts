import { part } from '../language';

/** The words of what is handed out of a figure. */
export const figureWords = part('figure', {
  kinds: { csv: 'CSV', json: 'JSON', png: 'PNG', svg: 'SVG' },
  download: (kind: string, title: string): string => `Download ${title} as ${kind}`,
  source: (build: string, link: string): string => `Actor-Critic Playground ${build}, ${link}`,
} as const);
